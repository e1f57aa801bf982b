import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

describe('a restart that is due', () => {
  const kernel = { '/proc/sys/kernel/osrelease': '6.1.0-18-amd64\n' };
  const raiser = { '/etc/kernel/postinst.d/unattended-upgrades': { mode: 0o755 } };

  it.each([
    ['an update asks for it', { files: { ...kernel, '/run/reboot-required': '' } }, { needed: true }],
    ['a newer kernel is there', { files: kernel, folders: { '/boot': ['vmlinuz-6.1.0-18-amd64', 'vmlinuz-6.1.0-20-amd64'] } }, { needed: true }],
    ['the newest one runs', { files: { ...kernel, ...raiser }, folders: { '/boot': ['vmlinuz-6.1.0-9-amd64', 'vmlinuz-6.1.0-18-amd64', 'vmlinuz-0-rescue-1'] } }, { needed: false }],
    ['nobody would ask', { files: kernel }, 'unsupported'],
  ])('%s', async (_, parts, expected) => {
    expect(await answerOf('restartPending', parts)).toEqual(expected);
  });
});

describe('mandatory access', () => {
  const security = '/sys/kernel/security';

  it.each([
    ['SELinux that only warns', { '/sys/fs/selinux/enforce': '0' }, { kind: 'selinux', enforcing: false }],
    ['AppArmor with a profile in force', { '/sys/module/apparmor/parameters/enabled': 'Y\n', [`${security}/apparmor/profiles`]: 'a (complain)\nb (enforce)\n' }, { kind: 'apparmor', enforcing: true }],
    ['AppArmor that only complains', { '/sys/module/apparmor/parameters/enabled': 'Y\n', [`${security}/apparmor/profiles`]: 'a (complain)\n' }, { kind: 'apparmor', enforcing: false }],
    ['that of Kylin, whose state is not told', { [`${security}/kysec/status`]: '' }, { kind: 'kysec' }],
    ['proved to be none', { [`${security}/lsm`]: 'lockdown,capability,yama\n' }, { kind: 'none', enforcing: false }],
    ['another one', { [`${security}/lsm`]: 'capability,tomoyo\n' }, { kind: 'other' }],
    ['nothing is listed', {}, 'unsupported'],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('mandatoryAccess', { files })).toEqual(expected);
  });
});

describe('what the kernel tells', () => {
  const keys = (log: string, pointers: string) => ({ '/proc/sys/kernel/dmesg_restrict': log, '/proc/sys/kernel/kptr_restrict': pointers });

  it('everything to everybody, where no rule about tracing is built in', async () => {
    expect(await answerOf('kernelSecrets', { files: keys('0\n', '0\n') })).toEqual({ kernelLogOpen: true, pointersShown: true, tracingOpen: true });
  });

  it('nothing', async () => {
    expect(await answerOf('kernelSecrets', { files: { ...keys('1\n', '2\n'), '/proc/sys/kernel/yama/ptrace_scope': '1\n' } })).toEqual({ kernelLogOpen: false, pointersShown: false, tracingOpen: false });
  });
});

describe('from whom the clock is set', () => {
  const wants = (unit: string) => ({ '/etc/systemd/system/multi-user.target.wants': [unit] });
  const timesync = wants('systemd-timesyncd.service');

  it.each([
    ['a service that is off sets nothing', { files: { '/etc/chrony.conf': 'pool pool.ntp.org\n' } }, { servers: 0, public: 0 }],
    ['a pool of the internet', { files: { '/etc/chrony.conf': 'pool 2.debian.pool.ntp.org iburst\nserver 192.0.2.1\n' }, folders: wants('chronyd.service') }, { servers: 2, public: 1 }],
    ['the machine’s own clock is no server', { files: { '/etc/ntp.conf': 'server 127.127.1.0\nserver ntp1.aliyun.com\n' }, folders: wants('ntp.service') }, { servers: 1, public: 1 }],
    ['a name that only ends alike', { files: { '/etc/chrony.conf': 'server notpool.ntp.org\n' }, folders: wants('chrony.service') }, { servers: 1, public: 0 }],
    ['what was built in, as its file remarks', { files: { '/etc/systemd/timesyncd.conf': '[Time]\n#NTP=\n#FallbackNTP=ntp.ubuntu.com\n' }, folders: timesync }, { servers: 1, public: 1 }],
    ['written servers stand before what was built in', { files: { '/etc/systemd/timesyncd.conf': '[Time]\nNTP=192.0.2.1\n#FallbackNTP=ntp.ubuntu.com\n' }, folders: timesync }, { servers: 1, public: 0 }],
    ['what was built in is taken out', { files: { '/etc/systemd/timesyncd.conf': '[Time]\nFallbackNTP=\n#FallbackNTP=ntp.ubuntu.com\n' }, folders: timesync }, { servers: 0, public: 0 }],
    ['nothing tells what was built in', { files: { '/etc/systemd/timesyncd.conf': '[Time]\n' }, folders: timesync }, 'not-found'],
    ['switched on without its file', { folders: wants('chrony.service') }, 'not-found'],
  ])('%s', async (_, parts, expected) => {
    expect(await answerOf('timeSource', parts)).toEqual(expected);
  });
});

describe('the clock on the board', () => {
  const epoch = '/sys/class/rtc/rtc0/since_epoch';
  const now = Date.parse('2026-11-20T08:00:00.000Z') / 1000;

  it.each([
    ['is right', { [epoch]: `${String(now + 5)}\n` }, { minutes: 0 }],
    ['is behind', { [epoch]: `${String(now - 600)}\n` }, { minutes: 10 }],
    ['keeps local time', { [epoch]: `${String(now)}\n`, '/etc/adjtime': '0.0 0 0.0\n0\nLOCAL\n' }, 'unsupported'],
    ['is missing', {}, 'not-found'],
    ['shows something else', { [epoch]: 'half a\n' }, 'crashed'],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('clockDrift', { files })).toEqual(expected);
  });
});
