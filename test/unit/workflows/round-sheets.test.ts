import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from '#store/lock.js';
import { openStore } from '#store/store.js';
import { realFs } from '#store/store-fs.js';
import { answerItem, answersIn } from '#workflows/answer-item.js';
import { claimed, type Desk } from '#workflows/desk.js';
import { exportRoundSheets } from '#workflows/export-round-sheets.js';
import { itemFinder } from '#workflows/find-item.js';
import { importRoundSheets, type SheetImportSummary } from '#workflows/import-round-sheets.js';
import { openRound } from '#workflows/open-round.js';
import { roundSheetStatus } from '#workflows/round-sheet-status.js';
import { roundSheet } from '#workflows/show-rounds.js';
import { scratchFolder } from '../catalog/broken-files.js';
import { officeDesk, refusal, today } from './office-desk.js';

const scratch = scratchFolder();
afterAll(() => scratch.remove());

let desk: Desk;
let number: string;
beforeEach(async () => {
  desk = await officeDesk();
  ({ round: { number } } = await openRound(desk, { level: 'unit', departments: [], persons: [], devices: [], merges: false }));
});

/** A sheet as somebody filled it in: what each item got. */
async function filled(name: string, said: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<string> {
  const { files } = await exportRoundSheets(desk, number, scratch.path, []);
  const { sheets } = await readXlsx(readFileSync(files[0]?.path ?? ''));
  const rows = (sheets[0]?.rows ?? []).map((row) => [...row]);
  const at = (title: string): number => rows[3]?.indexOf(title) ?? -1;
  for (const row of rows.slice(5)) for (const [title, text] of Object.entries(said[String(row[at('检查项编号')])] ?? {})) row[at(title)] = text;
  return scratch.file(name, await writeXlsx({ sheets: [{ name: '自查问卷', rows }] }));
}
const taken = (path: string, choice?: 'newer' | 'keep'): Promise<SheetImportSummary> => importRoundSheets(desk, path, { dryRun: false, ...(choice && { choice }) });

describe('the sheets of a round', () => {
  it('ask each subject what people answer, and come back as answers of the round', async () => {
    const { files } = await exportRoundSheets(desk, number, scratch.path, []);
    expect(files).toMatchObject([{ subject: 'unit', path: join(scratch.path, `${number}-unit-东湖区示例局.xlsx`) }]);
    const file = await filled('a.xlsx', { 'UNIT-01': { 结论: '符合', 答题人: '赵敏' }, 'UNIT-02': { 结论: '不符合', 事实说明: '分工文件未更新', 扣分情形: 'UNIT-02.1', 责任部门: '办公室', 拟完成日期: '2026.12.20' } });
    expect(await importRoundSheets(desk, file, { dryRun: true })).toMatchObject({ round: number, recorded: 2, written: false, problems: [], conflicts: [] });
    expect(await taken(file)).toMatchObject({ recorded: 2, written: true });
    const answers = (await roundSheet(desk, number, undefined)).lines.flatMap(({ answer }) => answer ?? []);
    expect(answers).toMatchObject([{ itemId: 'UNIT-01', value: 'pass', by: { person: '赵敏' } }, { itemId: 'UNIT-02', value: 'fail', fact: '分工文件未更新', department: '办公室', dueOn: '2026-12-20' }]);
    expect(await taken(file)).toMatchObject({ recorded: 0, unchanged: 2 });
  });

  it('carry what was answered before, and change nothing when they come back untouched', async () => {
    await answerItem(desk, { round: number, itemId: 'UNIT-02', value: 'fail', fact: '分工文件未更新', deductions: [{ id: 'UNIT-02.1' }], evidence: ['E-1'] });
    expect(await taken(await filled('same.xlsx', {}))).toMatchObject({ recorded: 0, unchanged: 1, conflicts: [], problems: [] });
  });

  it('write nothing while one place is wrong', async () => {
    const summary = await taken(await filled('wrong.xlsx', { 'UNIT-01': { 结论: '符合' }, 'UNIT-02': { 结论: '还行' } }));
    expect(summary).toMatchObject({ written: false, problems: [{ code: 'questionnaire-conclusion-unknown' }] });
    expect((await roundSheet(desk, number, undefined)).lines.flatMap(({ answer }) => answer ?? [])).toEqual([]);
  });

  it('never win silently over an answer recorded after they were handed out', async () => {
    const file = await filled('old.xlsx', { 'UNIT-01': { 结论: '不适用', 事实说明: '没有此事', 答题日期: today } });
    const later: Desk = { ...desk, door: { ...desk.door, now: () => `${today}T09:00:00.000Z`, newId: () => desk.door.newId() } };
    await answerItem(later, { round: number, itemId: 'UNIT-01', value: 'pass', deductions: [], evidence: [] });
    expect(await taken(file)).toMatchObject({ written: false, conflicts: [{ kind: 'recorded-later', itemId: 'UNIT-01', sides: [{ saying: { value: 'notapplicable' } }, { saying: { value: 'pass' } }] }] });
    expect(await taken(file, 'keep')).toMatchObject({ recorded: 0, kept: 1, conflicts: [] });
  });

  it('see an answer that was given between their being read and their being recorded', async () => {
    const file = await filled('meanwhile.xlsx', { 'UNIT-01': { 结论: '不适用', 事实说明: '没有此事', 答题日期: today } });
    const find = itemFinder(desk);
    const other = await openStore(desk.folder);
    const release = await acquireLock(realFs, desk.folder);
    let importing: Promise<SheetImportSummary> | undefined;
    // The clock is asked once to read, and once just before writing: from there it waits for the lock.
    await new Promise<void>((aboutToWrite) => {
      let times = 0;
      const now = (): string => {
        if ((times += 1) === 2) aboutToWrite();
        return `${today}T10:00:00.000Z`;
      };
      importing = importRoundSheets({ ...desk, door: { now, newId: () => desk.door.newId() } }, file, { dryRun: false });
    });
    release();
    const at = `${today}T09:00:00.000Z`;
    const answer = await other.transact({ actor: claimed('钱进'), at }, (snapshot) => {
      const { changes, answers } = answersIn({ identity: other.identity, snapshot, at, newId: () => desk.door.newId(), officer: '钱进', correction: '更正', find }, [{ round: number, itemId: 'UNIT-01', value: 'pass', deductions: [], evidence: [] }]);
      return { kind: 'answer.recorded', changes, result: answers[0] };
    });
    await other.close();
    expect(await importing).toMatchObject({ written: false, recorded: 0, conflicts: [{ kind: 'recorded-later', itemId: 'UNIT-01' }] });
    expect((await roundSheet(desk, number, undefined)).lines.find(({ item }) => item.id === 'UNIT-01')?.answer).toEqual(answer);
  });

  it('that are wrong come back as copies with each wrong cell marked, which can be mended and imported', async () => {
    const file = await filled('wrong.xlsx', { 'UNIT-01': { 结论: '不适用' }, 'UNIT-02': { 结论: '还行', 答题人: '赵敏' } });
    const summary = await importRoundSheets(desk, file, { dryRun: true, annotateTo: join(scratch.path, 'marked') });
    const marked = join(scratch.path, 'marked', 'wrong.xlsx');
    expect(summary).toMatchObject({ written: false, marked: [marked] });
    const [sheet] = (await readXlsx(readFileSync(marked))).sheets;
    const comments = [...(sheet?.cells ?? [])].flatMap(([, { comment }]) => comment?.text ?? []);
    expect(comments).toEqual(expect.arrayContaining([expect.stringContaining('看不懂“还行”'), expect.stringContaining('“事实说明”是空的')]));
    const rows = (sheet?.rows ?? []).map((row) => [...row]);
    const titles = rows[3] ?? [];
    expect(titles.at(-1)).toBe('错误说明');
    expect(titles.flatMap((title, at) => (sheet?.columns?.[at]?.hidden === true ? [title] : []))).toContain('检查项编号');
    for (const row of rows) if (['还行', '不适用'].includes(String(row[titles.indexOf('结论')]))) row[titles.indexOf('结论')] = '符合';
    const mended = scratch.file('mended.xlsx', await writeXlsx({ sheets: [{ name: '自查问卷', rows }] }));
    expect(await taken(mended)).toMatchObject({ written: true, recorded: 2, problems: [], conflicts: [] });
    expect(await refusal(importRoundSheets(desk, file, { dryRun: true, annotateTo: scratch.path }))).toEqual(['questionnaire-marked-over']);
  });

  it('leave a trace in the round: when they went out, what came back from which file, what was left out', async () => {
    expect(await roundSheetStatus(desk, number)).toMatchObject({ counts: { none: 1, out: 0, back: 0, refused: 0 }, notHandedIn: ['unit'], subjects: [{ standing: 'none', answered: 0 }] });
    const wrong = await filled('wrong.xlsx', { 'UNIT-01': { 结论: '符合' }, 'UNIT-02': { 结论: '还行' } });
    expect(await roundSheetStatus(desk, number)).toMatchObject({ counts: { none: 0, out: 1 }, subjects: [{ standing: 'out', exportedAt: `${today}T02:00:00.000Z` }] });
    await taken(wrong);
    expect(await roundSheetStatus(desk, number)).toMatchObject({ subjects: [{ standing: 'refused', answered: 0, imported: { files: ['wrong.xlsx'], written: false, recorded: 0, problems: 1 } }] });
    await taken(await filled('good.xlsx', { 'UNIT-01': { 结论: '符合' } }));
    expect(await roundSheetStatus(desk, number)).toMatchObject({ counts: { back: 1, refused: 0 }, subjects: [{ standing: 'back', answered: 1, state: 'begun', imported: { at: `${today}T02:00:00.000Z`, by: { person: '赵敏' }, files: ['good.xlsx'], written: true, recorded: 1, problems: 0 } }] });
  });

  it('leave no trace where they were only tried', async () => {
    await importRoundSheets(desk, await filled('tried.xlsx', { 'UNIT-01': { 结论: '符合' } }), { dryRun: true });
    expect(await roundSheetStatus(desk, number)).toMatchObject({ subjects: [{ standing: 'out' }] });
  });

  it('of another office are refused', async () => {
    const file = await filled('ours.xlsx', { 'UNIT-01': { 结论: '符合' } });
    const other = await officeDesk();
    expect(await refusal(importRoundSheets(other, file, { dryRun: true }))).toEqual(['questionnaire-other-round']);
    expect(await refusal(importRoundSheets(desk, join(scratch.path, 'nowhere.xlsx'), { dryRun: true }))).toEqual(['file-not-found']);
  });
});
