import { z } from 'zod';
import type { Host } from '../host.js';
import { namesIn, textOf } from '../look.js';
import { probe } from '../probe.js';

/** Where programs keep the networks that a machine has joined, and what one network looks like there. */
const keepers: readonly { readonly folder: string; readonly name: RegExp; readonly mark: RegExp }[] = [
  { folder: '/etc/NetworkManager/system-connections', name: /./, mark: /^type\s*=\s*(wifi|802-11-wireless)\s*$/m },
  { folder: '/etc/wpa_supplicant', name: /\.conf$/, mark: /^\s*network=\{/gm },
  { folder: '/etc/sysconfig/network-scripts', name: /^ifcfg-/, mark: /^TYPE="?Wireless/m },
];

/** How many wireless networks were ever saved; the profiles' names are not kept. */
export const savedWireless = probe({
  id: 'savedWireless',
  schema: z.object({ count: z.int() }),
  sources: [
    ...['/etc/NetworkManager/system-connections/*', '/etc/wpa_supplicant/*.conf', '/etc/sysconfig/network-scripts/ifcfg-*'].map((path) => `${path} (wireless networks counted)`),
    '/var/lib/iwd/* (names counted)',
  ],
  run: async (host) => {
    const counts = await Promise.all(keepers.map((keeper) => countIn(host, keeper)));
    const iwd = (await namesIn(host, '/var/lib/iwd')).filter((name) => /\.(psk|open|8021x)$/.test(name)).length;
    return { count: counts.reduce((sum, count) => sum + count, iwd) };
  },
});

async function countIn(host: Host, { folder, name, mark }: (typeof keepers)[number]): Promise<number> {
  const names = (await namesIn(host, folder)).filter((each) => name.test(each));
  const texts = await Promise.all(names.map((each) => textOf(host, `${folder}/${each}`)));
  return texts.reduce((sum, text) => sum + ((text ?? '').match(mark)?.slice(0, mark.global ? undefined : 1).length ?? 0), 0);
}
