import { describe, expect, it } from 'vitest';
import { answerOf } from '../small-machine.js';

const folder = '/sys/firmware/efi/efivars';
const owner = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
const wide = (text: string): string => [...text].map((letter) => `${letter}\0`).join('');
const orderOf = (...numbers: number[]): string => `\u0007\0\0\0${numbers.map((number) => `${String.fromCharCode(number)}\0`).join('')}`;
const entry = (title: string, path: string, flags = '\u0001\0\0\0'): string => `\u0007\0\0\0${flags}\u0020\0${wide(title)}\0\0${path}`;
const disk = (system: string): string => `\u0004\u0001\u002a\0\ufffd\ufffd${wide(`\\EFI\\${system}\\boot.efi`)}\0\0`;
const usb = '\ufffdA\u0003\u000a\u0003\u0005\u0006\0\u0001\0';
const network = '\u0003\u000b\u0025\0\ufffd';

function firmware(order: string, ...entries: string[]) {
  const named = entries.map((text, index) => [`Boot000${String(index)}-${owner}`, text] as const);
  const files = { [`${folder}/BootOrder-${owner}`]: order, ...Object.fromEntries(named.map(([name, text]) => [`${folder}/${name}`, text])) };
  return { files, folders: { [folder]: [`BootOrder-${owner}`, ...named.map(([name]) => name)] } };
}

describe('boot order', () => {
  it.each([
    ['the disk alone', firmware(orderOf(0), entry('debian', disk('debian'))), { usbFirst: false, networkFirst: false, usbEntries: 0, networkEntries: 0 }],
    ['USB before the disk, known by its path', firmware(orderOf(1, 0), entry('debian', disk('debian')), entry('Generic', usb)), { usbFirst: true, networkFirst: false, usbEntries: 1, networkEntries: 0 }],
    ['known by its title', firmware(orderOf(0), entry('UEFI: USB Device', '')), { usbFirst: true, usbEntries: 1 }],
    ['network first', firmware(orderOf(0), entry('Realtek', network)), { networkFirst: true, networkEntries: 1 }],
    ['one that is switched off is passed over', firmware(orderOf(0, 1), entry('USB', usb, '\0\0\0\0'), entry('debian', disk('debian'))), { usbFirst: false, usbEntries: 0 }],
    ['so is the setup of the firmware itself', firmware(orderOf(0, 1), entry('USB setup', '', '\u0001\u0001\0\0'), entry('debian', disk('debian'))), { usbFirst: false, usbEntries: 0 }],
    ['and a number without an entry', firmware(orderOf(7, 0), entry('debian', disk('debian'))), { usbFirst: false, usbEntries: 0 }],
    ['a title in another script, on a disk', firmware(orderOf(0), entry('\ufffd\ufffd', disk('kylin'))), { usbEntries: 0 }],
    ['a title in another script, anywhere', firmware(orderOf(0), entry('\ufffd\ufffd', '')), 'unsupported'],
    ['a title in another script that hides where it ends', firmware(orderOf(0), `\u0007\0\0\0\u0001\0\0\0\u0020\0U\0\u0416\0\0${usb}${disk('kylin')}`), { usbFirst: true }],
    ['one that reading turned into other letters, anywhere', firmware(orderOf(0), entry('\u0416', '')), 'unsupported'],
    ['a number that was lost in reading', firmware('\u0007\0\0\0\ufffd\0', entry('debian', '')), 'unsupported'],
    ['a number that reading turned into another letter', firmware('\u0007\0\0\0\u0416\0\0\0', entry('debian', '')), 'unsupported'],
    ['no order', { files: {}, folders: { [folder]: [`Boot0000-${owner}`] } }, 'not-found'],
    ['no such firmware', {}, 'unsupported'],
  ])('%s', async (_, parts, expected) => {
    const answer = await answerOf('bootOrder', parts);
    if (typeof expected === 'string') expect(answer).toBe(expected);
    else expect(answer).toMatchObject(expected);
  });
});

describe('other systems', () => {
  const menu = (...lines: string[]) => ({ '/boot/grub/grub.cfg': ["menuentry 'Debian' {", '}', ...lines, ''].join('\n') });
  const found = "menuentry 'Windows 10' --class windows $menuentry_id_option 'osprober-chain-1' {";

  it.each([
    ['the menu lists one', { files: menu(found) }, { installed: 1 }],
    ['its further lines are not more systems', { files: menu(found, "\tmenuentry 'again' 'osprober-chain-1' {") }, { installed: 1 }],
    ['nobody looked for others', { files: menu() }, 'unsupported'],
    ['somebody looked and found none', { files: { ...menu(), '/etc/default/grub': 'GRUB_DISABLE_OS_PROBER="false"\n' } }, { installed: 0 }],
    ['the firmware knows two', firmware(orderOf(0, 1), entry('debian', disk('debian')), entry('Windows Boot Manager', disk('Microsoft'))), { installed: 1 }],
    ['the maker’s own tools are none', firmware(orderOf(0, 1), entry('debian', disk('debian')), entry('Diagnostics', disk('dell'))), { installed: 0 }],
  ])('%s', async (_, parts, expected) => {
    expect(await answerOf('otherSystems', parts)).toEqual(expected);
  });
});

describe('swap', () => {
  const swaps = (path: string, type: string): string => `Filename\tType\tSize\n${path} ${type} 100 0 -2\n`;
  const mapped = (id: string, name: string, uuid: string) => ({ [`/sys/block/${id}/dm/name`]: `${name}\n`, [`/sys/block/${id}/dm/uuid`]: uuid });
  const crypt = mapped('dm-0', 'safe', 'CRYPT-LUKS2-1-safe');
  const blocks = { '/sys/block': ['sda', 'dm-0', 'dm-1'], '/sys/block/dm-1/slaves': ['dm-0'] };

  it.each([
    ['none', { '/proc/swaps': 'Filename\tType\tSize\n' }, { areas: 0, unencrypted: 0 }],
    ['compressed memory is no disk', { '/proc/swaps': swaps('/dev/zram0', 'partition') }, { areas: 0, unencrypted: 0 }],
    ['a plain partition', { '/proc/swaps': swaps('/dev/sda3', 'partition'), ...crypt, ...mapped('dm-1', 'x', 'LVM-1') }, { areas: 1, unencrypted: 1 }],
    ['a volume on an encrypted disk', { '/proc/swaps': swaps('/dev/dm-1', 'partition'), ...crypt, ...mapped('dm-1', 'x', 'LVM-1') }, { areas: 1, unencrypted: 0 }],
    ['a file on the plain root', { '/proc/swaps': swaps('/swapfile', 'file'), ...crypt, ...mapped('dm-1', 'x', 'LVM-1') }, { areas: 1, unencrypted: 1 }],
    ['a file on an encrypted disk', { '/proc/swaps': swaps('/srv/swapfile', 'file'), '/proc/mounts': '/dev/sda1 / ext4 rw 0 0\n/dev/mapper/safe /srv ext4 rw 0 0\n', ...crypt, ...mapped('dm-1', 'x', 'LVM-1') }, { areas: 1, unencrypted: 0 }],
    ['another text', { '/proc/swaps': 'half a' }, 'crashed'],
  ])('%s', async (_, files, expected) => {
    expect(await answerOf('swap', { files, folders: blocks })).toEqual(expected);
  });

  it('a volume over an encrypted disk and a plain one is open', async () => {
    const files = { '/proc/swaps': swaps('/dev/dm-1', 'partition'), ...crypt, ...mapped('dm-1', 'x', 'LVM-1') };
    expect(await answerOf('swap', { files, folders: { ...blocks, '/sys/block/dm-1/slaves': ['dm-0', 'sda3'] } })).toEqual({ areas: 1, unencrypted: 1 });
  });
});

describe('ciphers and chips', () => {
  const cipher = (name: string, uses: number): string => `name         : ${name}\nrefcnt       : ${String(uses)}\n\n`;

  it.each([
    [cipher('xts(sm4)', 2) + cipher('xts(aes)', 1), { sm4: true, other: false }],
    [cipher('xts(sm4)', 1) + cipher('xts(aes)', 3), { sm4: false, other: true }],
    [cipher('xts(sm4)', 1) + cipher('sha256', 9), 'not-found'],
    ['nothing\n', 'crashed'],
  ])('%j', async (text, expected) => {
    expect(await answerOf('diskCipher', { files: { '/proc/crypto': text } })).toEqual(expected);
  });

  it('a trusted module, of either kind, or none', async () => {
    expect(await answerOf('trustedModule', {})).toEqual({ present: false });
    expect(await answerOf('trustedModule', { files: { '/sys/class/tpm/tpm0/tpm_version_major': '2\n' }, folders: { '/sys/class/tpm': ['tpm0'] } })).toEqual({ present: true, version: 2 });
    expect(await answerOf('trustedModule', { folders: { '/sys/class/misc': ['tcm0', 'tun'] } })).toEqual({ present: true });
  });
});
