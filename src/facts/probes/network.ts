import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, exists, requiredNames, requiredText, textOf } from '../look.js';
import { probe } from '../probe.js';

/** Connections are counted by kind; addresses and names of networks are not kept. */
export const network = probe({
  id: 'network',
  schema: z.object({ activeAdapters: z.array(z.object({ kind: z.enum(['wired', 'wireless', 'mobile', 'virtual']).optional() })), defaultRoutes: z.int(), tethering: z.boolean() }),
  sources: ['/sys/class/net', '/sys/class/net/*/operstate', '/sys/class/net/*/device (exists)', '/sys/class/net/*/wireless (exists)', '/proc/net/route (default routes counted)'],
  run: async (host) => {
    const names = (await requiredNames(host, '/sys/class/net')).filter((name) => name !== 'lo');
    const adapters = await Promise.all(names.map(async (name) => ({ up: await isUp(host, name), kind: await kindOf(host, name) })));
    const active = adapters.filter((adapter) => adapter.up && adapter.kind !== 'virtual');
    const routes = (await requiredText(host, '/proc/net/route')).split('\n').slice(1).map((line) => line.split(/\s+/)).filter(([, destination]) => destination === '00000000');
    return { activeAdapters: active.map(({ kind }) => ({ kind })), defaultRoutes: new Set(routes.map(([name]) => name)).size, tethering: active.some(({ kind }) => kind === 'mobile') };
  },
});

async function isUp(host: Host, name: string): Promise<boolean> {
  const state = (await textOf(host, `/sys/class/net/${name}/operstate`))?.trim();
  return state === 'up' || (state === 'unknown' && (await textOf(host, `/sys/class/net/${name}/carrier`))?.trim() === '1');
}

async function kindOf(host: Host, name: string): Promise<'wired' | 'wireless' | 'mobile' | 'virtual'> {
  if (/^(wwan|usb|rndis|enx)/.test(name)) return 'mobile';
  if (await anyExists(host, [`/sys/class/net/${name}/wireless`, `/sys/class/net/${name}/phy80211`])) return 'wireless';
  return (await exists(host, `/sys/class/net/${name}/device`)) || /^(eth|en)/.test(name) ? 'wired' : 'virtual';
}
