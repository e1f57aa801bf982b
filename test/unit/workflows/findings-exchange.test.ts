import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addFinding } from '#workflows/add-finding.js';
import type { Desk } from '#workflows/desk.js';
import { exportFindings } from '#workflows/export-findings.js';
import { rectify, reopen, verify } from '#workflows/finding-steps.js';
import { importFindings, type FindingsImport } from '#workflows/import-findings.js';
import { setParameters } from '#workflows/set-parameter.js';
import { listFindings } from '#workflows/list-findings.js';
import type { FindingView } from '#workflows/view-findings.js';
import { officeDesk } from './office-desk.js';
import { onDay } from './round-desk.js';

const folder = mkdtempSync(join(tmpdir(), 'zicha-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let desk: Desk;
beforeEach(async () => {
  desk = await officeDesk();
  await setParameters(desk, [{ id: 'rectificationDays', key: 'high', value: '10', source: '本局办法', approvedBy: '周建国' }]);
  await addFinding(desk, { statement: '登记簿缺页', severity: 'high', department: '办公室', owner: '张伟', cause: '交接遗漏' }, '赵敏');
  await addFinding(desk, { statement: '废纸未集中销毁', severity: 'high', item: 'personnel/PER-04' }, '赵敏');
});

const all = (on = desk): Promise<readonly FindingView[]> => listFindings(on);
const taken = (file: string, on = desk): Promise<FindingsImport> => importFindings(on, file, { dryRun: false });
const csv = (name: string, ...lines: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
};
const codes = ({ problems }: FindingsImport): readonly string[] => problems.map(({ code }) => code);

/** The exported workbook with some cells written over, by number and title. */
async function edited(name: string, changes: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<string> {
  const file = join(folder, name);
  await exportFindings(desk, file, { all: true });
  const { sheets } = await readXlsx(readFileSync(file));
  const rows = (sheets[0]?.rows ?? []).map((row) => [...row]);
  const titles = rows.find((row) => row.includes('问题编号')) ?? [];
  const at = (title: string): number => titles.findIndex((each) => String(each).startsWith(title));
  for (const row of rows) for (const [title, text] of Object.entries(changes[String(row[at('问题编号')])] ?? {})) row[at(title)] = text;
  writeFileSync(file, await writeXlsx({ sheets: [{ name: '台账', rows }] }));
  return file;
}

describe('the rectification ledger that went out and came back', () => {
  it.each(['xlsx', 'csv'])('untouched, as %s: nothing is changed, whatever happened to the problems', async (ending) => {
    await rectify(desk, 'W-2026-0001', { measure: '已补齐' }, '张伟');
    await verify(desk, 'W-2026-0001', { result: 'pass', note: '看过原件' }, '李娜');
    const before = await all();
    const file = join(folder, `same.${ending}`);
    expect(await exportFindings(desk, file, { all: true })).toMatchObject({ findings: 2 });
    expect(await taken(file)).toEqual({ added: 0, changed: 0, unchanged: 2, problems: [], written: true });
    expect(await all()).toEqual(before);
  });

  it('changes particulars: owner, day, cause', async () => {
    const summary = await taken(await edited('changed.xlsx', { 'W-2026-0002': { 责任人: '李娜', 整改时限: '2026-12-31', 原因分析: '没有碎纸机' } }));
    expect(summary).toMatchObject({ added: 0, changed: 1, unchanged: 1, problems: [] });
    expect((await all()).find(({ finding }) => finding.number === 'W-2026-0002')?.finding).toMatchObject({ state: 'remediating', owner: '李娜', dueOn: '2026-12-31', cause: '没有碎纸机' });
  });

  it.each([['整改状态', '已销号'], ['复核人', '李娜'], ['问题表现', '没有问题'], ['重复发生次数', '3']])('never tells what happened: a changed cell of "%s" is refused', async (title, text) => {
    const before = await all();
    const summary = await taken(await edited('closed.xlsx', { 'W-2026-0001': { [title]: text } }));
    expect([codes(summary), summary.written]).toEqual([['finding-row-fixed'], false]);
    expect(await all()).toEqual(before);
  });

  it('of a problem that was opened again does not repeat what the verifier once said', async () => {
    await rectify(desk, 'W-2026-0001', { measure: '已补齐' }, '张伟');
    await verify(desk, 'W-2026-0001', { result: 'pass', note: '看过原件' }, '李娜');
    const sheet = async (name: string): Promise<string> => {
      await exportFindings(desk, join(folder, name), { all: true });
      return readFileSync(join(folder, name), 'utf8');
    };
    expect(await sheet('closed.csv')).toContain('看过原件');
    await reopen(desk, 'W-2026-0001', '抽查又见缺页', '赵敏');
    expect(await sheet('again.csv')).not.toContain('看过原件');
  });

  it('may come back after a problem in it became late', async () => {
    const file = join(folder, 'late.xlsx');
    await exportFindings(desk, file, { all: false });
    const later = onDay(desk, '2027-01-15');
    expect((await all(later)).filter(({ overdue }) => overdue)).toHaveLength(2);
    expect(await taken(file, later)).toMatchObject({ changed: 0, unchanged: 2, problems: [] });
  });
});

describe('new problems in a sheet', () => {
  it('get the next numbers, and are being cured where somebody is named', async () => {
    const file = csv('new.csv', '问题编号,问题表现,责任部门,风险等级,责任人', ',钥匙未登记,业务科,中,张伟', ',台账少一台计算机,业务科,高,');
    expect(await taken(file)).toMatchObject({ added: 2, written: true });
    const added = (await all()).map(({ finding }) => finding).filter(({ number }) => number > 'W-2026-0002').sort((left, right) => (left.number < right.number ? -1 : 1));
    expect(added.map(({ number, state, statement, severity, subject }) => [number, state, statement, severity, subject.label])).toEqual([['W-2026-0003', 'remediating', '钥匙未登记', 'medium', '业务科'], ['W-2026-0004', 'open', '台账少一台计算机', 'high', '业务科']]);
  });

  it('that are known, on record or two lines above, are refused: never a twin', async () => {
    expect(codes(await taken(csv('known.csv', '问题表现,责任部门,风险等级', '登记簿缺页,办公室,高')))).toEqual(['finding-row']);
    expect(codes(await taken(csv('twice.csv', '问题表现,责任部门,风险等级', '钥匙未登记,业务科,中', '钥匙未登记,业务科,中')))).toEqual(['finding-row']);
    expect(codes(await taken(await edited('number-twice.xlsx', { 'W-2026-0002': { 问题编号: 'W-2026-0001' } })))).not.toEqual([]);
    expect(await all()).toHaveLength(2);
  });

  it('everything or nothing: one wrong line, and no number is used up', async () => {
    const summary = await taken(csv('half.csv', '问题表现,责任部门,风险等级,对应检查项', '钥匙未登记,业务科,中,', '没有这一项,业务科,中,personnel/PER-77', '没有等级,业务科,,'));
    expect(summary).toMatchObject({ written: false, problems: [{ code: 'finding-row', params: { line: 3 } }, { code: 'finding-row', params: { line: 4 } }] });
    expect(await all()).toHaveLength(2);
    await taken(csv('right.csv', '问题表现,责任部门,风险等级', '钥匙未登记,业务科,中'));
    expect((await all()).map(({ finding }) => finding.number).sort().at(-1)).toBe('W-2026-0003');
  });

  it('a number that nobody gave out is refused, and a trial run writes nothing', async () => {
    expect(codes(await taken(csv('alien.csv', '问题编号,问题表现', 'W-2026-0099,登记簿缺页')))).toEqual(['finding-row']);
    expect(await importFindings(desk, csv('trial.csv', '问题表现,风险等级', '钥匙未登记,中'), { dryRun: true })).toMatchObject({ added: 1, written: false });
    expect(await all()).toHaveLength(2);
  });
});
