import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

describe('container and virtual machine', () => {
  it.each([
    ['an ordinary machine', {}, false],
    ['a mark of Docker', { '/.dockerenv': '' }, true],
    ['a mark of Podman', { '/run/.containerenv': '' }, true],
    ['a mark of systemd', { '/run/systemd/container': 'lxc\n' }, true],
    ['control groups of Kubernetes', { '/proc/1/cgroup': '5:cpu:/kubepods/besteffort/pod1\n' }, true],
    ['a root that is a layer of an image', { '/proc/mounts': 'overlay / overlay rw,lowerdir=/var/lib/containerd/1 0 0\n' }, true],
    ['a root that is a layer of a live system', { '/proc/mounts': 'overlay / overlay rw,lowerdir=/run/live/rootfs 0 0\n' }, false],
  ])('%s', async (_, files, container) => {
    expect(await answerOf('enclosure', { files })).toMatchObject({ container });
  });

  it.each([
    [{ '/proc/cpuinfo': 'flags\t\t: fpu hypervisor lm\n' }, true],
    [{ '/sys/class/dmi/id/sys_vendor': 'QEMU\n' }, true],
    [{ '/sys/class/dmi/id/sys_vendor': 'Microsoft Corporation\n' }, false],
  ])('%j: virtual is %s', async (files, virtual) => {
    expect(await answerOf('enclosure', { files })).toMatchObject({ virtual });
  });

  it('mounts without a root are no mounts', async () => {
    expect(await answerOf('enclosure', { files: { '/proc/mounts': 'proc /proc proc rw 0 0\n' } })).toBe('crashed');
  });
});

describe('rights of key files', () => {
  const sound = { '/etc/passwd': { text: '', mode: 0o644 }, '/etc/shadow': { mode: 0o640 } };

  it.each([
    ['as the packages set them', {}, { checked: 2, tooOpen: 0, foreignOwner: 0 }],
    ['passwords that all may read', { '/etc/shadow': { mode: 0o644 } }, { tooOpen: 1 }],
    ['a file of somebody else', { '/etc/passwd': { text: '', mode: 0o644, uid: 1000 } }, { foreignOwner: 1 }],
    ['a link has no rights of its own', { '/etc/hosts': { type: 'link' as const, mode: 0o777 } }, { checked: 2, tooOpen: 0 }],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('filePermissions', { files: { ...sound, ...files } })).toMatchObject(expected);
  });
});

describe('system files anybody may write', () => {
  const folders = { '/etc': ['passwd', 'site.conf'], '/usr/bin': ['tool'] };

  it.each([
    ['none', {}, {}, 0],
    ['a file', { '/etc/site.conf': { mode: 0o666 } }, {}, 1],
    ['a folder in which files can be replaced', {}, { '/usr/local/bin': { names: [], mode: 0o777 } }, 1],
    ['a folder in which everybody keeps his own', {}, { '/etc': { names: ['passwd'], mode: 0o1777 } }, 0],
    ['a link', { '/usr/bin/tool': { type: 'link' as const, mode: 0o777 } }, {}, 0],
  ])('%s', async (_, files, more, count) => {
    expect(await answerOf('worldWritable', { files, folders: { ...folders, ...more } })).toMatchObject({ files: count });
  });
});

describe('Bluetooth', () => {
  const folders = { '/sys/class/bluetooth': ['hci0', 'hci0:256'] };
  const blocked = { '/sys/class/rfkill/rfkill0/type': 'bluetooth\n', '/sys/class/rfkill/rfkill0/soft': '1\n', '/sys/class/rfkill/rfkill0/hard': '0\n' };

  it('an adapter without a switch is on', async () => {
    expect(await answerOf('bluetooth', { folders })).toEqual({ adapters: 1, enabled: true });
  });

  it('a blocked one is off', async () => {
    expect(await answerOf('bluetooth', { files: blocked, folders: { ...folders, '/sys/class/rfkill': ['rfkill0'] } })).toEqual({ adapters: 1, enabled: false });
  });
});

describe('messaging and cloud-disk programs', () => {
  it('are known by their entries, wherever those were installed', async () => {
    const folders = { '/usr/share': ['doc'], '/opt/apps': ['com.tencent.WeChat'], '/var/lib/snapd/desktop/applications': ['dropbox_dropbox.desktop'] };
    expect(await answerOf('communicationSoftware', { folders })).toEqual({ messaging: 1, cloudDisk: 1 });
  });

  it('a number in a name is no cloud disk', async () => {
    expect(await answerOf('communicationSoftware', { folders: { '/usr/share': ['applications'], '/usr/share/applications': ['editor-1.115.desktop'] } })).toEqual({ messaging: 0, cloudDisk: 0 });
  });
});

describe('operating system', () => {
  it('names in either kind of quotes', async () => {
    const files = { '/etc/os-release': "ID='uos'\nVERSION_ID=\"20\"\nID_LIKE=debian\n", '/proc/sys/kernel/osrelease': '4.19.0\n', '/var/lib/dpkg/status': '' };
    expect(await answerOf('operatingSystem', { files })).toEqual({ id: 'uos', version: '20', family: 'deb', kernel: '4.19.0' });
  });
});

describe('core dumps', () => {
  it.each([
    ['* hard core 0 # for all\n', '0\n', { limited: true, setuidDumps: false }],
    ['* soft core 0\n', '2\n', { limited: false, setuidDumps: false }],
    ['@staff - core 0\n', '1\n', { limited: false, setuidDumps: true }],
  ])('%j with suid_dumpable %j', async (limits, dumpable, expected) => {
    expect(await answerOf('coreDumps', { files: { '/etc/security/limits.conf': limits, '/proc/sys/fs/suid_dumpable': dumpable } })).toEqual(expected);
  });
});
