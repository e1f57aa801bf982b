import { z } from 'zod';
import { lastValue, presentFiles, settingLines } from '../look.js';
import { probe } from '../probe.js';

const stacks: readonly string[] = ['/etc/pam.d/common-auth', '/etc/pam.d/system-auth', '/etc/pam.d/password-auth'];

/** After how many failures an account is shut, and for how many minutes (0 = until an administrator opens it). */
export const loginFailure = probe({
  id: 'loginFailure',
  schema: z.object({ locks: z.boolean(), tries: z.int(), unlockMinutes: z.number().optional() }),
  sources: [...stacks, '/etc/security/faillock.conf'],
  run: async (host) => {
    const files = await presentFiles(host, stacks);
    const settings = await settingLines(host, '/etc/security/faillock.conf');
    const tries = files.map((lines) => triesOf(lines, lastValue(settings, 'deny')));
    // The weakest stack decides: on the rpm family remote logins go through one of their own.
    if (tries.includes(0)) return { locks: false, tries: 0 };
    return { locks: true, tries: Math.max(...tries), unlockMinutes: shortest(files.map((lines) => unlockOf(lines, lastValue(settings, 'unlock_time')))) / 60 };
  },
});

// pam_faillock opens again after ten minutes unless told otherwise; the older modules stay shut.
function unlockOf(lines: readonly string[], configured: string | undefined): number {
  const text = counting(lines).join(' ');
  const written = /\bunlock_time=(\d+|never)/.exec(text)?.[1] ?? (text.includes('pam_faillock') ? (configured ?? '600') : '0');
  return written === 'never' ? 0 : Number.parseInt(written, 10);
}

// Zero stays shut until an administrator opens it.
function shortest(seconds: readonly number[]): number {
  const limited = seconds.filter((each) => each > 0);
  return limited.length === 0 ? 0 : Math.min(...limited);
}

function counting(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => /^-?auth\b.*\bpam_(faillock|tally2?)\.so/.test(line));
}

// pam_faillock denies after 3 tries unless told otherwise; pam_tally counts without ever denying.
function triesOf(lines: readonly string[], configured: string | undefined): number {
  const counted = counting(lines);
  const written = /\bdeny=(\d+)/.exec(counted.join(' '))?.[1];
  const isFaillock = counted.some((line) => line.includes('pam_faillock'));
  if (counted.length === 0) return 0;
  return Number.parseInt(written ?? (isFaillock ? (configured ?? '3') : '0'), 10);
}
