import { describe, expect, it } from 'vitest';
import { RegisterTemplate } from '#domain/register.js';
import { readBook, openBook } from '#registers/read-book.js';
import { writeBook, type BookParticulars } from '#registers/write-book.js';
import { unpackGuarded } from '#registers/zip-guard.js';
import { staff } from './small-books.js';

const given: BookParticulars = { unit: '东湖区示例局', by: '赵敏', at: '2026-11-24T02:00:00.000Z', day: '2026-11-24', books: { departments: '部门名册' } };
const zhang = { no: 'S01', name: '张伟', dept: 'D1', id_no: '110101199001011234', joined_at: '2026-03-05', hours: 8, trained: true, state: '在职', duties: ['保密员', '机要员'], note: '=1+1' };

/** Part of a workbook → its XML, texts put where the cells refer to them. */
function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const parts = Object.fromEntries(unpackGuarded(bytes, 'x.xlsx', () => true).parts.map(({ name, content }) => [name, content.toString('utf8')]));
  const texts = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map((match) => match[1] ?? '');
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, xml.replace(/ t="s"([^>]*)><v>(\d+)<\/v>/g, (_all, rest: string, at: string) => `${rest}>${texts[Number(at)] ?? ''}`)]));
}

const written = async (rows = [zhang], more: Partial<BookParticulars> = {}): Promise<Readonly<Record<string, string>>> => partsOf(await writeBook(staff, rows, { ...given, ...more }));
const sheetOf = async (...args: Parameters<typeof written>): Promise<string> => (await written(...args))['xl/worksheets/sheet1.xml'] ?? '';
const cellAt = (xml: string, ref: string): string => new RegExp(`<c r="${ref}"[^>]*>(?:<v>)?([^<]*)`).exec(xml)?.[1] ?? '';

describe('a book as a workbook', () => {
  it('has three sheets: the book, what is to be filled in, and what may be chosen', async () => {
    expect([...((await written())['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1])).toEqual(['人员名册', '填表说明', '允许值']);
  });

  it('begins with title, particulars, header and the hidden row of keys', async () => {
    const xml = await sheetOf();
    expect(cellAt(xml, 'A1')).toBe('人员名册');
    expect(['填报单位：东湖区示例局', '填表人：赵敏', '日期：2026-11-24', '密级（由定密责任人确定）：'].filter((text) => !xml.includes(`>${text}<`))).toEqual([]);
    expect(['A3', 'B3', 'C3', 'D3'].map((ref) => cellAt(xml, ref))).toEqual(['序号', '人员编号 *', '姓名 *', '所属部门']);
    expect(['B4', 'C4', 'D4'].map((ref) => cellAt(xml, ref))).toEqual(['no', 'name', 'dept']);
    expect(xml).toMatch(/<row r="4"[^>]*hidden="1"/);
    expect(xml).toContain('<mergeCell ref="A1:');
    expect(xml).toMatch(/<pane [^>]*ySplit="4"[^>]*state="frozen"/);
  });

  it('says that it is a demonstration where it is one', async () => {
    expect(cellAt(await sheetOf([zhang], { watermark: '演示数据' }), 'A1')).toBe('人员名册（演示数据）');
  });

  it('keeps a day as a day, eighteen digits as text, a yes as 是', async () => {
    const xml = await sheetOf();
    expect(['A5', 'B5', 'E5', 'G5', 'I5', 'K5', 'N5'].map((ref) => cellAt(xml, ref))).toEqual(['1', 'S01', '110101199001011234', '46086', '8', '是', '保密员、机要员']);
  });

  it('has no formula, whatever the cells begin with', async () => {
    const xml = await sheetOf();
    expect(xml).toContain('>=1+1<');
    expect(xml).not.toContain('<f>');
  });

  it('offers lists for choices and for yes or no, five hundred rows down, from the sheet of allowed values', async () => {
    const lists = [...(await sheetOf()).matchAll(/<dataValidation [^>]*sqref="([^"]*)"[^>]*><formula1>([^<]*)</g)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`);
    expect(lists).toEqual(["K5:K505 '允许值'!$A$2:$A$3", "L5:L505 '允许值'!$B$2:$B$4", "M5:M505 '允许值'!$C$2:$C$4", "N5:N505 '允许值'!$D$2:$D$4"]);
    const allowed = (await written())['xl/worksheets/sheet3.xml'] ?? '';
    expect(['A1', 'A2', 'A3', 'B1', 'B4'].map((ref) => cellAt(allowed, ref))).toEqual(['是否培训', '是', '否', '状态', '退休']);
  });

  it('reaches two hundred rows beyond a long book with its lists', async () => {
    const many = Array.from({ length: 600 }, (_, index) => ({ ...zhang, no: `S${index}` }));
    expect(await sheetOf(many)).toContain('sqref="L5:L805"');
  });

  it('explains each column: whether it is required, what it takes, and in which book a number stands', async () => {
    const xml = (await written())['xl/worksheets/sheet2.xml'] ?? '';
    expect(xml).toContain('填台账“部门名册”中的编号或名称');
    expect(xml).toContain('>在职、离职、退休<');
    expect([...xml.matchAll(/>必填</g)]).toHaveLength(2);
  });

  it('has lines to sign below the rows, and they are no rows when it is read', async () => {
    const bytes = await writeBook({ ...staff, signatures: ['监交人', '接收人'] }, [zhang], { ...given, footer: ['由自查导出，编号 X-1'] });
    const book = readBook(await openBook(bytes, 'x.xlsx'), { ...staff, signatures: ['监交人', '接收人'] });
    expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).toContain('>监交人：<');
    expect(book.skipped.map(({ kind }) => kind)).toEqual(['footer', 'footer']);
    expect(book.rows.map(({ line, cells }) => [line, cells])).toEqual([[5, zhang]]);
  });

  it('shows reckoned columns in grey and does not read them back', async () => {
    const counted = RegisterTemplate.parse({ ...staff, columns: staff.columns.map((column) => (column.key === 'devices' ? { ...column, computed: { total: [{ count: 'people' }] } } : column)) });
    const bytes = await writeBook(counted, [{ ...zhang, devices: 3 }], given);
    const book = readBook(await openBook(bytes, 'x.xlsx'), counted);
    expect(cellAt(partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '', 'J5')).toBe('3');
    expect(book.rows.map(({ cells }) => cells)).toEqual([zhang]);
    expect(book.ignored).toEqual(['序号', '设备数']);
  });

  it('is the same, byte for byte, for the same rows and moment', async () => {
    expect(Buffer.compare(await writeBook(staff, [zhang], given), await writeBook(staff, [zhang], given))).toBe(0);
  });

  it('prints its header on each page, under a name that needs quotes', async () => {
    const bytes = await writeBook({ ...staff, title: { zh: "人员[名册]/甲's（试）", en: 'x' } }, [], given);
    expect(partsOf(bytes)['xl/workbook.xml']).toMatch(/_xlnm\.Print_Titles" localSheetId="0">'人员 名册  甲 s（试）'!/);
  });
});
