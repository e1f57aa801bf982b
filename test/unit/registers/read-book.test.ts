import { describe, expect, it } from 'vitest';
import { openBook, readBook, type ReadBook } from '#registers/read-book.js';
import type { HeaderKnowledge } from '#registers/match-header.js';
import { staff } from './small-books.js';

const open = { ...staff, columns: staff.columns.filter((column) => !column.maybeSecret) };
const left = staff.columns.filter((column) => column.maybeSecret);
const read = async (text: string, knowledge: HeaderKnowledge = {}): Promise<ReadBook> => readBook(await openBook(Buffer.from(text), '名册.csv'), open, knowledge);

describe('what the officer said about a header', () => {
  const sheet = '人员编号,姓名,籍贯,岗位说明\nS01,张伟,本市,无\n';

  it('is asked for while nobody has said it', async () => {
    const book = await read(sheet);
    expect(book.unknownHeaders).toEqual(['籍贯', '岗位说明']);
    expect(book.rows.map(({ cells }) => cells)).toEqual([{ no: 'S01', name: '张伟' }]);
  });

  it('is remembered: a column, or to be left out', async () => {
    const book = await read(sheet, { headers: { 籍贯: '', 岗位说明: 'note' } });
    expect(book.unknownHeaders).toEqual([]);
    expect(book.ignored).toEqual(['籍贯']);
    expect(book.rows.map(({ cells }) => cells)).toEqual([{ no: 'S01', name: '张伟', note: '无' }]);
  });

  it('never outranks the column’s own title', async () => {
    const book = await read('人员编号,姓名,备注\nS01,张伟,无\n', { headers: { 备注: '' } });
    expect(book.rows[0]?.cells['note']).toBe('无');
  });

  it('about a column that the book no longer has is forgotten', async () => {
    expect((await read(sheet, { headers: { 籍贯: 'gone', 岗位说明: '' } })).unknownHeaders).toEqual(['籍贯']);
  });
});

describe('columns that this machine may not hold', () => {
  it('are named where they have content, and their cells are not read', async () => {
    const book = await read('人员编号,姓名,涉密事项\nS01,张伟,某某工程\n', { left });
    expect(book.dropped).toEqual(['涉密事项']);
    expect(book.unknownHeaders).toEqual([]);
    expect(JSON.stringify(book)).not.toContain('某某工程');
  });

  it('are nothing to speak of where they are empty', async () => {
    expect((await read('人员编号,姓名,涉密事项\nS01,张伟,\n', { left })).dropped).toEqual([]);
  });
});

describe('a book with wrong cells', () => {
  it('is read to its end: each fault with line and column, every row with what could be read', async () => {
    const book = await read('人员编号,姓名,入职日期,学时\nS01,张伟,2026-02-30,8\nS02,,2026-03-05,八\n');
    expect(book.problems.map(({ code, params }) => [code, params['line'], params['column']])).toEqual([
      ['cell-not-a-day', 2, '入职日期'],
      ['cell-not-a-number', 3, '学时'],
      ['cell-required', 3, '姓名'],
    ]);
    expect(book.rows.map(({ cells }) => cells)).toEqual([{ no: 'S01', name: '张伟', hours: 8 }, { no: 'S02', joined_at: '2026-03-05' }]);
  });

  it('a required column that is missing is told once, not on each row', async () => {
    expect((await read('人员编号,状态\nS01,在职\nS02,在职\n')).problems.map(({ code }) => code)).toEqual(['csv-column-missing']);
  });

  it('does not repeat a personal detail', async () => {
    expect(JSON.stringify((await read('人员编号,姓名,证件号码\nS01,张伟,1.10E+17\n')).problems)).not.toContain('1.10');
  });
});
