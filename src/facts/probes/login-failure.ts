import { z } from 'zod';
import { lastValue, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const loginFailure = probe({
  id: 'loginFailure',
  schema: z.object({ locks: z.boolean(), tries: z.int() }),
  sources: ['/etc/pam.d/common-auth', '/etc/pam.d/system-auth', '/etc/pam.d/password-auth', '/etc/security/faillock.conf'],
  run: async (host) => {
    const stacks = await Promise.all(['/etc/pam.d/common-auth', '/etc/pam.d/system-auth', '/etc/pam.d/password-auth'].map((path) => settingLines(host, path)));
    const line = stacks.flat().find((each) => /pam_(faillock|tally2|tally)\.so/.test(each));
    const written = /\bdeny=(\d+)/.exec(line ?? '')?.[1] ?? lastValue(await settingLines(host, '/etc/security/faillock.conf'), 'deny');
    const usual = line?.includes('pam_faillock') === true ? 3 : 0;
    const tries = line === undefined ? 0 : Number.parseInt(written ?? String(usual), 10);
    return { locks: tries > 0, tries };
  },
});
