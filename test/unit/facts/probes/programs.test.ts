import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

describe('installed programs', () => {
  it.each([
    ['by its file', 'networkTools', { folders: { '/usr/bin': ['nmap'] } }, 1],
    ['by a menu entry with the maker in front', 'networkTools', { folders: { '/usr/share/applications': ['org.wireshark.Wireshark.desktop'] } }, 1],
    ['by a package', 'fileSharingTools', { folders: { '/var/lib/dpkg/info': ['qbittorrent.md5sums', 'qbittorrent.list'] } }, 1],
    ['by a package of one architecture', 'cloudInput', { folders: { '/var/lib/dpkg/info': ['fcitx-baidupinyin:amd64.md5sums'] } }, 1],
    ['by a folder in /opt', 'meetingSoftware', { folders: { '/opt': ['wemeet'] } }, 1],
    ['two marks are one program', 'virtualMachines', { folders: { '/usr/bin': ['VBoxManage', 'virtualbox'] } }, 1],
    ['a removed package leaves its list behind', 'fileSharingTools', { folders: { '/var/lib/dpkg/info': ['qbittorrent.list', 'qbittorrent.postrm'] } }, 0],
    ['a name that only contains the word', 'networkTools', { folders: { '/usr/share/applications': ['johnson.desktop'], '/var/lib/dpkg/info': ['libnmap-parser-perl.md5sums'] } }, 0],
    ['name service for the connections of a desktop is no server', 'serverSoftware', { folders: { '/usr/sbin': ['dnsmasq'] } }, 0],
  ])('%s', async (_, id, parts, present) => {
    expect(await answerOf(id, parts)).toMatchObject({ present });
  });

  it('a folder that may not be read leaves it open', async () => {
    expect(await answerOf('networkTools', { folders: { '/opt': { denied: true } } })).toBe('no-permission');
  });

  it('integrity programs are counted', async () => {
    expect(await answerOf('integrityTool', { folders: { '/usr/bin': ['aide', 'debsums'] } })).toEqual({ installed: 2 });
  });
});

describe('reports that are sent by themselves', () => {
  const wants = '/etc/systemd/system/multi-user.target.wants';

  it.each([
    ['nothing is there', {}, 0],
    ['apport without a setting is on', { files: { '/usr/share/apport/apport': { mode: 0o755 } } }, 1],
    ['apport switched off', { files: { '/usr/share/apport/apport': { mode: 0o755 }, '/etc/default/apport': 'enabled=0\n' } }, 0],
    ['whoopsie, program and link', { folders: { '/usr/bin': ['whoopsie'], [wants]: ['whoopsie.service'] } }, 1],
    ['a link that outlived the program', { folders: { [wants]: ['whoopsie.service', 'kerneloops.service'] } }, 0],
    ['counting of packages', { files: { '/etc/popularity-contest.conf': 'PARTICIPATE="yes"\n' } }, 1],
    ['abrt keeps reports unless told to send them', { files: { '/etc/abrt/abrt.conf': '# AutoreportingEnabled = yes\n' } }, 0],
    ['abrt told to send', { files: { '/etc/abrt/abrt.conf': 'AutoreportingEnabled = yes\n' } }, 1],
  ])('%s', async (_, parts, enabled) => {
    expect(await answerOf('diagnosticReporting', parts)).toEqual({ enabled });
  });
});

describe('a scanner and a control client at work', () => {
  const wants = '/etc/systemd/system/multi-user.target.wants';
  const running = (...names: string[]) => ({
    files: Object.fromEntries(names.map((name, index) => [`/proc/${String(index + 1)}/comm`, `${name}\n`])),
    folders: { '/proc': names.map((_, index) => String(index + 1)) },
  });
  const withUnits = (parts: ReturnType<typeof running>, ...units: string[]) => ({ ...parts, folders: { ...parts.folders, [wants]: units } });

  it('a scanner that is started and runs', async () => {
    expect(await answerOf('scannerActivity', withUnits(running('systemd', 'clamd'), 'clamav-daemon.service'))).toEqual({ enabled: 1, running: 1 });
  });

  it('what only fetches definitions is no scanner', async () => {
    expect(await answerOf('scannerActivity', withUnits(running('systemd', 'freshclam'), 'clamav-freshclam.service'))).toEqual({ enabled: 0, running: 0 });
  });

  it('a script of the older kind starts it too, unless it is one that stops', async () => {
    const parts = running('systemd');
    expect(await answerOf('scannerActivity', { ...parts, folders: { ...parts.folders, '/etc/rc5.d': ['S20qaxsafe', 'K01clamd'] } })).toMatchObject({ enabled: 1 });
  });

  it('where programs of others are hidden, none is not proved', async () => {
    const parts = running('systemd');
    const files = { ...parts.files, '/proc/mounts': '/dev/sda1 / ext4 rw 0 0\nproc /proc proc rw,hidepid=invisible 0 0\n' };
    expect(await answerOf('scannerActivity', { ...parts, files, uid: 1000 })).toBe('no-permission');
    expect(await answerOf('scannerActivity', { ...parts, files, uid: 0 })).toEqual({ enabled: 0, running: 0 });
  });

  it('a list of programs without the first is not the whole', async () => {
    expect(await answerOf('scannerActivity', { folders: { '/proc': ['812'] }, files: { '/proc/812/comm': 'clamd\n' } })).toBe('unsupported');
  });

  it('a program that ended meanwhile is no fault', async () => {
    const parts = running('systemd');
    expect(await answerOf('scannerActivity', { ...parts, folders: { '/proc': ['1', '99'] } })).toMatchObject({ running: 0 });
  });

  it('a client is known by its maker, in a folder, a service or a program', async () => {
    const parts = running('systemd', 'VrvClient');
    expect(await answerOf('guardClient', { ...parts, folders: { ...parts.folders, '/opt': ['edp_vrv'] } })).toEqual({ present: 1, running: 1 });
    expect(await answerOf('guardClient', withUnits(running('systemd'), 'com.zhongfu.agent.service'))).toEqual({ present: 1, running: 0 });
    expect(await answerOf('guardClient', running('systemd', 'bash'))).toEqual({ present: 0, running: 0 });
  });
});
