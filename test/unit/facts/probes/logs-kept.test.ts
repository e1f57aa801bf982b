import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const on = (...days: readonly number[]): string => days.map((day) => `Nov ${String(day).padStart(2, ' ')} 08:00:01 host x: y\n`).join('');

describe('logs without a break', () => {
  const kept = (syslog: string, auth: string, more: Record<string, string | { denied: true }> = {}): Promise<unknown> => {
    const files = { '/var/log/syslog': syslog, '/var/log/auth.log': auth, ...more };
    return answerOf('logContinuity', { files, folders: { '/var/log': Object.keys(files).map((path) => path.slice(9)) } });
  };

  it.each([
    ['both tell of each day', on(1, 2, 3), on(1, 2, 3), { days: 3, brokenDays: 0, emptied: 0 }],
    ['a weekend off is missing in both', on(1, 4), on(1, 4), { days: 2, brokenDays: 0, emptied: 0 }],
    ['the general log lost a day', on(1, 3), on(1, 2, 3), { days: 3, brokenDays: 1, emptied: 0 }],
    ['each lost another', on(1, 2, 4), on(1, 3, 4), { days: 4, brokenDays: 2, emptied: 0 }],
    ['a log that begins later is shorter, not broken', on(3, 4), on(1, 2, 3, 4), { days: 4, brokenDays: 0, emptied: 0 }],
  ])('%s', async (_, syslog, auth, expected) => {
    expect(await kept(syslog, auth)).toEqual(expected);
  });

  it('an empty log beside older ones was emptied', async () => {
    expect(await kept('', on(1, 2), { '/var/log/syslog.1': on(1, 2) })).toMatchObject({ emptied: 1 });
  });

  it.each([
    ['may not be read', { '/var/log/syslog.1': { denied: true as const } }, 'no-permission'],
    ['is something else', { '/var/log/syslog.1': 'no days\n' }, 'crashed'],
  ])('one that %s proves nothing', async (_, more, reason) => {
    expect(await kept(on(1, 2), on(1, 2), more)).toBe(reason);
  });

  it('with one kind alone there is nothing to compare', async () => {
    expect(await answerOf('logContinuity', { files: { '/var/log/syslog': on(1) }, folders: { '/var/log': ['syslog'] } })).toBe('not-found');
  });
});

describe('what the audit service watches', () => {
  const rules = (...lines: readonly string[]) => ({ files: { '/etc/audit/audit.rules': lines.join('\n') }, folders: { '/usr/sbin': ['auditd'] } });
  const nothing = { installed: true, accounts: false, mounts: false, clock: false, privilege: false, deletion: false, locked: false };
  it.each([
    ['nothing', ['-D', '-b 8192'], {}],
    ['accounts', ['-w /etc/shadow -p wa -k identity'], { accounts: true }],
    ['accounts, in the longer form', ['-a always,exit -F path=/etc/passwd -F perm=wa'], { accounts: true }],
    ['mounting', ['-a always,exit -F arch=b64 -S mount,umount2 -k media'], { mounts: true }],
    ['the clock', ['-a always,exit -F arch=b64 -S adjtimex,settimeofday -k time'], { clock: true }],
    ['becoming another user', ['-w /etc/sudoers -p wa'], { privilege: true }],
    ['deleting', ['-a always,exit -F arch=b64 -S unlink -S rename -k delete'], { deletion: true }],
    ['the rules hold until the next start', ['-e 2'], { locked: true }],
    ['a rule to leave something out watches nothing', ['-d always,exit -S mount'], {}],
  ])('%s', async (_, lines, expected) => {
    expect(await answerOf('auditRules', rules(...lines))).toEqual({ ...nothing, ...expected });
  });

  it('without the service nothing is watched, whatever its files say', async () => {
    expect(await answerOf('auditRules', { ...rules('-w /etc/shadow -p wa'), folders: { '/usr/sbin': [] } })).toEqual({ ...nothing, installed: false });
  });
});

it.each([
  ['kept for good', 'max_log_file = 8\nnum_logs = 5\nmax_log_file_action = KEEP_LOGS\nspace_left_action = SYSLOG\ndisk_full_action = HALT\n', { keeps: true, megabytes: 40, noticesFullDisk: true }],
  ['turned over with old parts kept', 'max_log_file = 8\nnum_logs = 5\nmax_log_file_action = ROTATE\nspace_left_action = EMAIL\ndisk_full_action = SUSPEND\n', { keeps: true, megabytes: 40, noticesFullDisk: false }],
  ['turned over with one part', 'max_log_file = 8\nnum_logs = 1\nmax_log_file_action = ROTATE\n', { keeps: false, megabytes: 8, noticesFullDisk: false }],
  ['as nothing is set', '', { keeps: false, megabytes: 0, noticesFullDisk: false }],
])('the audit log, %s', async (_, text, expected) => {
  expect(await answerOf('auditRetention', { files: { '/etc/audit/auditd.conf': text }, folders: { '/usr/sbin': ['auditd'] } })).toEqual({ installed: true, ...expected });
});

it.each([
  ['for the office only', { '/var/log/syslog': { mode: 0o640 }, '/var/log/btmp': { mode: 0o660 } }, { checked: 2, openToOthers: 0 }],
  ['one for everybody', { '/var/log/syslog': { mode: 0o644 }, '/var/log/auth.log.1': { mode: 0o640 } }, { checked: 2, openToOthers: 1 }],
  ['the log of the boot is public by design', { '/var/log/dmesg': { mode: 0o644 }, '/var/log/secure': { mode: 0o600 } }, { checked: 1, openToOthers: 0 }],
  ['without logs nothing is known', {}, 'not-found'],
])('logs %s', async (_, files, expected) => {
  expect(await answerOf('logPermissions', { files, folders: { '/var/log': Object.keys(files).map((path) => path.slice(9)) } })).toEqual(expected);
});

describe('how long logs are kept', () => {
  const rotation = (general: string, own: string) => ({ files: { '/etc/logrotate.conf': general, '/etc/logrotate.d/rsyslog': own }, folders: { '/etc/logrotate.d': ['rsyslog'] } });
  const block = (body: string, names = '/var/log/syslog /var/log/auth.log'): string => `${names}\n{\n${body}\n}\n`;
  it.each([
    ['half a year of weeks', rotation('weekly\nrotate 4\n', block('rotate 26')), { days: 182 }],
    ['the block says both', rotation('weekly\nrotate 4\n', block('rotate 7\ndaily')), { days: 7 }],
    ['the shorter of two counts', rotation('weekly\nrotate 4\n', block('rotate 52', '/var/log/syslog') + block('rotate 2', '/var/log/auth.log')), { days: 14 }],
    ['a block about other logs says nothing', rotation('weekly\nrotate 4\n', block('rotate 1', '/var/log/mail.log')), 'not-found'],
    ['never deleted', rotation('monthly\nrotate 4\n', block('rotate -1')), { days: 1_095_000 }],
    ['without settings nothing is known', { files: {} }, 'not-found'],
  ])('%s', async (_, parts, expected) => {
    expect(await answerOf('logRotation', parts)).toEqual(expected);
  });
});

it.each([
  ['both are kept', { '/var/log/wtmp': 'x', '/var/log/btmp': '' }, { logins: true, failures: true }],
  ['the first was emptied', { '/var/log/wtmp': '', '/var/log/btmp': 'x' }, { logins: false, failures: true }],
  ['the newer form counts', { '/var/lib/wtmpdb/wtmp.db': 'x' }, { logins: true, failures: false }],
])('records of logins: %s', async (_, files, expected) => {
  expect(await answerOf('loginRecords', { files })).toEqual(expected);
});

describe('media that are plugged in', () => {
  const machineWide = (...lines: readonly string[]) => ({ files: { '/etc/dconf/profile/user': 'system-db:local\n', '/etc/dconf/db/local.d/00': `[org/gnome/desktop/media-handling]\n${lines.join('\n')}\n` }, folders: { '/etc/dconf/db/local.d': ['00'] } });
  it.each([
    ['are not opened, and nothing on them is offered to run', machineWide('automount=false', 'autorun-never=true'), { automount: false, programs: false }],
    ['what is left open is as the desktop comes', machineWide('automount=false'), { automount: false, programs: true }],
    ['the user\'s own settings where the machine has none', { uid: 1000, tools: { 'gsettings get org.mate.media-handling automount': { exitCode: 0, stdout: 'true\n' }, 'gsettings get org.mate.media-handling autorun-never': { exitCode: 0, stdout: 'true\n' } } }, { automount: true, programs: false }],
    ['no desktop that is known', {}, 'not-found'],
  ])('%s', async (_, parts, expected) => {
    expect(await answerOf('autorun', parts)).toEqual(expected);
  });
});
