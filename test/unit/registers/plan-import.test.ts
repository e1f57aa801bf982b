import { describe, expect, it } from 'vitest';
import { fitTemplates } from '#registers/fit-template.js';
import { readTypedRow } from '#registers/read-typed-row.js';
import { after, by, departments, importOf, problemsOf, staff } from './small-books.js';

const rooms = after([], importOf('部门编号,部门名称\nD1,办公室\nD2,业务科\nD3,档案室\nD4,档案室\n', [], departments));
const people = '人员编号,姓名,所属部门,状态\nS01,张伟,D1,在职\nS02,李娜,业务科,在职\n';
const onFile = after(rooms, importOf(people, rooms));
const faults = (text: string, rows = onFile): readonly unknown[] => problemsOf(() => importOf(text, rows)).map(({ code, params }) => [code, params['line']]);

describe('a first import', () => {
  it('gives every row an id, the first revision, and who entered it', () => {
    const { added, changed, unchanged, changes } = importOf(people, rooms);
    expect([added, changed, unchanged, changes.length]).toEqual([2, 0, 0, 2]);
    expect(changes[0]?.value).toEqual({
      register: 'staff', templateVersion: 2, at: '2026-11-24T02:00:00.000Z', by, late: false, retired: false,
      rowId: '20000000-0000-4000-8000-000000000005', revision: 1, cells: { no: 'S01', name: '张伟', dept: 'D1', state: '在职' },
    });
  });

  it('a department may be written by its name: the number is stored', () => {
    expect(onFile.find((row) => row.cells['no'] === 'S02')?.cells['dept']).toBe('D2');
  });
});

describe('a later import', () => {
  it('of the same file changes nothing', () => {
    expect(importOf(people, onFile)).toEqual({ changes: [], added: 0, changed: 0, unchanged: 2, problems: [], missing: [] });
  });

  it('of a changed row keeps its id and counts a revision; the others keep theirs', () => {
    const plan = importOf(people.replace('李娜,业务科,在职', '李娜,业务科,离职'), onFile);
    expect([plan.added, plan.changed, plan.unchanged]).toEqual([0, 1, 1]);
    const before = onFile.find((row) => row.cells['no'] === 'S02');
    expect(plan.changes[0]).toMatchObject({ id: before?.rowId, value: { revision: 2, cells: { state: '离职' } } });
  });

  it('of a file with fewer columns leaves the other cells as they are', () => {
    const plan = importOf('人员编号,姓名\nS01,张伟强\n', onFile);
    expect(plan.changes[0]?.value).toMatchObject({ revision: 2, cells: { name: '张伟强', dept: 'D1', state: '在职' } });
  });

  it('of a cell that is blank now removes what was there', () => {
    const { value } = importOf('人员编号,姓名,状态\nS01,张伟,\n', onFile).changes[0] ?? {};
    expect(value).not.toHaveProperty('cells.state');
  });

  it('of a file with fewer rows deletes nobody, and says who is missing', () => {
    const { changes, missing } = importOf('人员编号,姓名\nS01,张伟\n', onFile);
    expect([changes, missing.map((row) => row.cells['no'])]).toEqual([[], ['S02']]);
  });

  it('of a masked name keeps the name it stands for', () => {
    expect(importOf('人员编号,姓名\nS01,张某\n', onFile)).toMatchObject({ changes: [], unchanged: 1 });
  });

  it('of a masked name that stands for nobody is refused', () => {
    expect(faults('人员编号,姓名\nS01,王某\nS09,李某\n')).toEqual([['cell-masked', 2], ['cell-masked', 3]]);
  });

  it('a row that was retired does not match: its number starts a new row', () => {
    const retired = onFile.map((row) => (row.cells['no'] === 'S01' ? { ...row, retired: true } : row));
    expect(importOf('人员编号,姓名\nS01,张伟\n', retired)).toMatchObject({ added: 1, changed: 0, unchanged: 0 });
  });

  it('a number that differs only in width is the same number', () => {
    expect(importOf('人员编号,姓名\nＳ０１,张伟\n', onFile)).toMatchObject({ added: 0, unchanged: 1 });
  });
});

describe('all or nothing', () => {
  it('two rows of the same number: the second is named, and where the first stands', () => {
    const [problem] = problemsOf(() => importOf('人员编号,姓名\nS05,张伟\nS06,李娜\nS05,王强\n', onFile));
    expect(problem).toEqual({ code: 'row-key-twice', params: { line: 4, first: 2, column: '人员编号' } });
  });

  it.each([
    ['a department that the roster does not know', 'D9', 'row-unknown-reference'],
    ['a name that two departments bear', '档案室', 'row-ambiguous-reference'],
  ])('%s', (_what, dept, code) => {
    expect(faults(`人员编号,姓名,所属部门\nS07,赵敏,${dept}\nS08,孙丽,D1\n`)).toEqual([[code, 2]]);
  });

  it('a department that was retired is no longer known', () => {
    const closed = onFile.map((row) => (row.cells['no'] === 'D1' ? { ...row, retired: true } : row));
    expect(faults('人员编号,姓名,所属部门\nS07,赵敏,D1\n', closed)).toEqual([['row-unknown-reference', 2]]);
  });

  it('a blank reference is a blank cell, not an unknown one', () => {
    expect(faults('人员编号,姓名,所属部门\nS07,赵敏,\n')).toEqual([]);
  });

  it('every fault is named', () => {
    expect(faults('人员编号,姓名,所属部门\nS07,赵敏,D9\nS07,孙丽,D8\n')).toEqual([['row-key-twice', 3], ['row-unknown-reference', 2], ['row-unknown-reference', 3]]);
  });
});

describe('a row that is typed in', () => {
  const [{ template: here } = { template: staff }] = fitTemplates([staff], { mode: 'non-classified', overrides: {}, allowances: {} });

  it('names its columns by key or title', () => {
    expect(readTypedRow({ 人员编号: 'S09', name: '周杰', 入职日期: '2026年3月5日' }, staff).cells).toEqual({ no: 'S09', name: '周杰', joined_at: '2026-03-05' });
  });

  it.each([['a column that there is not', { 工资: '1' }], ['a column that must not be on this machine', { 涉密事项: '某工程' }]])('%s is refused', (_what, given) => {
    expect(problemsOf(() => readTypedRow(given as Record<string, string>, here))[0]?.code).toBe('column-unknown');
  });

  it('needs what is required', () => {
    expect(problemsOf(() => readTypedRow({ no: 'S09' }, staff)).map(({ code, params }) => [code, params['column']])).toEqual([['cell-required', '姓名']]);
  });
});
