import { describe, expect, it } from 'vitest';
import { RegisterTemplate } from '#domain/register.js';
import { readCsv } from './read-whole.js';
import { cellsOf, faultsIn, problemsOf, read, staff } from './small-books.js';

const plain = '人员编号,姓名,状态\nS01,张伟,在职\n';
const rowOne = [{ line: 2, columns: ['no', 'name', 'state'], cells: { no: 'S01', name: '张伟', state: '在职' } }];
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const code = (content: Uint8Array): string | undefined => problemsOf(() => readCsv(content, staff, '名册.csv'))[0]?.code;

describe('a file as spreadsheets save it', () => {
  it.each([
    ['UTF-8', plain],
    ['UTF-8 with the mark of Excel', `\ufeff${plain}`],
    ['Windows line ends', plain.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', plain.replaceAll('\n', '\r')],
    ['no line end at the end', plain.trimEnd()],
    ['cells in quotes', '"人员编号","姓名","状态"\n"S01","张伟","在职"\n'],
    ['empty columns at the right', '人员编号,姓名,状态,,\nS01,张伟,在职,,\n'],
    ['empty lines at the end', `${plain},,\n\n,,\n`],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual(rowOne);
  });

  it('GB 18030, as Excel on Chinese Windows saves it', () => {
    const gb = 'c8cbd4b1b1e0bac52cd0d5c3fb2cb2bfc3c5b1e0bac52cd7b4ccac0d0a5330312cd5c5ceb02c44312cd4dad6b00d0a';
    expect(problemsOf(() => readCsv(bytes(gb), staff, '名册.csv')).map((each) => each.params['column'])).toEqual(['部门编号']);
    const known = gb.replace('b2bfc3c5b1e0bac5', 'b2bfc3c5');
    expect(readCsv(bytes(known), staff, '名册.csv')).toEqual([{ line: 2, columns: ['no', 'name', 'dept', 'state'], cells: { no: 'S01', name: '张伟', dept: 'D1', state: '在职' } }]);
  });

  it('a title and the name of the unit above the header', () => {
    expect(read(`人员名册,,\n填报单位：东湖区示例局,,\n${plain}`)).toEqual([{ ...rowOne[0], line: 4 }]);
  });

  it('a cell with a line break; the line of the next row is still right', () => {
    const rows = read('人员编号,姓名,备注\nS01,张伟,"第一行\n第二行"\nS02,李娜,\n');
    expect(rows.map(({ line, cells }) => [line, cells['note']])).toEqual([[2, '第一行\n第二行'], [4, undefined]]);
  });

  it('a cell with quotes and commas', () => {
    expect(cellsOf('备注', '"他说""好"", 就走了"')).toEqual({ note: '他说"好", 就走了' });
  });

  it('a book without rows', () => {
    expect(read('人员编号,姓名\n')).toEqual([]);
  });
});

describe('a file that is something else', () => {
  it.each([
    ['a workbook that was renamed', '504b030414000600', 'csv-other-format'],
    ['an old workbook that was renamed', 'd0cf11e0a1b11ae1', 'csv-other-format'],
    ['what spreadsheets call Unicode', 'fffeba4e585416', 'csv-other-format'],
    ['the same the other way round', 'feff4eba5458', 'csv-other-format'],
    ['bytes of no encoding', 'ff81ff', 'csv-encoding'],
    ['text with a zero byte', '410042', 'csv-encoding'],
    ['nothing at all', '', 'csv-no-header'],
    ['nothing but blanks', '200a2c2c0a', 'csv-no-header'],
  ])('%s', (_what, hex, expected) => {
    expect(code(bytes(hex))).toBe(expected);
  });

  it('quotes that are never closed', () => {
    expect(faultsIn('人员编号,姓名\nS01,"张伟\n')[0]).toMatch(/^csv-syntax:/);
  });

  it('more than 10 MB', () => {
    expect(code(Buffer.alloc(10 * 1024 * 1024 + 1, 0x41))).toBe('file-too-large');
  });

  it('more than 50 000 rows; 50 000 are read', () => {
    const rows = (count: number): string => `人员编号,姓名\n${Array.from({ length: count }, (_, index) => `S${index},张伟`).join('\n')}\n`;
    expect(read(rows(50_000))).toHaveLength(50_000);
    expect(faultsIn(rows(50_001))).toEqual(['csv-too-many-rows:1']);
  });

  it('more than 80 columns', () => {
    expect(faultsIn(`人员编号,姓名${','.repeat(79)}\n`)).toEqual(['csv-too-many-columns:1']);
  });
});

describe('the header', () => {
  it.each([
    ['by title', '人员编号,姓名'],
    ['by key', 'no,name'],
    ['by English title, whatever the case', 'NO.,name'],
    ['by synonym', '工号,姓名'],
    ['with blanks and stars of a printed form', '人员 编号*, 姓　名 *'],
    ['in another order', '姓名,人员编号'],
  ])('is matched %s', (_how, header) => {
    const row = header.startsWith('姓名') ? '张伟,S01' : 'S01,张伟';
    expect(read(`${header}\n${row}\n`)[0]?.cells).toEqual({ no: 'S01', name: '张伟' });
  });

  it.each([
    ['a column that the book does not have', '人员编号,姓名,工资', 'csv-unknown-column:1'],
    ['the same column twice', '人员编号,姓名,姓名', 'csv-column-twice:1'],
    ['the same column twice under two names', '人员编号,姓名,工号', 'csv-column-twice:1'],
    ['a required column that is not there', '人员编号,状态', 'csv-column-missing:1'],
  ])('%s', (_what, header, fault) => {
    expect(faultsIn(`${header}\nS01,张伟,在职\n`)).toEqual([fault]);
  });

  it('a title outranks the synonym of another column', () => {
    const rooms = RegisterTemplate.parse({
      id: 'rooms', version: 1, title: { zh: '房间', en: 'Rooms' }, group: 'places', sensitivity: 'work', source: '本局自拟', key: ['name'], label: 'name',
      columns: [{ key: 'name', title: { zh: '名称', en: 'Name' }, type: 'string' }, { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'string', synonyms: ['名称', '种类'] }],
    });
    expect(read('名称,种类\n机要室,保密室\n', rooms)[0]?.cells).toEqual({ name: '机要室', kind: '保密室' });
  });

  it('a cell beyond the header is not thrown away in silence', () => {
    expect(faultsIn('人员编号,姓名\nS01,张伟,多出来的\n')).toEqual(['csv-cell-without-column:2']);
  });
});

describe('one wrong cell and no row is taken', () => {
  it('each is named with its line', () => {
    const text = '人员编号,姓名,入职日期,学时\nS01,张伟,2026-02-30,8\nS02,,2026-03-05,八\nS03,王强,2026-03-05,8\n';
    expect(faultsIn(text)).toEqual(['cell-not-a-day:2', 'cell-not-a-number:3', 'cell-required:3']);
  });

  it('a personal detail is not repeated in the sentence', () => {
    const [problem] = problemsOf(() => read('人员编号,姓名,证件号码\nS01,张伟,1.10E+17\n'));
    expect(problem).toEqual({ code: 'cell-lost-digits', params: { line: 2, column: '证件号码', value: '***', allowed: '' } });
  });

  it('of ten thousand wrong rows two hundred are listed, all are counted', () => {
    const text = `人员编号,姓名,学时\n${Array.from({ length: 10_000 }, (_, index) => `S${index},张伟,八`).join('\n')}\n`;
    expect(problemsOf(() => read(text))).toHaveLength(200);
    try {
      read(text);
    } catch (error) {
      expect(error).toMatchObject({ code: 'register-file-invalid', params: { count: 10_000 } });
    }
  });
});
