import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const root = 'root:x:0:0:root:/root:/bin/bash\n';

describe('accounts', () => {
  it.each([
    ['an account without a shell of its own gets /bin/sh', `${root}db:x:110:110::/var/lib/db:\n`, { systemWithShell: 1 }],
    ['nologin, false and sync are no shells', `${root}a:x:1:1::/:/usr/sbin/nologin\nb:x:2:2::/:/bin/false\nc:x:4:65534::/bin:/bin/sync\n`, { systemWithShell: 0 }],
    ['a second name for user 0 is a second superuser', `${root}toor:x:0:0::/root:/bin/sh\n`, { uidZero: 2, duplicateUids: 1 }],
    ['a line that borrows accounts from a directory is no local superuser', `${root}+::::::\n`, { uidZero: 1, total: 1 }],
    ['a guest without a shell cannot log in', `${root}guest:x:1001:1001::/:/usr/sbin/nologin\n`, { guest: false }],
    ['a guest with a shell can', `${root}guest:x:1001:1001::/:/bin/bash\n`, { guest: true, login: 1 }],
  ])('%s', async (_, passwd, expected) => {
    expect(await answerOf('accounts', { files: { '/etc/passwd': passwd } })).toMatchObject(expected);
  });

  it.each(['', '\n\n', 'root:x:0\n', `${root}half a line`, `${root}user:x:many:1::/:/bin/sh\n`])('a damaged account list counts nothing: %j', async (passwd) => {
    expect(await answerOf('accounts', { files: { '/etc/passwd': passwd } })).toBe('crashed');
  });
});

describe('password entries', () => {
  const entry = (hash: string, max = '90'): string => `user:${hash}:20000:0:${max}:7:::\n`;

  it.each([
    ['no password at all', entry(''), { empty: 1, usable: 0 }],
    ['locked accounts have no usable password', entry('!') + entry('*') + entry('!!') + entry('!$6$a$b'), { empty: 0, usable: 0, weakHash: 0, withoutExpiry: 0 }],
    ['MD5 and DES are old', entry('$1$a$b') + entry('aBcDeFgHiJkLm'), { usable: 2, weakHash: 2 }],
    ['SHA-512, yescrypt and SM3 are not', entry('$6$a$b') + entry('$y$a$b') + entry('$sm3$a$b'), { usable: 3, weakHash: 0 }],
    ['a limit that is empty, negative or 99999 is none', entry('$6$a$b', '') + entry('$6$a$b', '-1') + entry('$6$a$b', '99999') + entry('$6$a$b', '90'), { withoutExpiry: 3 }],
  ])('%s', async (_, shadow, expected) => {
    expect(await answerOf('passwordEntries', { files: { '/etc/shadow': shadow } })).toMatchObject(expected);
  });

  it('a field left empty in passwd asks for no password, whatever shadow says', async () => {
    const files = { '/etc/passwd': `${root}user::1000:1000::/home/user:/bin/bash\n`, '/etc/shadow': entry('$6$a$b') };
    expect(await answerOf('passwordEntries', { files })).toMatchObject({ empty: 1 });
  });

  it.each(['', 'user:$6$a$b\n'])('a damaged shadow file counts nothing: %j', async (shadow) => {
    expect(await answerOf('passwordEntries', { files: { '/etc/shadow': shadow } })).toBe('crashed');
  });
});

describe('sudo', () => {
  it.each([
    ['a rule for one command without a password', 'user ALL=(root) NOPASSWD: /usr/bin/apt\n', 1],
    ['a rule over two lines', 'user ALL=(root) \\\n  NOPASSWD: ALL\n', 1],
    ['no password for anybody', 'Defaults !authenticate\nuser ALL=(ALL) ALL\n', 1],
    ['a comment that names the word', '# user ALL=(ALL) NOPASSWD: ALL\nuser ALL=(ALL) ALL\n', 0],
    ['an alias is no rule', 'Cmnd_Alias NOPASSWD_TOOLS = /usr/bin/apt\nuser ALL=(ALL) ALL\n', 0],
  ])('%s', async (_, sudoers, withoutPassword) => {
    expect(await answerOf('sudo', { files: { '/etc/sudoers': sudoers } })).toMatchObject({ withoutPassword });
  });

  it('files with a dot or a tilde in the name are not read by sudo', async () => {
    const rule = 'user ALL=(ALL) NOPASSWD: ALL\n';
    const folders = { '/etc/sudoers.d': ['backup.old', 'draft~', 'office'] };
    expect(await answerOf('sudo', { folders, files: { '/etc/sudoers.d/backup.old': rule, '/etc/sudoers.d/draft~': rule, '/etc/sudoers.d/office': rule } })).toMatchObject({ withoutPassword: 1 });
  });
});

describe('home folders', () => {
  it('modes are counted, links and files are not', async () => {
    const folders = { '/home': ['a', 'b', 'c', 'note'], '/home/a': { names: [], mode: 0o700 }, '/home/b': { names: [], mode: 0o750 }, '/home/c': { names: [], mode: 0o751 } };
    expect(await answerOf('homeFolders', { folders })).toEqual({ total: 3, openToOthers: 1 });
  });
});
