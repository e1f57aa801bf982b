import { describe, expect, it } from 'vitest';
import { numberDigest } from '#facts/probes/ledger-identity.js';
import { answerOf } from '../small-machine.js';

const ask = 'journalctl -q --no-pager -o short-iso -n 5000 _KERNEL_SUBSYSTEM=usb _KERNEL_SUBSYSTEM=scsi _KERNEL_SUBSYSTEM=net';
const machine = '/var/log/journal/00000000000000000000000000000001';
const old = (day: string, text: string): string => `${day} 09:12:44 host kernel: [ 5.1] ${text}\n`;
const iso = (day: string, text: string): string => `${day}T09:12:44+0800 host kernel: ${text}\n`;
const quiet = 'usb 1-1: new full-speed USB device number 2 using xhci_hcd';
const stick = 'usb-storage 1-2:1.0: USB Mass Storage device detected';
const found = 'usb 1-2: New USB device found, idVendor=0000, idProduct=0000';

/** A machine with these lines in its log file and in its journal; either may be left out. */
function logs(file: string | undefined, journal: string | undefined) {
  return {
    files: { ...(file === undefined ? {} : { '/var/log/kern.log': file }), ...(journal === undefined ? {} : { [`${machine}/system.journal`]: 'LPKSHHRH' }) },
    folders: { '/var/log': [...(file === undefined ? [] : ['kern.log']), ...(journal === undefined ? [] : ['journal'])], ...(journal === undefined ? {} : { '/var/log/journal': ['00000000000000000000000000000001'], [machine]: ['system.journal'] }) },
    tools: journal === undefined ? {} : { [ask]: { exitCode: 0, stdout: journal } },
  };
}

describe('log files and journal on USB storage', () => {
  const both = (day: string): string => old('Nov 10', quiet) + old(day, stick) + old('Nov 19', quiet);
  const story = (...days: readonly string[]): string => iso('2026-11-10', quiet) + days.map((day) => iso(day, stick)).join('') + iso('2026-11-19', quiet);

  it.each([
    ['tell the same', logs(both('Nov 15'), story('2026-11-15')), { compared: true, differingDays: 0 }],
    ['the journal lost a day', logs(both('Nov 15'), story()), { compared: true, differingDays: 1 }],
    ['the file lost a day', logs(old('Nov 10', quiet) + old('Nov 19', quiet), story('2026-11-15')), { compared: true, differingDays: 1 }],
    ['each lost another day', logs(both('Nov 15'), story('2026-11-16')), { compared: true, differingDays: 2 }],
    ['a day before the journal begins is no difference', logs(old('Nov 01', stick) + both('Nov 15'), story('2026-11-15')), { compared: true, differingDays: 0 }],
    ['one keeper alone has nothing to differ from', logs(both('Nov 15'), undefined), { compared: false, differingDays: 0 }],
  ])('%s', async (_, parts, expected) => {
    expect(await answerOf('traceAgreement', parts)).toEqual(expected);
  });

  it('what may not be read cannot be compared', async () => {
    expect(await answerOf('traceAgreement', { ...logs(undefined, story()), files: { '/var/log/kern.log': { denied: true }, [`${machine}/system.journal`]: 'LPKSHHRH' }, folders: { ...logs('', story()).folders } })).toBe('no-permission');
  });

  it('a day without a year that lies ahead was last year', async () => {
    // Today is 20 November 2026: 25 December was last year, before the journal begins.
    expect(await answerOf('traceAgreement', logs(old('Dec 25', stick) + both('Nov 15'), story('2026-11-15')))).toEqual({ compared: true, differingDays: 0 });
  });
});

describe('the storage that was plugged in', () => {
  const serial = (text: string): string => old('Nov 15', `usb 1-2: SerialNumber: ${text}`);
  const plugged = (text: string): string => old('Nov 15', found) + serial(text) + old('Nov 15', stick);

  it.each([
    ['is known by its serial number, digested', plugged('AA-01'), { serialDigests: [numberDigest('AA-01')], unnumbered: 0 }],
    ['twice the same is one', plugged('AA-01') + plugged('aa01'), { serialDigests: [numberDigest('AA-01')], unnumbered: 0 }],
    ['two are two', plugged('AA-01') + plugged('BB-02'), { serialDigests: [numberDigest('AA-01'), numberDigest('BB-02')].toSorted(), unnumbered: 0 }],
    ['without a number it does not inherit that of the one before', plugged('AA-01') + old('Nov 16', found) + old('Nov 16', stick), { serialDigests: [numberDigest('AA-01')], unnumbered: 1 }],
    ['a keyboard with a serial number is no storage', old('Nov 15', found) + serial('KEY-1'), { serialDigests: [], unnumbered: 0 }],
    ['a fast disk is the device announced last', old('Nov 15', found) + serial('DISK-9') + old('Nov 15', 'scsi host6: uas'), { serialDigests: [numberDigest('DISK-9')], unnumbered: 0 }],
  ])('%s', async (_, text, expected) => {
    expect(await answerOf('storageIdentity', logs(text, undefined))).toEqual(expected);
  });

  it('one that is in the socket now counts, whatever the logs say', async () => {
    const parts = logs(old('Nov 15', quiet), undefined);
    const driver = '/sys/bus/usb/drivers/usb-storage';
    expect(await answerOf('storageIdentity', { ...parts, files: { ...parts.files, '/sys/bus/usb/devices/1-4/serial': 'NOW-1\n' }, folders: { ...parts.folders, [driver]: ['1-4:1.0', 'bind'] } })).toEqual({ serialDigests: [numberDigest('NOW-1')], unnumbered: 0 });
  });

  it('what is found beside a log that may not be read comes with the reason', async () => {
    const parts = logs(plugged('AA-01'), undefined);
    expect(await answerOf('storageIdentity', { ...parts, files: { ...parts.files, '/var/log/kern.log.1': { denied: true } }, folders: { '/var/log': ['kern.log', 'kern.log.1'] } })).toEqual({ serialDigests: [numberDigest('AA-01')], unnumbered: 0, missed: 'no-permission' });
  });

  it('without any log nothing is known', async () => {
    expect(await answerOf('storageIdentity', { folders: { '/var/log': [] } })).toBe('not-found');
  });
});

describe('phones and modems as a connection', () => {
  it.each([
    ['none', quiet, 0],
    ['a phone that shares its connection', "rndis_host 1-3:1.0 usb0: register 'rndis_host' at usb-0000:00:14.0-3, RNDIS device, 02:00:00:00:00:00", 1],
    ['an iPhone', 'ipheth 1-3:4.2: Apple iPhone USB Ethernet device attached', 1],
    ['a mobile modem', 'usb 1-3: GSM modem (1-port) converter now attached to ttyUSB0', 1],
    ['a network card on USB is neither', "ax88179_178a 2-1:1.0 eth1: register 'ax88179_178a' at usb-0000:00:14.0-1", 0],
  ])('%s', async (_, text, events) => {
    expect(await answerOf('modemHistory', logs(old('Nov 15', text), undefined))).toEqual({ events });
  });

  it('a quiet log beside one that may not be read proves nothing', async () => {
    expect(await answerOf('modemHistory', { files: { '/var/log/kern.log': old('Nov 15', quiet), '/var/log/kern.log.1': { denied: true } }, folders: { '/var/log': ['kern.log', 'kern.log.1'] } })).toBe('no-permission');
  });
});
