import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, requiredNames, requiredText } from '../look.js';
import { probe, unseen } from '../probe.js';
import { allBlocked } from '../radio-switch.js';

/** Adapters are counted; names of networks are never read. */
export const wireless = probe({
  id: 'wireless',
  schema: z.object({ adapters: z.int(), enabled: z.int() }),
  sources: [
    ...['/sys/class/net/* (names counted)', '/sys/class/net/*/wireless (exists)', '/sys/class/net/*/phy80211 (exists)', '/sys/class/net/*/flags'],
    ...['type', 'soft', 'hard'].map((file) => `/sys/class/rfkill/*/${file}`),
  ],
  run: async (host) => {
    const names = await requiredNames(host, '/sys/class/net');
    const radio = await Promise.all(names.map((name) => anyExists(host, [`/sys/class/net/${name}/wireless`, `/sys/class/net/${name}/phy80211`])));
    const adapters = names.filter((_, index) => radio[index]);
    if (adapters.length === 0) return { adapters: 0, enabled: 0 };
    const up = await Promise.all(adapters.map((name) => isSwitchedOn(host, name)));
    return { adapters: adapters.length, enabled: (await allBlocked(host, 'wlan')) ? 0 : up.filter(Boolean).length };
  },
});

// Not the link state: an adapter that is on without a network looks "down" there, and can still be used.
async function isSwitchedOn(host: Host, name: string): Promise<boolean> {
  const flags = (await requiredText(host, `/sys/class/net/${name}/flags`)).trim();
  if (!/^0x[0-9a-f]+$/i.test(flags)) throw unseen('crashed', 'adapter flags');
  return (Number.parseInt(flags, 16) & 1) === 1;
}
