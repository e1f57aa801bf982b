import { describe, expect, it } from 'vitest';
import { RegisterTemplate, type Cell, type Row } from '#domain/register.js';
import { checkRows } from '#registers/check-rows.js';
import { fitTemplates } from '#registers/fit-template.js';
import { by, departments, staff } from './small-books.js';

const unique = RegisterTemplate.parse({ ...staff, columns: staff.columns.map((column) => (column.key === 'disk' ? { ...column, unique: true } : column)) });
const books = fitTemplates([departments, unique], { mode: 'non-classified', overrides: {}, allowances: {} });
let last = 0;
const row = (register: string, cells: Record<string, Cell>, retired = false): Row => ({ rowId: `40000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`, register, templateVersion: 1, revision: 1, cells, at: '2026-11-24T02:00:00.000Z', by, late: false, retired });
const rooms = [row('departments', { no: 'D1', name: '办公室' }), row('departments', { no: 'D2', name: '业务科' }, true)];
const faults = (...rows: readonly Row[]): readonly unknown[] => checkRows(books, [...rooms, ...rows]).map(({ row: label, kind, column, other }) => [label, kind, column, other]);

describe('rows held against themselves', () => {
  it('sound rows have no fault', () => {
    expect(faults(row('staff', { no: 'S01', name: '张伟', dept: 'D1', state: '在职', disk: 'A1' }), row('staff', { no: 'S02', name: '李娜', disk: 'A2' }))).toEqual([]);
  });

  it('a number twice', () => {
    expect(faults(row('staff', { no: 'S01', name: '张伟' }), row('staff', { no: 'S01', name: '李娜' }))).toEqual([['S01 李某', 'key-twice', '人员编号', 'S01 张某']]);
  });

  it('a serial number twice; blanks are not alike', () => {
    expect(faults(row('staff', { no: 'S01', name: '张伟', disk: 'A1' }), row('staff', { no: 'S02', name: '李娜', disk: 'A1' }), row('staff', { no: 'S03', name: '王强' }), row('staff', { no: 'S04', name: '孙丽' }))).toEqual([['S02 李某', 'value-twice', '硬盘序列号', 'S01 张某']]);
  });

  it.each([['that never was', 'D9'], ['that was closed', 'D2']])('a department %s', (_what, dept) => {
    expect(faults(row('staff', { no: 'S01', name: '张伟', dept }))).toEqual([['S01 张某', 'reference', '所属部门', dept]]);
  });

  it('a required cell that is blank', () => {
    expect(faults(row('staff', { no: 'S01' }))).toEqual([['S01', 'blank', '姓名', '']]);
  });

  it('a value that the book no longer takes', () => {
    expect(faults(row('staff', { no: 'S01', name: '张伟', duties: ['保密员', '驾驶员'] }))).toEqual([['S01 张某', 'value', '职责', '保密员,驾驶员']]);
  });

  it('a row out of use is not asked', () => {
    expect(faults(row('staff', { no: 'S01', dept: 'D9' }, true))).toEqual([]);
  });
});
