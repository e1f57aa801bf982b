import { z } from 'zod';
import { namesIn } from '../look.js';
import { probe } from '../probe.js';
import { allBlocked } from '../radio-switch.js';

export const bluetooth = probe({
  id: 'bluetooth',
  schema: z.object({ adapters: z.int(), enabled: z.boolean() }),
  sources: ['/sys/class/bluetooth/* (names counted)', '/sys/class/rfkill/*/type', '/sys/class/rfkill/*/soft', '/sys/class/rfkill/*/hard'],
  run: async (host) => {
    const adapters = (await namesIn(host, '/sys/class/bluetooth')).filter((name) => /^hci\d+$/.test(name)).length;
    return { adapters, enabled: adapters > 0 && !(await allBlocked(host, 'bluetooth')) };
  },
});
