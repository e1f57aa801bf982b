import { z } from 'zod';
import { requiredNames, statOf } from '../look.js';
import { probe } from '../probe.js';

/** Whether the machine keeps who logged in (wtmp) and who failed to (btmp), and whether the first was emptied. */
export const loginRecords = probe({
  id: 'loginRecords',
  schema: z.object({ logins: z.boolean(), failures: z.boolean() }),
  sources: ['/var/log (names)', '/var/log/wtmp (size)', '/var/log/btmp (exists)', '/var/lib/wtmpdb/wtmp.db (size)'],
  run: async (host) => {
    await requiredNames(host, '/var/log');
    const [old, fresh, failed] = await Promise.all(['/var/log/wtmp', '/var/lib/wtmpdb/wtmp.db', '/var/log/btmp'].map((path) => statOf(host, path)));
    return { logins: (old?.size ?? 0) > 0 || (fresh?.size ?? 0) > 0, failures: failed !== undefined };
  },
});
