import { z } from 'zod';
import { lastValue, requiredText, settingLines } from '../look.js';
import { probe, unseen } from '../probe.js';

export const accounts = probe({
  id: 'accounts',
  schema: z.object({ total: z.int(), uidZero: z.int(), login: z.int(), systemWithShell: z.int(), duplicateUids: z.int(), guest: z.boolean() }),
  sources: ['/etc/passwd (counts only)', '/etc/login.defs (UID_MIN)'],
  run: async (host) => {
    const entries = passwdEntries(await requiredText(host, '/etc/passwd'));
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
      guest: entries.some((entry, index) => /^guest\b/.test(entry[0] ?? '') && shells[index] === true),
    };
  },
});

function passwdEntries(text: string): readonly (readonly string[])[] {
  // A line with + or - borrows accounts from a directory; only local ones are counted.
  const entries = text.split('\n').filter((line) => line.trim() !== '' && !/^[#+-]/.test(line)).map((line) => line.split(':'));
  if (entries.length === 0 || entries.some((entry) => entry.length !== 7 || !/^\d+$/.test(entry[2] ?? ''))) throw unseen('crashed', '/etc/passwd is malformed');
  return entries;
}

// No shell named means /bin/sh; `sync` only flushes the disk and is no shell.
function hasShell(shell: string): boolean {
  return !['nologin', 'false', 'sync', 'halt', 'shutdown'].some((word) => shell.trim().endsWith(`/${word}`));
}
