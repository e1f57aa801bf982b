import { z } from 'zod';
import type { Host } from '../host.js';
import { lastValue, presentFiles, requiredText, settingLines, significant } from '../look.js';
import { numberFrom, passwordDemand } from '../password-checker.js';
import { probe } from '../probe.js';

const stacks: readonly string[] = ['/etc/pam.d/common-password', '/etc/pam.d/system-auth', '/etc/pam.d/password-auth'];

export const passwordPolicy = probe({
  id: 'passwordPolicy',
  schema: z.object({ minLength: z.int(), maxDays: z.int(), complexity: z.boolean().optional(), history: z.int(), strongHash: z.boolean().optional() }),
  sources: ['/etc/login.defs', ...stacks, '/etc/security/pwquality.conf', '/etc/security/pwquality.conf.d/*.conf', '/etc/security/pwhistory.conf', '/etc/deepin/dde.conf'],
  run: async (host) => {
    const defaults = significant(await requiredText(host, '/etc/login.defs'));
    const stack = (await presentFiles(host, stacks)).flat().filter((line) => /^-?password\b/.test(line));
    const maxDays = numberFrom(lastValue(defaults, 'PASS_MAX_DAYS')) ?? -1;
    // A negative limit is none.
    return { ...(await passwordDemand(host, stack)), maxDays: maxDays < 0 ? 99_999 : maxDays, history: await historyOf(host, stack), strongHash: isStrong(stack, defaults) };
  },
});

async function historyOf(host: Host, stack: readonly string[]): Promise<number> {
  const remembers = (line: string | undefined): number | undefined => numberFrom(/\bremember=(\d+)/.exec(line ?? '')?.[1]);
  const own = stack.find((line) => /\bpam_pwhistory\.so/.test(line));
  if (own === undefined) return remembers(stack.find((line) => /\bpam_unix\.so/.test(line))) ?? 0;
  // The module keeps ten when nothing is written.
  return remembers(own) ?? numberFrom(lastValue(await settingLines(host, '/etc/security/pwhistory.conf'), 'remember')) ?? 10;
}

// What the PAM line names wins; without a name it takes that of login.defs.
function isStrong(stack: readonly string[], defaults: readonly string[]): boolean {
  const unix = stack.find((line) => /\bpam_unix\.so/.test(line)) ?? '';
  const named = /\b(md5|bigcrypt|sha256|sha512|blowfish|gost_yescrypt|yescrypt|sm3)\b/.exec(unix)?.[1];
  return /^(gost_yescrypt|yescrypt|sha512|blowfish|sm3)$/i.test(named ?? lastValue(defaults, 'ENCRYPT_METHOD') ?? '');
}
