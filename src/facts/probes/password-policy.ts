import { z } from 'zod';
import { lastValue, layeredLines, requiredText, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const passwordPolicy = probe({
  id: 'passwordPolicy',
  schema: z.object({ minLength: z.int(), maxDays: z.int(), complexity: z.boolean(), history: z.int(), strongHash: z.boolean() }),
  sources: ['/etc/login.defs', '/etc/security/pwquality.conf', '/etc/security/pwquality.conf.d/*.conf', '/etc/pam.d/common-password', '/etc/pam.d/system-auth', '/etc/pam.d/password-auth'],
  run: async (host) => {
    const defaults = (await requiredText(host, '/etc/login.defs')).split('\n').map((line) => line.trim()).filter((line) => !line.startsWith('#'));
    const quality = await layeredLines(host, '/etc/security/pwquality.conf', '/etc/security/pwquality.conf.d');
    const stack = (await Promise.all(['/etc/pam.d/common-password', '/etc/pam.d/system-auth', '/etc/pam.d/password-auth'].map((path) => settingLines(host, path)))).flat().filter((line) => line.startsWith('password'));
    const checker = stack.find((line) => /pam_(pwquality|cracklib|deepin_pw_check)\.so/.test(line));
    const option = (name: string): number | undefined => numberOf(new RegExp(`\\b${name}=(-?\\d+)`).exec(stack.join(' '))?.[1]) ?? (checker === undefined ? undefined : numberOf(lastValue(quality, name)));
    const credits = ['dcredit', 'ucredit', 'lcredit', 'ocredit'].filter((name) => (option(name) ?? 0) < 0).length;
    return {
      minLength: option('minlen') ?? 0,
      maxDays: numberOf(lastValue(defaults, 'PASS_MAX_DAYS')) ?? 99_999,
      complexity: checker !== undefined && ((option('minclass') ?? 0) >= 3 || credits >= 3),
      history: option('remember') ?? 0,
      strongHash: /yescrypt|sha512|sm3/i.test(`${stack.join(' ')} ${lastValue(defaults, 'ENCRYPT_METHOD') ?? ''}`),
    };
  },
});

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || !/^-?\d+/.test(text) ? undefined : Number.parseInt(text, 10);
}
