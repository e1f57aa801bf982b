import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const usb = '/sys/bus/usb/drivers/usb-storage';
const behindUsb = { [usb]: ['1-2:1.0', 'bind'], [`${usb}/1-2:1.0`]: ['host6'], [`${usb}/1-2:1.0/host6`]: ['target6:0:0'], [`${usb}/1-2:1.0/host6/target6:0:0`]: ['6:0:0:0'], [`${usb}/1-2:1.0/host6/target6:0:0/6:0:0:0/block`]: ['sdb'] };
const disk = (name: string, removable: string, size = '1000') => ({ [`/sys/block/${name}/removable`]: `${removable}\n`, [`/sys/block/${name}/size`]: `${size}\n` });

describe('removable storage', () => {
  it.each([
    ['a stick', disk('sdb', '1'), {}, 1],
    ['a USB disk, which the kernel does not call removable', disk('sdb', '0'), behindUsb, 1],
    ['a card reader without a card', disk('sdb', '1', '0'), behindUsb, 0],
    ['a second disk inside', disk('sdb', '0'), {}, 0],
  ])('%s', async (_, files, folders, attached) => {
    expect(await answerOf('removableStorage', { files: { ...disk('sda', '0'), ...files }, folders: { '/sys/block': ['sda', 'sdb'], ...folders } })).toMatchObject({ attached });
  });

  it.each([['SD', 1], ['MMC', 0]])('a memory card of type %s counts %d', async (type, attached) => {
    const files = { ...disk('mmcblk0', '0'), '/sys/block/mmcblk0/device/type': `${type}\n` };
    expect(await answerOf('removableStorage', { files, folders: { '/sys/block': ['mmcblk0', 'mmcblk0boot0'] } })).toMatchObject({ attached });
  });
});

describe('traces of USB storage', () => {
  const line = (text: string): string => `Nov 19 09:12:44 host kernel: [ 5.1] ${text}\n`;
  const detected = line('usb-storage 1-2:1.0: USB Mass Storage device detected');
  const quiet = line('usb 1-1: new full-speed USB device');
  const ask = 'journalctl -q --no-pager -o short-iso -n 5000 _KERNEL_SUBSYSTEM=usb _KERNEL_SUBSYSTEM=scsi _KERNEL_SUBSYSTEM=net';
  const machine = '/var/log/journal/00000000000000000000000000000001';
  const journal = { '/var/log/journal': ['00000000000000000000000000000001'], [machine]: ['system.journal'], '/var/log': ['journal'] };
  const readable = { [`${machine}/system.journal`]: 'LPKSHHRH' };

  it.each([
    ['sticks and faster disks', { '/var/log/kern.log': detected + line('scsi host6: uas') + quiet }, ['kern.log'], { events: 2, sources: 1, complete: true }],
    ['none', { '/var/log/kern.log': quiet }, ['kern.log'], { events: 0, sources: 1, complete: true }],
    ['rotated files by number and by day', { '/var/log/messages': quiet, '/var/log/messages-20261115': detected }, ['messages', 'messages-20261115', 'messages.2.gz'], { events: 1, sources: 2 }],
    ['the same event in two logs counts once', { '/var/log/kern.log': detected, '/var/log/syslog': detected }, ['kern.log', 'syslog'], { events: 1 }],
  ])('%s', async (_, files, names, expected) => {
    expect(await answerOf('storageHistory', { files, folders: { '/var/log': names } })).toMatchObject(expected);
  });

  it.each([
    ['no log at all', {}, [], 'not-found'],
    ['a log that was cleared', { '/var/log/kern.log': '' }, ['kern.log'], 'not-found'],
    ['a log that may not be read', { '/var/log/kern.log': { denied: true as const } }, ['kern.log'], 'no-permission'],
    ['a quiet log beside one that may not be read', { '/var/log/kern.log': quiet, '/var/log/kern.log.1': { denied: true as const } }, ['kern.log', 'kern.log.1'], 'no-permission'],
    ['something else under that name', { '/var/log/kern.log': 'no dates here\n' }, ['kern.log'], 'crashed'],
  ])('%s proves nothing', async (_, files, names, reason) => {
    expect(await answerOf('storageHistory', { files, folders: { '/var/log': names } })).toBe(reason);
  });

  it('what was found counts even when another part stayed closed', async () => {
    const files = { '/var/log/kern.log': detected, '/var/log/kern.log.1': { denied: true as const } };
    expect(await answerOf('storageHistory', { files, folders: { '/var/log': ['kern.log', 'kern.log.1'] } })).toEqual({ events: 1, sources: 1, complete: false });
  });

  it('the journal is believed only by those who may read it: others are shown an empty one', async () => {
    const tools = { [ask]: { exitCode: 0, stdout: '' } };
    expect(await answerOf('storageHistory', { files: readable, folders: journal, tools })).toEqual({ events: 0, sources: 1, complete: true });
    expect(await answerOf('storageHistory', { files: { [`${machine}/system.journal`]: { denied: true as const } }, folders: journal, tools, uid: 1000 })).toBe('no-permission');
  });

  it.each([
    ['is missing', {}, 'tool-missing'],
    ['hangs', { [ask]: { timedOut: true as const } }, 'timed-out'],
    ['fails', { [ask]: { exitCode: 1, stdout: '' } }, 'crashed'],
    ['shows only the newest lines', { [ask]: { exitCode: 0, stdout: 'usb 1-1: reset\n'.repeat(5_000) } }, 'unsupported'],
  ])('a journalctl that %s proves nothing', async (_, tools, reason) => {
    expect(await answerOf('storageHistory', { files: readable, folders: journal, tools })).toBe(reason);
  });
});

describe('control of USB storage', () => {
  it.each([
    ['/etc/modprobe.d/a.conf', 'install usb-storage /bin/false\n', { blocked: true, ruled: true }],
    ['/etc/modprobe.d/a.conf', 'blacklist usb_storage\n', { blocked: true, ruled: true }],
    ['/etc/modprobe.d/a.conf', '# blacklist usb-storage\noptions usb-storage quirks=1:2:u\n', { blocked: false, ruled: false }],
    ['/etc/udev/rules.d/a.rules', 'SUBSYSTEM=="usb", ATTR{authorized}="0"\n', { blocked: false, ruled: true }],
    ['/etc/udev/rules.d/a.rules', 'SUBSYSTEM=="usb", ATTR{authorized}="1"\n', { blocked: false, ruled: false }],
  ])('%s: %j', async (path, text, expected) => {
    const folders = { [path.slice(0, path.lastIndexOf('/'))]: [path.slice(path.lastIndexOf('/') + 1)] };
    expect(await answerOf('storagePolicy', { files: { [path]: text }, folders })).toEqual(expected);
  });
});

describe('disk encryption', () => {
  it.each([
    ['CRYPT-LUKS2-0000-root', 1],
    ['CRYPT-PLAIN-swap', 0],
    ['LVM-0000', 0],
  ])('%s counts %d', async (uuid, volumes) => {
    expect(await answerOf('diskEncryption', { files: { '/sys/block/dm-0/dm/uuid': `${uuid}\n` }, folders: { '/sys/block': ['sda', 'dm-0'] } })).toMatchObject({ volumes });
  });
});

describe('hardware identity', () => {
  const identity = { '/etc/machine-id': { text: '1\n', mtimeMs: Date.parse('2026-01-02') } };
  const sda = { ...disk('sda', '0') };

  it('asks the library only for what the kernel does not show, and believes no empty answer', async () => {
    const shown = { ...identity, ...sda, '/sys/block/sda/device/serial': 'ONE\n' };
    expect(await answerOf('hardwareIdentity', { files: shown, system: { diskLayout: [{ serialNum: 'OTHER' }] } })).toMatchObject({ disks: 1, serialsRead: 1, installed: '2026-01-02' });
    expect(await answerOf('hardwareIdentity', { files: { ...identity, ...sda }, system: { diskLayout: [{ serialNum: 'OTHER' }] } })).toMatchObject({ serialsRead: 1 });
    expect(await answerOf('hardwareIdentity', { files: { ...identity, ...sda }, system: { diskLayout: [] } })).toMatchObject({ disks: 1, serialsRead: 0 });
  });

  it('a disk behind USB is not part of the machine', async () => {
    const files = { ...identity, ...sda, ...disk('sdb', '0') };
    expect(await answerOf('hardwareIdentity', { files, folders: { '/sys/block': ['sda', 'sdb', 'loop0'], ...behindUsb } })).toMatchObject({ disks: 1 });
  });
});
