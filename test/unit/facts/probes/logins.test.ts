import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

describe('who may become the superuser', () => {
  it.each([
    ['nobody but root', 'root:x:0:\nsudo:x:27:\n', { members: 0 }],
    ['one person in two groups is one', 'root:x:0:root\nsudo:x:27:a\nwheel:x:10:a\n', { members: 1 }],
    ['two persons', 'sudo:x:27:a,b\nusers:x:100:c,d,e\n', { members: 2 }],
    ['a file that is no list of groups proves nothing', 'sudo a b\n', 'crashed'],
    ['an empty one neither', '', 'crashed'],
  ])('%s', async (_, text, expected) => {
    expect(await answerOf('administrators', { files: { '/etc/group': text } })).toEqual(expected);
  });
});

describe('what does not belong into the files of accounts', () => {
  const root = 'root:x:0:0:root:/root:/bin/bash\n';
  it.each([
    ['passwords kept apart', root, 'root:x:0:\n', { unshadowed: 0, borrowed: 0 }],
    ['a password beside the name', `${root}old:masked:1000:1000::/home/old:/bin/sh\n`, 'root:x:0:\n', { unshadowed: 1, borrowed: 0 }],
    ['a shut account is no password', `${root}old:!:1000:1000::/:/bin/sh\nbin:*:2:2::/:/bin/sh\n`, 'root:x:0:\n', { unshadowed: 0, borrowed: 0 }],
    ['accounts and groups of a directory', `${root}+::::::\n`, 'root:x:0:\n+:::\n', { unshadowed: 0, borrowed: 2 }],
  ])('%s', async (_, passwd, group, expected) => {
    expect(await answerOf('accountFiles', { files: { '/etc/passwd': passwd, '/etc/group': group } })).toEqual(expected);
  });
});

it.each([
  ['as Debian ships it', 'PASS_MIN_DAYS 0\nPASS_WARN_AGE 7\n', '# INACTIVE=-1\n', { warnDays: 7, minDays: 0, inactiveDays: -1 }],
  ['shut after thirty days', 'PASS_WARN_AGE 14\n', 'INACTIVE=30\n', { warnDays: 14, minDays: -1, inactiveDays: 30 }],
  ['nothing set', '', '', { warnDays: -1, minDays: -1, inactiveDays: -1 }],
])('ageing of passwords: %s', async (_, defs, useradd, expected) => {
  expect(await answerOf('passwordAgeing', { files: { '/etc/login.defs': defs, '/etc/default/useradd': useradd } })).toEqual(expected);
});

describe('login modules', () => {
  const su = (line: string): Record<string, string> => ({ '/etc/pam.d/common-auth': 'auth required pam_unix.so\n', '/etc/pam.d/su': line });
  it.each([
    ['an empty password is let through', { '/etc/pam.d/common-auth': 'auth [success=1 default=ignore] pam_unix.so nullok\n' }, { emptyPasswords: true, switchRestricted: false }],
    ['also where only on the own consoles', { '/etc/pam.d/common-auth': 'auth required pam_unix.so nullok_secure\n' }, { emptyPasswords: true, switchRestricted: false }],
    ['one open stack of two is enough', { '/etc/pam.d/system-auth': 'auth required pam_unix.so\n', '/etc/pam.d/password-auth': 'auth required pam_unix.so nullok\n' }, { emptyPasswords: true, switchRestricted: false }],
    ['a password line says nothing of logins', { '/etc/pam.d/common-auth': 'auth required pam_unix.so\npassword required pam_unix.so nullok\n' }, { emptyPasswords: false, switchRestricted: false }],
    ['su is for the members of a group', su('auth required pam_wheel.so\n'), { emptyPasswords: false, switchRestricted: true }],
    ['a line that is commented out restricts nobody', su('# auth required pam_wheel.so\n'), { emptyPasswords: false, switchRestricted: false }],
    ['a line that shuts out a group lets in the others', su('auth required pam_wheel.so deny group=guests\n'), { emptyPasswords: false, switchRestricted: false }],
    ['trusted members alone restrict nobody', su('auth sufficient pam_wheel.so trust\n'), { emptyPasswords: false, switchRestricted: false }],
    ['without a stack nothing is known', {}, 'not-found'],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('loginStack', { files })).toEqual(expected);
  });
});

describe('idle shells', () => {
  it.each([
    ['never end unless told', {}, 0],
    ['end after ten minutes', { '/etc/profile': 'readonly TMOUT=600\n' }, 10],
    ['the longer of two times counts', { '/etc/profile': 'TMOUT=600\n', '/etc/bash.bashrc': 'export TMOUT=1800\n' }, 30],
    ['zero switches it off', { '/etc/profile': 'TMOUT=600\n', '/etc/bashrc': 'TMOUT=0\n' }, 0],
    ['a commented line ends nothing', { '/etc/profile': '# TMOUT=600\n' }, 0],
  ])('%s', async (_, files, minutes) => {
    expect(await answerOf('shellTimeout', { files })).toEqual({ minutes });
  });
});

describe('the login screen', () => {
  const gdm = { '/usr/sbin': ['gdm3'] };
  it.each([
    ['shows the accounts unless told', {}, gdm, { hidesUsers: false }],
    ['of GNOME hides them', { '/etc/gdm3/greeter.dconf-defaults': '[org/gnome/login-screen]\ndisable-user-list=true\n' }, gdm, { hidesUsers: true }],
    ['of LightDM hides them; its main file is read last', { '/etc/lightdm/lightdm.conf': '[Seat:*]\ngreeter-hide-users=true\n', '/etc/lightdm/lightdm.conf.d/10.conf': 'greeter-hide-users=false\n' }, { '/usr/sbin': ['lightdm'], '/etc/lightdm/lightdm.conf.d': ['10.conf'] }, { hidesUsers: true }],
    ['two managers, one shows them', { '/etc/gdm3/greeter.dconf-defaults': 'disable-user-list=true\n' }, { '/usr/sbin': ['gdm3', 'lightdm'] }, { hidesUsers: false }],
    ['of an unknown manager is not judged', {}, { '/usr/sbin': [] }, 'not-found'],
  ])('%s', async (_, files, folders, expected) => {
    expect(await answerOf('loginScreen', { files, folders })).toEqual(expected);
  });
});

describe('shells of the superuser', () => {
  const unit = (command: string): string => `[Service]\nExecStart=${command}\n`;
  const shipped = Object.fromEntries(['rescue', 'emergency'].map((name) => [`/usr/lib/systemd/system/${name}.service`, unit('-/lib/systemd/systemd-sulogin-shell rescue')]));
  it.each([
    ['rescue and emergency mode ask for the password', shipped, {}, { debugShell: false, withoutPassword: 0 }],
    ['the debug shell does not', shipped, { '/etc/systemd/system/sysinit.target.wants': ['debug-shell.service'] }, { debugShell: true, withoutPassword: 0 }],
    ['a drop-in may open one', { ...shipped, '/etc/systemd/system/rescue.service.d/own.conf': '[Service]\nExecStart=\nExecStart=/bin/bash\n' }, { '/etc/systemd/system/rescue.service.d': ['own.conf'] }, { debugShell: false, withoutPassword: 1 }],
    ['an own unit stands before the shipped one', { ...shipped, '/etc/systemd/system/emergency.service': unit('/bin/sh') }, {}, { debugShell: false, withoutPassword: 1 }],
    ['without the units nothing is known', {}, {}, 'not-found'],
  ])('%s', async (_, files, folders, expected) => {
    expect(await answerOf('rescueShells', { files, folders })).toEqual(expected);
  });
});

it.each([[{}, 0], [{ '/etc/hosts.equiv': '' }, 1], [{ '/etc/hosts.equiv': 'a', '/etc/ssh/shosts.equiv': 'b' }, 2]])('trust between hosts: %o', async (files, count) => {
  expect(await answerOf('hostTrust', { files })).toEqual({ files: count });
});
