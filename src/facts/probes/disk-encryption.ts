import { z } from 'zod';
import { requiredNames, settingLines, textOf } from '../look.js';
import { probe } from '../probe.js';

export const diskEncryption = probe({
  id: 'diskEncryption',
  schema: z.object({ volumes: z.int(), configured: z.int() }),
  sources: ['/sys/block/* (names counted)', '/sys/block/dm-*/dm/uuid (prefix only)', '/etc/crypttab (lines counted)'],
  run: async (host) => {
    const mapped = (await requiredNames(host, '/sys/block')).filter((name) => name.startsWith('dm-'));
    const uuids = await Promise.all(mapped.map((name) => textOf(host, `/sys/block/${name}/dm/uuid`)));
    // CRYPT-PLAIN is swap under a key thrown away at each start; it protects no files.
    const volumes = uuids.filter((uuid) => /^CRYPT-(LUKS|BITLK|TCRYPT|FVAULT)/.test(uuid ?? '')).length;
    return { volumes, configured: (await settingLines(host, '/etc/crypttab')).length };
  },
});
