import { z } from 'zod';
import { requiredNames, statOf } from '../look.js';
import { probe, unseen } from '../probe.js';

// Logs that tell who did what; others, such as that of the boot, are public by design.
const telling = /^(syslog|messages|auth\.log|secure|kern\.log|user\.log|cron|audit|btmp)([.-].*)?$/;

/** Logs that everybody on the machine may read or change. */
export const logPermissions = probe({
  id: 'logPermissions',
  schema: z.object({ checked: z.int(), openToOthers: z.int() }),
  sources: ['/var/log (names)', ...['syslog*', 'messages*', 'auth.log*', 'secure*', 'kern.log*', 'user.log*', 'cron*', 'audit', 'btmp*'].map((name) => `/var/log/${name} (mode and owner)`)],
  run: async (host) => {
    const names = (await requiredNames(host, '/var/log')).filter((name) => telling.test(name));
    const stats = (await Promise.all(names.map((name) => statOf(host, `/var/log/${name}`)))).filter((stat) => stat !== undefined);
    if (stats.length === 0) throw unseen('not-found', '/var/log');
    return { checked: stats.length, openToOthers: stats.filter(({ mode }) => (mode & 0o007) !== 0).length };
  },
});
