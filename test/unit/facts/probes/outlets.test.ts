import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

describe('optical drives', () => {
  const info = (reader: string, writer: string): string => `CD-ROM information, Id: cdrom.c 3.20 2003/12/17\n\ndrive name:\t\tsr1\tsr0\nCan write CD-R:\t\t${reader}\nCan write DVD-R:\t${writer}\n\n`;

  it.each([
    ['the kernel has met none', {}, { drives: 0, writers: 0 }],
    ['two that read', { '/proc/sys/dev/cdrom/info': info('0\t0', '0\t0') }, { drives: 2, writers: 0 }],
    ['one of two writes', { '/proc/sys/dev/cdrom/info': info('0\t0', '0\t1') }, { drives: 2, writers: 1 }],
    ['a drive that was taken away', { '/proc/sys/dev/cdrom/info': 'drive name:\t\t\nCan write CD-R:\t\t\n' }, { drives: 0, writers: 0 }],
    ['a list without drives is none', { '/proc/sys/dev/cdrom/info': 'nothing\n' }, 'crashed'],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('opticalDrives', { files })).toEqual(expected);
  });
});

describe('buses that reach the memory', () => {
  it('a FireWire controller counts, what is plugged into it does not', async () => {
    const files = { '/sys/bus/firewire/devices/fw0/is_local': '1\n', '/sys/bus/firewire/devices/fw1/is_local': '0\n' };
    expect(await answerOf('externalBuses', { files, folders: { '/sys/bus/firewire/devices': ['fw0', 'fw1', 'fw1.0'] } })).toMatchObject({ firewire: 1 });
  });

  it.each([
    ['none', undefined, 1],
    ['none', '1', 0],
    ['user', '0', 0],
    ['secure', undefined, 0],
  ])('Thunderbolt at %s, memory guarded %s', async (security, guarded, thunderboltOpen) => {
    const domain = '/sys/bus/thunderbolt/devices/domain0';
    const files = { [`${domain}/security`]: `${security}\n`, ...(guarded === undefined ? {} : { [`${domain}/iommu_dma_protection`]: guarded }) };
    expect(await answerOf('externalBuses', { files, folders: { '/sys/bus/thunderbolt/devices': ['domain0', '0-0'] } })).toEqual({ firewire: 0, thunderboltOpen });
  });
});

describe('a bus that says what nobody knows', () => {
  it.each([
    ['/sys/bus/thunderbolt/devices', 'domain0', 'security'],
    ['/sys/bus/firewire/devices', 'fw0', 'is_local'],
  ])('%s gives no answer', async (bus, name, file) => {
    expect(await answerOf('externalBuses', { files: { [`${bus}/${name}/${file}`]: 'maybe\n' }, folders: { [bus]: [name] } })).toBe('crashed');
  });
});

describe('keyboards and remote controls without a wire', () => {
  it('Bluetooth devices and receivers are counted, a receiver once', async () => {
    const folders = { '/sys/bus/hid/devices': ['0005:046D:B342.0003', '0003:17EF:6099.0001'], '/sys/bus/hid/drivers/logitech-djreceiver': ['bind', '0003:046D:C52B.0004', '0003:046D:C52B.0005'] };
    expect(await answerOf('wirelessInput', { folders })).toEqual({ bluetooth: 1, receivers: 1 });
  });

  it('infrared counts, the remote control in the screen cable does not', async () => {
    const files = { '/sys/class/rc/rc0/uevent': 'NAME=rc-cec\nDRV_NAME=cec\n', '/sys/class/rc/rc1/uevent': 'NAME=rc-rc6-mce\nDRV_NAME=ite-cir\n' };
    expect(await answerOf('infrared', { files, folders: { '/sys/class/rc': ['rc0', 'rc1'] } })).toEqual({ receivers: 1 });
  });
});

describe('print jobs', () => {
  const spool = { '/var/spool/cups': ['c00001', 'd00001-001', 'd00002-001', 'tmp'] };

  it.each([
    ['nothing written: the history for good, files for a day', 'LogLevel warn\n', true],
    ['files are dropped', 'PreserveJobFiles No\n', false],
    ['for no time at all', 'PreserveJobFiles 0\n', false],
    ['without a history there are no files', 'PreserveJobHistory Off\nPreserveJobFiles Yes\n', false],
    ['for an hour', 'preservejobfiles 3600\n', true],
  ])('%s', async (_, config, preserved) => {
    expect(await answerOf('printJobs', { files: { '/etc/cups/cupsd.conf': config }, folders: spool })).toEqual({ kept: 2, preserved });
  });

  it('without the service nothing is kept; a closed spool tells nothing', async () => {
    expect(await answerOf('printJobs', {})).toEqual({ kept: 0, preserved: false });
    expect(await answerOf('printJobs', { folders: { '/var/spool/cups': { denied: true } } })).toBe('no-permission');
  });
});

describe('how printers are reached', () => {
  it.each([
    ['socket://192.0.2.9:9100', { network: 1, local: 0 }],
    ['hp:/net/Model?ip=192.0.2.9', { network: 1, local: 0 }],
    ['hp:/usb/Model?serial=1', { network: 0, local: 1 }],
    ['usb://Maker/Model', { network: 0, local: 1 }],
    ['ipp://localhost:60000/ipp/print', { network: 0, local: 1 }],
    ['ipp://print.example.invalid/ipp', { network: 1, local: 0 }],
    ['maker7://queue', 'unsupported'],
  ])('%s', async (address, expected) => {
    const text = `# Printer configuration file\nNextPrinterId 2\n<DefaultPrinter Office>\nDeviceURI ${address}\nState Idle\n</DefaultPrinter>\n`;
    expect(await answerOf('printerKinds', { files: { '/etc/cups/printers.conf': text } })).toEqual(expected);
  });

  it('no printer was ever set up, or the file is something else', async () => {
    expect(await answerOf('printerKinds', {})).toEqual({ network: 0, local: 0 });
    expect(await answerOf('printerKinds', { files: { '/etc/cups/printers.conf': '[printers]\n' } })).toBe('crashed');
  });
});
