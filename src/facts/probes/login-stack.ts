import { z } from 'zod';
import { presentFiles, settingLines } from '../look.js';
import { probe } from '../probe.js';

const stacks: readonly string[] = ['/etc/pam.d/common-auth', '/etc/pam.d/system-auth', '/etc/pam.d/password-auth'];

/** Whether a login with an empty password is let through, and whether only members of a group may become another user with `su`. */
export const loginStack = probe({
  id: 'loginStack',
  schema: z.object({ emptyPasswords: z.boolean(), switchRestricted: z.boolean() }),
  sources: [...stacks, '/etc/pam.d/su'],
  run: async (host) => {
    const auth = (await presentFiles(host, stacks)).flat().filter((line) => /^-?auth\b/.test(line));
    const su = await settingLines(host, '/etc/pam.d/su');
    return {
      // nullok_secure lets it through on the machine's own consoles.
      emptyPasswords: auth.some((line) => /\bpam_unix\.so\b.*\bnullok(_secure)?\b/.test(line)),
      switchRestricted: su.some((line) => /^-?auth\s+(required|requisite)\s+pam_wheel\.so\b(?!.*\bdeny\b)/.test(line)),
    };
  },
});
