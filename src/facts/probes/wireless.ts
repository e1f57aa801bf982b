import { z } from 'zod';
import { anyExists, requiredNames, textOf } from '../look.js';
import { probe } from '../probe.js';
import { allBlocked } from '../radio-switch.js';

/** Adapters are counted; names of networks are never read. */
export const wireless = probe({
  id: 'wireless',
  schema: z.object({ adapters: z.int(), enabled: z.int() }),
  sources: ['/sys/class/net/*/wireless (exists)', '/sys/class/net/*/operstate', '/sys/class/rfkill/*/type', '/sys/class/rfkill/*/soft', '/sys/class/rfkill/*/hard'],
  run: async (host) => {
    const names = await requiredNames(host, '/sys/class/net');
    const flags = await Promise.all(names.map((name) => anyExists(host, [`/sys/class/net/${name}/wireless`, `/sys/class/net/${name}/phy80211`])));
    const adapters = names.filter((_, index) => flags[index]);
    const blocked = await allBlocked(host, 'wlan');
    const states = await Promise.all(adapters.map((name) => textOf(host, `/sys/class/net/${name}/operstate`)));
    return { adapters: adapters.length, enabled: blocked ? 0 : states.filter((state) => state?.trim() !== 'down').length };
  },
});
