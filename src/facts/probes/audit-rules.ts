import { z } from 'zod';
import type { Host } from '../host.js';
import { anyExists, folderLines, settingLines } from '../look.js';
import { probe } from '../probe.js';

const accountsFile = /(?:-w\s+|-F (?:path|dir)=)\/etc(?:\/(?:passwd|shadow|group|gshadow)\b|\/?(?:\s|$))/;
const syscalls = (...names: readonly string[]): RegExp => new RegExp(`-S\\s+\\S*\\b(?:${names.join('|')})\\b`);
const marks = {
  accounts: accountsFile,
  mounts: syscalls('mount', 'umount2?', 'move_mount'),
  clock: new RegExp(`${syscalls('adjtimex', 'settimeofday', 'clock_settime', 'stime').source}|/etc/localtime`),
  privilege: /\/etc\/sudoers|\/(?:usr\/)?bin\/(?:sudo|su)\b|-F euid=0\b/,
  deletion: syscalls('unlink(?:at)?', 'rename(?:at2?)?', 'rmdir'),
} as const;

/** What the rules of the audit service watch: files of accounts, mounting, the clock, becoming another user, deleting; and whether they hold until the next start. */
export const auditRules = probe({
  id: 'auditRules',
  schema: z.object({ installed: z.boolean(), accounts: z.boolean(), mounts: z.boolean(), clock: z.boolean(), privilege: z.boolean(), deletion: z.boolean(), locked: z.boolean() }),
  sources: ['/usr/sbin/auditd (exists)', '/sbin/auditd (exists)', '/etc/audit/audit.rules', '/etc/audit/rules.d/*.rules'],
  run: async (host) => {
    const installed = await anyExists(host, ['/usr/sbin/auditd', '/sbin/auditd']);
    const rules = installed ? await rulesOf(host) : [];
    const watches = (mark: RegExp): boolean => rules.some((rule) => /^-[aAw]\s/.test(rule) && mark.test(rule));
    return { installed, accounts: watches(marks.accounts), mounts: watches(marks.mounts), clock: watches(marks.clock), privilege: watches(marks.privilege), deletion: watches(marks.deletion), locked: rules.some((rule) => /^-e\s*2$/.test(rule)) };
  },
});

// audit.rules is put together from rules.d when the service starts, or written by hand.
async function rulesOf(host: Host): Promise<readonly string[]> {
  return [...(await folderLines(host, '/etc/audit/rules.d', /\.rules$/)), ...(await settingLines(host, '/etc/audit/audit.rules'))];
}
