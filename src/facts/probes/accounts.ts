import { z } from 'zod';
import { lastValue, requiredText, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const accounts = probe({
  id: 'accounts',
  schema: z.object({ total: z.int(), uidZero: z.int(), login: z.int(), systemWithShell: z.int(), duplicateUids: z.int(), guest: z.boolean() }),
  sources: ['/etc/passwd (counts only)', '/etc/login.defs (UID_MIN)'],
  run: async (host) => {
    const entries = (await requiredText(host, '/etc/passwd')).split('\n').filter((line) => line.includes(':')).map((line) => line.split(':'));
    const firstUser = Number(lastValue(await settingLines(host, '/etc/login.defs'), 'UID_MIN') ?? 1000);
    const uids = entries.map((entry) => Number(entry[2]));
    const shells = entries.map((entry) => hasShell(entry[6] ?? ''));
    const isUser = (uid: number): boolean => uid >= firstUser && uid < 60_000;
    return {
      total: entries.length,
      uidZero: uids.filter((uid) => uid === 0).length,
      login: uids.filter((uid, index) => isUser(uid) && shells[index] === true).length,
      systemWithShell: uids.filter((uid, index) => uid > 0 && uid < firstUser && shells[index] === true).length,
      duplicateUids: uids.length - new Set(uids).size,
      guest: entries.some((entry, index) => entry[0] === 'guest' && shells[index] === true),
    };
  },
});

// `sync` only flushes the disk; it is no shell.
function hasShell(shell: string): boolean {
  return shell !== '' && !['nologin', 'false', 'sync', 'halt', 'shutdown'].some((word) => shell.endsWith(`/${word}`));
}
