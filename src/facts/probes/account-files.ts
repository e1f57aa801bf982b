import { z } from 'zod';
import { requiredText } from '../look.js';
import { probe } from '../probe.js';

const files: readonly string[] = ['/etc/passwd', '/etc/group'];

/** What does not belong into the files of accounts: passwords beside the names, and lines that borrow accounts from a directory service. */
export const accountFiles = probe({
  id: 'accountFiles',
  schema: z.object({ unshadowed: z.int(), borrowed: z.int() }),
  sources: files.map((path) => `${path} (lines counted)`),
  run: async (host) => {
    const [accounts = [], groups = []] = await Promise.all(files.map(async (path) => (await requiredText(host, path)).split('\n').map((line) => line.trim())));
    // x: the password is in the file that only the superuser reads; * and ! open nothing; an empty one is counted elsewhere.
    const unshadowed = accounts.filter((line) => !/^[#+-]/.test(line) && /^[^:]+:[^x*!:][^:]*:/.test(line)).length;
    return { unshadowed, borrowed: [...accounts, ...groups].filter((line) => line.startsWith('+')).length };
  },
});
