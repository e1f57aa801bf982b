import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, exists, requiredNames, requiredText, textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Connections are counted by kind; addresses and names of networks are not kept. */
export const network = probe({
  id: 'network',
  schema: z.object({ activeAdapters: z.array(z.object({ kind: z.enum(['wired', 'wireless', 'mobile', 'virtual']).optional() })), defaultRoutes: z.int(), tethering: z.boolean() }),
  sources: [
    ...['/sys/class/net/* (names counted)', ...['operstate', 'carrier', 'device/uevent (driver)', 'device (exists)', 'wireless (exists)', 'phy80211 (exists)'].map((file) => `/sys/class/net/*/${file}`)],
    ...['/proc/net/route (default routes counted)', '/proc/net/ipv6_route (default routes counted)'],
  ],
  run: async (host) => {
    const names = (await requiredNames(host, '/sys/class/net')).filter((name) => name !== 'lo');
    const adapters = await Promise.all(names.map(async (name) => ({ up: await isUp(host, name), kind: await kindOf(host, name) })));
    const active = adapters.filter((adapter) => adapter.up && adapter.kind !== 'virtual');
    return { activeAdapters: active.map(({ kind }) => ({ kind })), defaultRoutes: (await adaptersOfDefault(host)).size, tethering: active.some(({ kind }) => kind === 'mobile') };
  },
});

async function adaptersOfDefault(host: Host): Promise<ReadonlySet<string | undefined>> {
  const text = await requiredText(host, '/proc/net/route');
  if (!text.startsWith('Iface')) throw unseen('crashed', '/proc/net/route is malformed');
  const four = fieldsOf(text).slice(1).filter(([, destination]) => destination === '00000000').map(([name]) => name);
  const six = fieldsOf((await textOf(host, '/proc/net/ipv6_route')) ?? '').filter(([destination, length]) => /^0{32}$/.test(destination ?? '') && length === '00').map((fields) => fields.at(-1));
  // The kernel keeps a refusing default on the loopback adapter.
  return new Set([...four, ...six].filter((name) => name !== 'lo'));
}

function fieldsOf(table: string): readonly (readonly string[])[] {
  return table.split('\n').filter((line) => line.trim() !== '').map((line) => line.trim().split(/\s+/));
}

async function isUp(host: Host, name: string): Promise<boolean> {
  const state = (await textOf(host, `/sys/class/net/${name}/operstate`))?.trim();
  if (state !== 'unknown') return state === 'up';
  // The carrier of an adapter that is switched off cannot be read at all.
  const carrier = await host.readFile(`/sys/class/net/${name}/carrier`);
  return carrier.kind === 'text' && carrier.text.trim() === '1';
}

// A USB network card is not a phone: the driver tells them apart, the name only where it says so itself.
async function kindOf(host: Host, name: string): Promise<'wired' | 'wireless' | 'mobile' | 'virtual'> {
  const own = `/sys/class/net/${name}`;
  const driver = /^DRIVER=(.*)$/m.exec((await textOf(host, `${own}/device/uevent`)) ?? '')?.[1] ?? '';
  if (/^(wwan|usb|rndis|ppp|bnep)\d/.test(name) || mobileDrivers.includes(driver)) return 'mobile';
  if (await anyExists(host, [`${own}/wireless`, `${own}/phy80211`])) return 'wireless';
  return (await exists(host, `${own}/device`)) || /^(eth|en)/.test(name) ? 'wired' : 'virtual';
}

const mobileDrivers: readonly string[] = ['rndis_host', 'ipheth', 'qmi_wwan', 'cdc_mbim', 'huawei_cdc_ncm', 'sierra_net', 'hso'];
