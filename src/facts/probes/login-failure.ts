import { z } from 'zod';
import { lastValue, presentFiles, settingLines } from '../look.js';
import { probe } from '../probe.js';

const stacks: readonly string[] = ['/etc/pam.d/common-auth', '/etc/pam.d/system-auth', '/etc/pam.d/password-auth'];

export const loginFailure = probe({
  id: 'loginFailure',
  schema: z.object({ locks: z.boolean(), tries: z.int() }),
  sources: [...stacks, '/etc/security/faillock.conf'],
  run: async (host) => {
    const files = await presentFiles(host, stacks);
    const configured = lastValue(await settingLines(host, '/etc/security/faillock.conf'), 'deny');
    const tries = files.map((lines) => triesOf(lines, configured));
    // The weakest stack decides: on the rpm family remote logins go through one of their own.
    return tries.includes(0) ? { locks: false, tries: 0 } : { locks: true, tries: Math.max(...tries) };
  },
});

// pam_faillock denies after 3 tries unless told otherwise; pam_tally counts without ever denying.
function triesOf(lines: readonly string[], configured: string | undefined): number {
  const counting = lines.filter((line) => /^-?auth\b.*\bpam_(faillock|tally2?)\.so/.test(line));
  const written = /\bdeny=(\d+)/.exec(counting.join(' '))?.[1];
  const isFaillock = counting.some((line) => line.includes('pam_faillock'));
  if (counting.length === 0) return 0;
  return Number.parseInt(written ?? (isFaillock ? (configured ?? '3') : '0'), 10);
}
