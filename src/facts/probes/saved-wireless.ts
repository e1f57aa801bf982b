import { z } from 'zod';
import { namesIn, textOf } from '../look.js';
import { probe } from '../probe.js';

/** How many wireless networks were ever saved; the profiles' names are not kept. */
export const savedWireless = probe({
  id: 'savedWireless',
  schema: z.object({ count: z.int() }),
  sources: ['/etc/NetworkManager/system-connections (type line of each profile, counted)', '/etc/wpa_supplicant/*.conf (network blocks counted)'],
  run: async (host) => {
    const folder = '/etc/NetworkManager/system-connections';
    const profiles = await Promise.all((await namesIn(host, folder)).slice(0, 200).map((name) => textOf(host, `${folder}/${name}`)));
    const supplicant = (await namesIn(host, '/etc/wpa_supplicant')).filter((name) => name.endsWith('.conf'));
    const blocks = await Promise.all(supplicant.map((name) => textOf(host, `/etc/wpa_supplicant/${name}`)));
    const count = profiles.filter((text) => /^type=(wifi|802-11-wireless)$/m.test(text ?? '')).length;
    return { count: count + blocks.reduce((sum, text) => sum + (text?.match(/^\s*network=\{/gm)?.length ?? 0), 0) };
  },
});
