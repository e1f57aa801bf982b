import { describe, expect, it } from 'vitest';
import { composeSheets } from '#exchange/sheet/compose-sheets.js';
import { sayIn } from '#messages/say.js';
import { openWorkbook } from '#registers/spreadsheet.js';
import { writeTableBook } from '#registers/write-table-book.js';
import { writeTableCsv } from '#registers/write-table-csv.js';
import { nineLines, smallRun, type RunLine } from '../../fixtures/exchange/small-run.js';

const say = sayIn('zh-CN');
const lines: readonly RunLine[] = [
  { item: { points: 4 }, result: { result: 'fail', fact: '=HYPERLINK("http://x")', answerId: '00000000-0000-4000-8000-000000000009' } },
  { item: { points: 2, severity: 'low' }, result: { result: 'notchecked', gaps: [{ reason: 'not-answered', about: 'SML-11' }] } },
];
const answer = { id: '00000000-0000-4000-8000-000000000009', itemId: 'SML-10', checklistId: 'small', subjectKey: 'unit', value: 'fail' as const, deductions: [], by: { person: '赵敏', role: 'officer' as const, proof: 'claimed' as const }, at: '2026-11-20T02:00:00.000Z', validUntil: '2027-11-20', itemDigest: 'b'.repeat(64), evidence: [], bulk: false };
const sheets = composeSheets(smallRun(lines, 'points', { answers: { [answer.id]: answer }, deviations: [{ itemId: 'SML-10', finding: 'W-2026-0007', until: '2027-03-31' }], mark: '演示数据' }), say);

describe('the sheets of an assessment', () => {
  it('a row an item: result, points, fact, who answered, until when', () => {
    expect(sheets.items.rows).toEqual([
      ['一、责任', 'SML-10', '在岗涉密人员均签订保密承诺书', '人工作答', '《保守国家秘密法》第43条', '法条直述', '高', '4', '不符合', '0', '4', '0', '=HYPERLINK("http://x")', '', '1', '1', '0', '赵某', '2026-11-20 02:00', '2027-11-20', '问题 W-2026-0007 经批准例外，至 2027-03-31 止（2026-11-25 导出时）；结果不因此改变'],
      ['二、管理', 'SML-11', '在岗涉密人员均签订保密承诺书', '人工作答', '《保守国家秘密法》第43条', '法条直述', '低', '2', '未检查', '0', '0', '2', '', '没有得出：not-answered', '1', '0', '1', '', '', '', ''],
    ]);
  });

  it('the head names unit, checklist, number, coverage and what was left out', () => {
    const head = new Map(sheets.head.rows);
    expect([head.get('单位'), head.get('检查表'), head.get('评定编号'), head.get('检查覆盖情况')]).toEqual(['东湖区示例局', '小检查表', 'A-2026-0001', '本次共若干项，有几项没有得出结论。']);
    expect(head.get('未写入的内容')).toContain('只写数量');
  });

  it('each of the nine results has its word', () => {
    const words = composeSheets(smallRun(nineLines), say).items.rows.map((row) => row[8]);
    expect(words).toEqual(['符合', '不符合', '检查出错', '无法判定', '不适用', '未检查', '未选用', '仅供参考', '已当场改正']);
  });
});

describe('as files', () => {
  it('CSV has a mark of its encoding, lines of one length, and no cell that is a formula', () => {
    const csv = writeTableCsv(sheets);
    expect(csv.startsWith('\ufeff小检查表,演示数据')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    const plain = csv.split('\n').filter((line) => !line.includes('"'));
    expect(new Set(plain.filter((line) => line !== '').map((line) => line.split(',').length))).toEqual(new Set([sheets.items.columns.length]));
  });

  it('a workbook has both sheets, points as numbers, and the formula as text', async () => {
    const { sheets: opened } = await openWorkbook(await writeTableBook(sheets, '2026-11-24T02:00:00.000Z'), 'a.xlsx', () => true);
    expect(opened.map(({ name }) => name)).toEqual(['评定概况', '检查项']);
    expect(opened[0]?.rows[0]?.[0]).toBe('小检查表  演示数据');
    const row = opened[1]?.rows[1];
    expect([row?.[1], row?.[7], row?.[10], row?.[12]]).toEqual(['SML-10', 4, 4, '=HYPERLINK("http://x")']);
  });
});
