import { describe, expect, it } from 'vitest';
import type { Row } from '#domain/register.js';
import { addressDigest, numberDigest } from '#facts/probes/ledger-identity.js';
import { machineAgreement, machineFaults, type Shown } from '#workflows/machine-against-book.js';
import { catalog } from '../evaluation/small-office.js';

const template = catalog.templates.find((each) => each.id === 'computers');
if (template === undefined) throw new Error('no book of computers');
const by = { person: '赵敏', role: 'officer', proof: 'claimed' } as const;
const pc = (no: string, cells: Row['cells']): { row: Row; template: typeof template } => ({ template, row: { rowId: `40000000-0000-4000-8000-00000000000${no}`, register: 'computers', templateVersion: 2, revision: 1, cells: { no: `PC-${no}`, ...cells }, at: '2026-11-24T02:00:00.000Z', by, late: false, retired: false } });
const machine = (given: Partial<Shown> = {}): Shown => ({ serialDigests: [numberDigest('WD-123 456')], adapterDigests: [numberDigest('02:AB:CD:00:00:01')], installed: '2025-03-01', ...given });
const faults = (shown: Shown, ...rows: ReturnType<typeof pc>[]): readonly (readonly [string, string])[] => machineFaults(rows, shown).map(({ row, column }) => [row, column]);

describe('the book of computers held against this machine', () => {
  it('agrees, however the numbers are spelt', () => {
    expect(faults(machine(), pc('1', { disk_serial: 'wd123456', mac: '02-ab-cd-00-00-01', os_installed: '2025-03-01' }), pc('2', { disk_serial: 'OTHER' }))).toEqual([]);
  });

  it('a disk that was exchanged: the row is found by its adapter', () => {
    expect(faults(machine(), pc('1', { disk_serial: 'OLD', mac: '02:ab:cd:00:00:01', os_installed: '2025-03-01' }))).toEqual([['PC-1', '硬盘序列号']]);
  });

  it('an adapter that was added or exchanged: the row is found by its disk', () => {
    expect(faults(machine(), pc('1', { disk_serial: 'WD-123456', mac: '02:ab:cd:00:00:99' }))).toEqual([['PC-1', 'MAC地址']]);
  });

  it('a system that was installed again', () => {
    expect(faults(machine({ installed: '2026-10-30' }), pc('1', { disk_serial: 'WD-123456', os_installed: '2025-03-01' }))).toEqual([['PC-1', '操作系统安装日期']]);
  });

  it('a day more or less is the clock, not another installation', () => {
    expect(faults(machine({ installed: '2025-03-02' }), pc('1', { disk_serial: 'WD-123456', os_installed: '2025-03-01' }))).toEqual([]);
  });

  it('what the row or the machine does not tell is no difference', () => {
    expect(faults(machine({ adapterDigests: [] }), pc('1', { disk_serial: 'WD-123456', mac: '02:ab:cd:00:00:99' }))).toEqual([]);
  });

  it('rows of other machines are not held against this one', () => {
    expect(faults(machine(), pc('1', { disk_serial: 'A', mac: '02:00:00:00:00:07', os_installed: '2001-01-01' }))).toEqual([]);
  });
});

describe('whether machine and book agree, as an item asks it', () => {
  const columns = ['disk_serial', 'mac', 'ip', 'os_installed'];
  const told = (shown: Shown, ...rows: ReturnType<typeof pc>[]): readonly (boolean | undefined)[] => columns.map(machineAgreement(rows, shown).agrees);

  it('says so for each column; what either does not tell is neither yes nor no', () => {
    expect(told(machine(), pc('1', { disk_serial: 'WD-123456', mac: '02:ab:cd:00:00:99', os_installed: '2025-03-01' }))).toEqual([true, false, undefined, true]);
    expect(told(machine(), pc('1', { disk_serial: 'WD-123456' }))).toEqual([true, undefined, undefined, undefined]);
  });

  it('an address as the book writes it; a word in its place is no address', () => {
    const here = machine({ addressDigests: [addressDigest('192.0.2.10') ?? ''] });
    const at = (ip: string) => pc('1', { disk_serial: 'WD-123456', ip });
    expect([' 192.0.2.10 ', '192.0.2.1', '192.0.21.0', '自动获取'].map((ip) => told(here, at(ip))[2])).toEqual([true, false, false, undefined]);
    expect(told(machine(), at('192.0.2.10'))[2]).toBeUndefined();
  });

  it('a machine that only shares a day of installation or an address is in no book', () => {
    const shown = machine({ addressDigests: [addressDigest('192.0.2.10') ?? ''] });
    expect(machineAgreement([pc('1', { os_installed: '2025-03-01', ip: '192.0.2.10' })], shown)).toMatchObject({ found: false, keeperNamed: false });
  });

  it('tells whether somebody answers for the machine, not who', () => {
    expect([{ keeper: 'S01' }, {}].map((cells) => machineAgreement([pc('1', { disk_serial: 'WD-123456', ...cells })], machine()).keeperNamed)).toEqual([true, false]);
  });
});
