import { z } from 'zod';
import type { Host } from '../host.js';
import { exists, namesIn, requiredNames, textOf } from '../look.js';
import { probe } from '../probe.js';

const own = '/sys/class/net';

/** Network cards joined to another network through a bridge, tunnels to elsewhere, and cards that listen to what is meant for others. */
export const networkBridges = probe({
  id: 'networkBridges',
  schema: z.object({ bridged: z.int().optional(), tunnels: z.int().optional(), promiscuous: z.int() }),
  sources: [`${own}/* (names counted)`, ...['brif/* (names)', 'device (exists)', 'tun_flags (exists)', 'uevent (kind)', 'flags (one number)'].map((file) => `${own}/*/${file}`)],
  run: async (host) => {
    const names = (await requiredNames(host, own)).filter((name) => name !== 'lo');
    const cards = await Promise.all(names.map((name) => cardOf(host, name)));
    const bridged = new Set(cards.flatMap(({ ports }) => ports));
    return { bridged: cards.filter((card) => card.real && bridged.has(card.name)).length, tunnels: cards.filter(({ tunnel }) => tunnel).length, promiscuous: cards.filter((card) => card.real && card.promiscuous).length };
  },
});

interface Card {
  readonly name: string;
  readonly real: boolean;
  readonly tunnel: boolean;
  readonly promiscuous: boolean;
  /** Of a bridge: the cards in it. */
  readonly ports: readonly string[];
}

async function cardOf(host: Host, name: string): Promise<Card> {
  const kind = /^DEVTYPE=(.*)$/m.exec((await textOf(host, `${own}/${name}/uevent`)) ?? '')?.[1] ?? '';
  const flags = Number((await textOf(host, `${own}/${name}/flags`))?.trim() ?? '0');
  return {
    name,
    real: await exists(host, `${own}/${name}/device`),
    tunnel: (await exists(host, `${own}/${name}/tun_flags`)) || ['wireguard', 'ppp'].includes(kind),
    // IFF_PROMISC of the kernel's interface flags.
    promiscuous: (flags & 0x100) !== 0,
    ports: await namesIn(host, `${own}/${name}/brif`),
  };
}
