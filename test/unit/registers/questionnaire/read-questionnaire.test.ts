import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error.js';
import { openBook } from '#registers/read-book.js';
import { readQuestionnaire } from '#registers/questionnaire/read-questionnaire.js';
import { writeQuestionnaire } from '#registers/questionnaire/write-questionnaire.js';
import { copying, question, questionnaire } from '../../../fixtures/questionnaires.js';
import { body, returned, type Rows } from './sheet.js';

const plain = questionnaire([question('DOC-02'), question('DOC-03'), copying]);
const filled = (cells: Readonly<Record<string, string | Date | number>>, line = 0, sheet = plain) =>
  returned(sheet, (rows, at) => {
    for (const [title, value] of Object.entries(cells)) (rows[body + line] as Rows[number])[at(title)] = value;
    return rows;
  });
const refused = async (bytes: Uint8Array, file = 'x.xlsx'): Promise<string> => {
  const error: unknown = await openBook(bytes, file).then(readQuestionnaire).catch((caught: unknown) => caught);
  return error instanceof AppError ? error.code : 'read';
};

describe('a questionnaire that comes back', () => {
  it('knows its round, subject, checklist and moment, and says nothing where nothing was filled in', async () => {
    expect(readQuestionnaire(await openBook(await writeQuestionnaire(plain), 'a.xlsx'))).toEqual({ file: 'a.xlsx', roundId: plain.roundId, subjectKey: 'department:D2', checklistDigest: plain.checklistDigest, exportedAt: plain.exportedAt, answers: [], problems: [] });
  });

  it('is the same file for the same questions', async () => {
    expect(Buffer.from(await writeQuestionnaire(plain)).equals(Buffer.from(await writeQuestionnaire(plain)))).toBe(true);
  });

  it.each([['符合', 'pass', false], ['√', 'pass', false], [' 是 ', 'pass', false], ['Ｙ', 'pass', false], ['不符合', 'fail', false], ['×', 'fail', false], ['部分符合', 'fail', true], ['不适用', 'notapplicable', false]] as const)('%s means %s', async (word, value, partial) => {
    const { answers, problems } = await filled({ 结论: word, 事实说明: '看过' });
    expect(problems).toEqual([]);
    expect(answers).toMatchObject([{ itemId: 'DOC-02', value, partial, fact: '看过', row: 6 }]);
  });

  it('reads days as people write them', async () => {
    for (const day of ['2026.12.5', '2026年12月5日', '20261205', '2026/12/5', new Date('2026-12-05T00:00:00.000Z')]) {
      const { answers, problems } = await filled({ 结论: '不符合', 事实说明: '缺一份', 责任部门: '办公室', 拟完成日期: day, 佐证材料编号: 'E-1，E-2', 答题人: '赵敏', 答题日期: '2026-11-25' });
      expect(problems).toEqual([]);
      expect(answers[0]).toMatchObject({ department: '办公室', dueOn: '2026-12-05', evidence: ['E-1', 'E-2'], by: '赵敏', on: '2026-11-25' });
    }
  });

  it('reads deductions with times and points', async () => {
    const { answers, problems } = await filled({ 结论: '不符合', 事实说明: '缺登记', 扣分情形: 'doc-01.1×2；DOC-01.2＝1.5' }, 2);
    expect(problems).toEqual([]);
    expect(answers[0]?.deductions).toEqual([{ id: 'DOC-01.1', times: 2 }, { id: 'DOC-01.2', points: 1.5 }]);
  });

  it('names who filled it in above the table, not who signs below', async () => {
    expect((await returned(plain, (rows) => { (rows[1] as Rows[number])[(rows[1] as Rows[number]).indexOf('填表人：')] = '填表人：赵敏'; return rows; })).filledBy).toBe('赵敏');
    expect((await returned(plain, (rows) => { (rows[8] as Rows[number])[0] = '填表人：王某'; return rows; })).filledBy).toBeUndefined();
  });

  it('is read with rows in another order, columns moved, blank rows between, and a renamed header', async () => {
    const { answers, problems } = await returned(plain, (rows, at) => {
      (rows[body] as Rows[number])[at('结论')] = '符合';
      (rows[3] as Rows[number])[at('结论')] = '你们的看法';
      const swapped = [...rows.slice(0, body), rows[body + 2] ?? [], [], rows[body] ?? [], rows[body + 1] ?? []];
      return swapped.map((row) => [...Array.from({ length: 20 }, (_, index) => row[index] ?? null)].reverse());
    });
    expect(problems).toEqual([]);
    expect(answers).toMatchObject([{ itemId: 'DOC-02', value: 'pass', row: 8 }]);
  });

  it('takes a fact alone as the answer where the item only asks to know', async () => {
    const { answers, problems } = await filled({ 事实说明: '全局 8 个科室' }, 0, questionnaire([question('INF-01', { isInformation: true })]));
    expect(problems).toEqual([]);
    expect(answers).toMatchObject([{ itemId: 'INF-01', fact: '全局 8 个科室' }]);
    expect(answers[0]).not.toHaveProperty('value');
  });

  it('takes a name and a day that were filled down a column for no answer', async () => {
    expect(await filled({ 答题人: '赵敏', 答题日期: '2026-11-25', 责任部门: '办公室' })).toMatchObject({ answers: [], problems: [] });
  });
});

describe('what is wrong on a sheet is named with its place', () => {
  it.each([
    [{ 结论: '还行' }, 0, 'questionnaire-conclusion-unknown', '结论'],
    [{ 结论: '有' }, 0, 'questionnaire-conclusion-unknown', '结论'],
    [{ 事实说明: '看过' }, 0, 'questionnaire-conclusion-missing', '结论'],
    [{ 结论: '不符合' }, 0, 'questionnaire-fact-missing', '事实说明'],
    [{ 结论: '不适用' }, 0, 'questionnaire-fact-missing', '事实说明'],
    [{ 结论: '部分符合', 事实说明: '缺一份', 拟完成日期: '明年' }, 0, 'cell-not-a-day', '拟完成日期'],
    [{ 结论: '符合', 事实说明: 'x'.repeat(501) }, 0, 'cell-too-long', '事实说明'],
    [{ 结论: '不符合', 事实说明: '缺' }, 2, 'questionnaire-deduction-missing', '扣分情形'],
    [{ 结论: '不符合', 事实说明: '缺', 扣分情形: 'DOC-01.9' }, 2, 'questionnaire-deduction-unknown', '扣分情形'],
    [{ 结论: '不符合', 事实说明: '缺', 扣分情形: '第一种' }, 2, 'questionnaire-deduction-unknown', '扣分情形'],
    [{ 结论: '不符合', 事实说明: '缺', 扣分情形: 'DOC-01.2' }, 2, 'questionnaire-deduction-points', '扣分情形'],
    [{ 结论: '不符合', 事实说明: '缺', 扣分情形: 'DOC-01.2=2' }, 2, 'questionnaire-deduction-points', '扣分情形'],
    [{ 结论: '不符合', 事实说明: '缺', 扣分情形: 'DOC-01.2×2=1' }, 2, 'questionnaire-deduction-points', '扣分情形'],
    [{ 结论: '不符合', 事实说明: '缺', 扣分情形: 'DOC-01.1、DOC-01.1' }, 2, 'questionnaire-deduction-twice', '扣分情形'],
    [{ 结论: '符合', 扣分情形: 'DOC-01.1' }, 2, 'questionnaire-deduction-idle', '扣分情形'],
  ] as const)('%o on question %i: %s', async (cells, line, code, column) => {
    const { problems } = await filled(cells, line);
    expect(problems.map((problem) => [problem.code, problem.params['line'], problem.params['column']])).toEqual([[code, body + line + 1, column]]);
  });

  it('no partly where the item does not know it', async () => {
    expect((await filled({ 结论: '部分符合', 事实说明: '缺' }, 0, questionnaire([question('DOC-02', { allowsPartial: false })]))).problems.map(({ code }) => code)).toEqual(['questionnaire-no-partial']);
  });

  it('a row that was inserted, copied, or comes from another sheet', async () => {
    const inserted = await returned(plain, (rows, at) => { const row: Rows[number] = []; row[at('结论')] = '符合'; row[at('事实说明')] = '另有一事'; return [...rows.slice(0, body + 1), row, ...rows.slice(body + 1)]; });
    expect(inserted.problems).toEqual([{ code: 'questionnaire-row-without-key', params: { line: body + 2 } }]);
    const copied = await returned(plain, (rows) => [...rows.slice(0, body + 1), [...(rows[body] ?? [])], ...rows.slice(body + 1)]);
    expect(copied.problems).toEqual([{ code: 'questionnaire-item-twice', params: { line: body + 2, item: 'DOC-02' } }]);
    const mixed = await returned(plain, (rows, at) => { (rows[body + 1] as Rows[number])[at('对象标识')] = 'department:D9'; return rows; });
    expect(mixed.problems).toEqual([{ code: 'questionnaire-mixed', params: { line: body + 2 } }]);
  });
});

describe('what is no questionnaire', () => {
  it('is refused: another workbook, a text, a damaged file, one with macros', async () => {
    expect(await refused(await writeXlsx({ sheets: [{ name: '自查问卷', rows: [['序号', '检查内容', '结论'], [1, '检查', '符合']] }] }))).toBe('questionnaire-not-ours');
    expect(await refused(await writeXlsx({ sheets: [{ name: 'x', rows: [['a', 'b']] }] }))).toBe('questionnaire-not-ours');
    expect(await refused(Buffer.from('序号,检查内容,结论\n1,a,符合\n'), 'x.csv')).toBe('questionnaire-not-ours');
    const whole = await writeQuestionnaire(plain);
    for (const part of [0.3, 0.6, 0.95]) expect(await refused(whole.subarray(0, Math.floor(whole.length * part)))).toBe('workbook-damaged');
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('workbook-old-format');
  });

  it('is refused where the hidden columns were deleted', async () => {
    await expect(returned(plain, (rows, at) => rows.map((row) => row.slice(0, at('任务标识'))))).rejects.toMatchObject({ code: 'questionnaire-not-ours' });
  });
});
