import { z } from 'zod';
import { exists } from '../look.js';
import { probe } from '../probe.js';
import { serverSettings, shellServerSources, valuesOf } from '../secure-shell-settings.js';

/** Tries within one connection, and minutes of silence after which it is cut (0 = never); the loosest value counts where some users have their own. */
export const secureShellLimits = probe({
  id: 'secureShellLimits',
  schema: z.object({ tries: z.int(), idleMinutes: z.number() }),
  sources: shellServerSources,
  run: async (host) => {
    if (!(await exists(host, '/usr/sbin/sshd'))) return { tries: 0, idleMinutes: 0 };
    const settings = await serverSettings(host);
    const numbers = (key: string, usual: string): readonly number[] => valuesOf(settings, key, usual).map(secondsIn);
    const silences = numbers('clientaliveinterval', '0');
    return { tries: Math.max(...numbers('maxauthtries', '6')), idleMinutes: silences.includes(0) ? 0 : (Math.max(...silences) * Math.max(...numbers('clientalivecountmax', '3'))) / 60 };
  },
});

// Times may be written 5m or 1h30m.
function secondsIn(text: string): number {
  const parts = [...text.matchAll(/(\d+)([smhd]?)/g)].map(([, digits, unit]) => Number(digits) * ({ m: 60, h: 3600, d: 86_400 }[unit ?? ''] ?? 1));
  return parts.reduce((sum, part) => sum + part, 0);
}
