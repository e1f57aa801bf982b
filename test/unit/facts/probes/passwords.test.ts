import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const unix = 'password [success=1 default=ignore] pam_unix.so obscure yescrypt\n';
const quality = 'password requisite pam_pwquality.so retry=3\n';

async function policy(files: Readonly<Record<string, string>>, folders = {}) {
  return answerOf('passwordPolicy', { files, folders });
}

describe('password policy', () => {
  it('without a PAM stack nothing is known', async () => {
    expect(await policy({})).toBe('not-found');
  });

  it.each([
    ['plain pam_unix asks for six characters where it says obscure', unix, '', { minLength: 6, complexity: false }],
    ['libpwquality asks for eight when nothing is written', quality + unix, '# minlen = 9\n', { minLength: 8, complexity: false }],
    ['a length in the file counts', quality + unix, 'minlen = 12\nminclass = 3\n', { minLength: 12, complexity: true }],
    ['a length on the PAM line wins over the file', 'password requisite pam_pwquality.so minlen=14\n', 'minlen = 8\n', { minLength: 14 }],
    ['three demanded classes are complexity', quality, 'dcredit = -1\nucredit = -1\nlcredit = -1\n', { complexity: true }],
    ['two are not', quality, 'dcredit = -1\nucredit = -1\n', { complexity: false }],
    ['a positive credit lets a shorter password pass', quality, 'minlen = 12\ndcredit = 2\n', { minLength: 10 }],
    ['the file counts for nothing when the module is not asked', unix, 'minlen = 14\nminclass = 4\n', { minLength: 6, complexity: false }],
  ])('%s', async (_, stack, conf, expected) => {
    expect(await policy({ '/etc/pam.d/common-password': stack, '/etc/security/pwquality.conf': conf })).toMatchObject(expected);
  });

  it('the main file is read after its drop-ins', async () => {
    const files = { '/etc/pam.d/common-password': quality, '/etc/security/pwquality.conf': 'minlen = 9\n', '/etc/security/pwquality.conf.d/1.conf': 'minlen = 16\n' };
    expect(await policy(files, { '/etc/security/pwquality.conf.d': ['1.conf'] })).toMatchObject({ minLength: 9 });
  });

  it('UOS keeps its demands in a file of its own', async () => {
    const stack = 'password requisite pam_deepin_pw_check.so\npassword sufficient pam_unix.so sm3\n';
    const strict = 'STRONG_PASSWORD = true\nPASSWORD_MIN_LENGTH = 10\nVALIDATE_REQUIRED = 3\n';
    expect(await policy({ '/etc/pam.d/common-password': stack, '/etc/deepin/dde.conf': strict })).toMatchObject({ minLength: 10, complexity: true, strongHash: true });
    expect(await policy({ '/etc/pam.d/common-password': stack, '/etc/deepin/dde.conf': strict.replace('true', 'false') })).toMatchObject({ minLength: 0, complexity: false });
  });

  it.each([
    ['PASS_MAX_DAYS 90', 90],
    ['PASS_MAX_DAYS -1', 99_999],
    ['PASS_MAX_DAYS soon', 99_999],
    ['', 99_999],
  ])('%j means at most %d days', async (line, maxDays) => {
    expect(await policy({ '/etc/login.defs': `${line}\n`, '/etc/pam.d/common-password': unix })).toMatchObject({ maxDays });
  });

  it.each([
    ['password required pam_pwhistory.so remember=7\n', '', 7],
    ['password required pam_pwhistory.so\n', 'remember = 6\n', 6],
    ['password required pam_pwhistory.so\n', '', 10],
    ['password sufficient pam_unix.so remember=5\n', '', 5],
    [unix, 'remember = 6\n', 0],
  ])('%j with %j remembers %d passwords', async (stack, conf, history) => {
    expect(await policy({ '/etc/pam.d/common-password': stack, '/etc/security/pwhistory.conf': conf })).toMatchObject({ history });
  });

  it.each([
    ['pam_unix.so md5', 'ENCRYPT_METHOD SHA512', false],
    ['pam_unix.so', 'ENCRYPT_METHOD SHA512', true],
    ['pam_unix.so', 'ENCRYPT_METHOD MD5', false],
    ['pam_unix.so', '', false],
    ['pam_unix.so gost_yescrypt', '', true],
  ])('%s beside %j: strong is %s', async (module, line, strongHash) => {
    expect(await policy({ '/etc/login.defs': `${line}\n`, '/etc/pam.d/common-password': `password required ${module}\n` })).toMatchObject({ strongHash });
  });
});

describe('lock after failed logins', () => {
  const locking = 'auth required pam_faillock.so preauth\nauth sufficient pam_unix.so\n';
  const open = 'auth sufficient pam_unix.so\n';

  it.each([
    ['without a PAM stack nothing is known', {}, 'not-found'],
    ['pam_faillock locks after three unless told otherwise', { '/etc/pam.d/common-auth': locking }, { locks: true, tries: 3, unlockMinutes: 10 }],
    ['its file may say another number', { '/etc/pam.d/common-auth': locking, '/etc/security/faillock.conf': 'deny = 5\n' }, { locks: true, tries: 5, unlockMinutes: 10 }],
    ['a number on the line wins', { '/etc/pam.d/common-auth': locking.replace('preauth', 'preauth deny=4'), '/etc/security/faillock.conf': 'deny = 9\n' }, { locks: true, tries: 4, unlockMinutes: 10 }],
    ['it may stay shut until an administrator opens it', { '/etc/pam.d/common-auth': locking, '/etc/security/faillock.conf': 'unlock_time = 0\n' }, { locks: true, tries: 3, unlockMinutes: 0 }],
    ['the shorter of two times counts', { '/etc/pam.d/system-auth': locking.replace('preauth', 'preauth unlock_time=60'), '/etc/pam.d/password-auth': locking.replace('preauth', 'preauth unlock_time=never') }, { locks: true, tries: 3, unlockMinutes: 1 }],
    ['pam_tally2 without a number only counts', { '/etc/pam.d/common-auth': 'auth required pam_tally2.so\n' }, { locks: false, tries: 0 }],
    ['a line that only clears the count locks nobody', { '/etc/pam.d/common-auth': `${open}account required pam_faillock.so\n` }, { locks: false, tries: 0 }],
    ['a file without the module changes nothing', { '/etc/pam.d/common-auth': open, '/etc/security/faillock.conf': 'deny = 5\n' }, { locks: false, tries: 0 }],
    ['one open stack is one way round', { '/etc/pam.d/system-auth': locking, '/etc/pam.d/password-auth': open }, { locks: false, tries: 0 }],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('loginFailure', { files })).toEqual(expected);
  });
});

describe('default rights of new files', () => {
  it.each([
    ['', '', { othersMayWrite: false, othersMayRead: true }],
    ['UMASK 027\n', '', { othersMayWrite: false, othersMayRead: false }],
    ['UMASK 000\n', '', { othersMayWrite: true, othersMayRead: true }],
    ['UMASK 077\n', '[ "$UID" -gt 199 ] && umask 002\n  umask 000\n', { othersMayWrite: true, othersMayRead: true }],
    ['UMASK 077\n', '# umask 000\n', { othersMayWrite: false, othersMayRead: false }],
  ])('%j in login.defs and %j in the profile', async (defs, profile, expected) => {
    expect(await answerOf('creationMask', { files: { '/etc/login.defs': defs, '/etc/profile': profile } })).toEqual(expected);
  });

  it('a mask that is no number is no answer', async () => {
    expect(await answerOf('creationMask', { files: { '/etc/login.defs': 'UMASK none\n' } })).toBe('crashed');
  });
});
