import { z } from 'zod';
import { lastValue, requiredText, settingLines, significant } from '../look.js';
import { numberFrom } from '../password-checker.js';
import { probe } from '../probe.js';

/** What new accounts get: days of warning before a password expires, days until it may be changed again, and days after expiry until the account is shut (−1: never). */
export const passwordAgeing = probe({
  id: 'passwordAgeing',
  schema: z.object({ warnDays: z.int(), minDays: z.int(), inactiveDays: z.int() }),
  sources: ['/etc/login.defs', '/etc/default/useradd'],
  run: async (host) => {
    const defaults = significant(await requiredText(host, '/etc/login.defs'));
    const days = (key: string): number => numberFrom(lastValue(defaults, key)) ?? -1;
    const inactive = numberFrom(lastValue(await settingLines(host, '/etc/default/useradd'), 'INACTIVE')) ?? -1;
    return { warnDays: days('PASS_WARN_AGE'), minDays: days('PASS_MIN_DAYS'), inactiveDays: inactive };
  },
});
