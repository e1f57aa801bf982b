import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { answerItem } from '#workflows/answer-item.js';
import type { Desk } from '#workflows/desk.js';
import { exportRoundSheets } from '#workflows/export-round-sheets.js';
import { importRoundSheets, type SheetImportSummary } from '#workflows/import-round-sheets.js';
import { openRound } from '#workflows/open-round.js';
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

  it('of another office are refused', async () => {
    const file = await filled('ours.xlsx', { 'UNIT-01': { 结论: '符合' } });
    const other = await officeDesk();
    expect(await refusal(importRoundSheets(other, file, { dryRun: true }))).toEqual(['questionnaire-other-round']);
    expect(await refusal(importRoundSheets(desk, join(scratch.path, 'nowhere.xlsx'), { dryRun: true }))).toEqual(['file-not-found']);
  });
});
