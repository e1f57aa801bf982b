import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#messages/say.js';
import { openWorkbook } from '#registers/spreadsheet.js';
import { isBlankForm } from '#reports/pdf/seal-bytes.js';
import { countRegisters } from '#workflows/count-registers.js';
import type { Desk } from '#workflows/desk.js';
import { addRow, confirmBook, editRow, retireRow } from '#workflows/edit-rows.js';
import { loadStatistics } from '#workflows/load-statistics.js';
import { printStatistics } from '#workflows/print-statistics.js';
import { showStatistics, showTrend, type ShownFigure, type StatisticsView } from '#workflows/show-statistics.js';
import { blankSheet, statisticsSheet } from '#workflows/statistics-sheet.js';
import { verifyReport } from '#workflows/verify-report.js';
import { quietDemo } from '../../fixtures/desks/quiet-desk.js';
import { allowed, officeDesk, refusal } from './office-desk.js';

const say = sayIn('zh-CN');
const moment = '2026-11-24T05:00:00.000Z';
const books = ['classification-officers', 'classification-decisions', 'declassification-reviews', 'secret-items', 'work-secrets', 'classification-grants'] as const;

/** Every number of the first year, by cell; a reason in brackets where it cannot be said. */
function numbers(view: StatisticsView, at = 0): Record<string, number | string> {
  const text = ({ value, why }: ShownFigure): number | string => value ?? `(${why?.code ?? ''})`;
  return Object.fromEntries(view.groups.flatMap(({ cells }) => cells.map(({ id, figures }) => [id, figures[at] === undefined ? '' : text(figures[at])])));
}

const decisions: readonly Record<string, string>[] = [
  { no: '1', action: '确定', kind: '原始定密', level: '机密', decided_by: 'S01', decided_at: '2026-01-10' },
  { no: '2', action: '确定', kind: '原始定密', level: '机密', decided_by: 'S01', decided_at: '2026-02-10' },
  { no: '3', action: '确定', kind: '派生定密', level: '秘密', decided_by: 'S01', decided_at: '2026-03-10' },
  { no: '4', action: '确定', kind: '派生定密', level: '绝密', decided_by: 'S01', decided_at: '2025-03-10' },
  { no: '5', action: '变更', level: '秘密', changed: '密级、知悉范围', corrects: '是', decided_by: 'S01', decided_at: '2026-04-10' },
  { no: '6', action: '延长期限', level: '秘密', decided_by: 'S01', decided_at: '2026-05-10' },
  { no: '7', action: '解除', level: '秘密', corrects: '否', decided_by: 'S01', decided_at: '2026-06-10' },
  { no: '8', action: '不明确', reported_at: '2026-06-11' },
  { no: '9', action: '有争议', draft_at: '2026-06-12' },
  { no: '10', action: '确定', kind: '原始定密', level: '秘密', draft_at: '2026-11-20' },
];

async function smallOffice(): Promise<Desk> {
  const desk = await officeDesk('classified');
  for (const row of decisions) await addRow(desk, 'classification-decisions', row, {});
  await addRow(desk, 'classification-officers', { no: 'Z1', person: 'S01', kind: '法定定密责任人', source: '法定', designated_at: '2020-01-01', trained: '2026-03-01', state: '在任' }, {});
  await addRow(desk, 'classification-officers', { no: 'Z2', person: 'S02', kind: '指定定密责任人', source: '授权', grant_no: '示局〔2025〕1号', term_from: '2025-06-01', state: '在任' }, {});
  await addRow(desk, 'classification-officers', { no: 'Z3', person: 'S03', kind: '指定定密责任人', source: '授权', grant_no: '示局〔2025〕1号', term_from: '2024-06-01', term_to: '2026-02-01', state: '已变更' }, {});
  await addRow(desk, 'declassification-reviews', { no: 'J1', decision: '4', term_end: '2026-02-01', result: '自行解密', decided_at: '2026-01-20' }, {});
  await addRow(desk, 'declassification-reviews', { no: 'J2', decision: '1', term_end: '2036-01-10', result: '继续保密', decided_at: '2026-08-01' }, {});
  await addRow(desk, 'declassification-reviews', { no: 'J3', decision: '1', term_end: '2036-01-10', result: '提前解密', decided_at: '2026-10-01' }, {});
  await addRow(desk, 'secret-items', { no: 'X1', filed_at: '2026-05-01' }, {});
  await addRow(desk, 'secret-items', { no: 'X2' }, {});
  for (const [no, direction, granted] of [['G1', '作出授权', '2026-02-01'], ['G2', '作出授权', '2026-06-01'], ['G3', '作出授权', '2025-06-01'], ['G4', '获得授权', '2026-06-01']] as const) await addRow(desk, 'classification-grants', { no, direction, granted_at: granted }, {});
  for (const book of books) await confirmBook(desk, book, { nil: book === 'work-secrets' });
  return desk;
}

describe('classification statistics of a small office on a classified machine', () => {
  it('are what one counts by hand', async () => {
    const view = await showStatistics(await smallOffice(), { id: 'classification', compare: '2025' });
    expect(view.footing.kind).toBe('classified-machine');
    expect(numbers(view)).toEqual({
      officers_law: 1, officers_des: 1, officers: 2, officers_trained: 1, list_items: 2, list_filed: 1,
      orig_top: 0, orig_sec: 2, orig_con: 0, orig_all: 2, deriv_top: 0, deriv_sec: 0, deriv_con: 1, deriv_all: 1, all_top: 0, all_sec: 2, all_con: 1, total: 3,
      change_level: 1, change_term: 0, change_scope: 1, extended: 1, changed: 1, declass_due: 1, declass_early: 1, lifted: 1, reviewed: 2,
      auth_given: 2, auth_received: 1, auth_got: 1, unclear: 1, disputed: 1, unclear_all: 2, wrong: 1, work_secret: 0,
    });
    expect(numbers(view, 1)).toMatchObject({ officers_law: 1, officers_des: 2, officers_trained: '(rows-incomplete)', deriv_top: 1, total: 1, list_items: '(only-now)', reviewed: '(before-book)', work_secret: '(only-now)' });
  });

  it('explain a number by exactly its rows', async () => {
    const { explained } = await showStatistics(await smallOffice(), { id: 'classification', explain: 'orig_all' });
    expect(explained?.figures.map(({ value, rows }) => [value, rows.map(({ label }) => label)])).toEqual([[2, ['1', '2']]]);
    expect(await refusal(showStatistics(await smallOffice(), { id: 'classification', explain: 'no_such' }))).toEqual(['statistics-cell-unknown']);
  });

  it('are not said after a row changed and nobody confirmed the book again', async () => {
    const early = await smallOffice();
    const desk = { ...early, door: { ...early.door, now: () => '2026-11-24T06:00:00.000Z' } };
    await addRow(desk, 'classification-decisions', { no: '11', action: '解除', decided_at: '2026-11-01' }, {});
    expect(numbers(await showStatistics(desk, { id: 'classification' }))).toMatchObject({ total: '(unconfirmed)', officers: 2 });
  });

  it('say until when the books were confirmed, where that is not today', async () => {
    const desk = await smallOffice();
    expect(statisticsSheet(await showStatistics(desk, { id: 'classification' }), say).notes.join('')).not.toContain('最早确认到');
    const later = { ...desk, door: { ...desk.door, now: () => '2026-12-20T02:00:00.000Z' } };
    expect(statisticsSheet(await showStatistics(later, { id: 'classification' }), say).notes.join('')).toContain('所依台账最早确认到 2026-11-24');
  });

  it('of a year that is over need the word of the officer from after its end', async () => {
    const desk = await smallOffice();
    const next = { ...desk, door: { ...desk.door, now: () => '2027-01-08T02:00:00.000Z' } };
    expect(numbers(await showStatistics(next, { id: 'classification', year: '2026' }))['total']).toBe('(confirmed-until)');
    await confirmBook(next, 'classification-decisions', { nil: false });
    expect(numbers(await showStatistics(next, { id: 'classification', year: '2026' }))['total']).toBe(3);
  });

  it('a year that has not begun is refused', async () => {
    expect(await refusal(showStatistics(await smallOffice(), { id: 'classification', year: '2027' }))).toEqual(['statistics-year-ahead']);
  });
});

describe('classification statistics on a non-classified machine', () => {
  it('say nothing at all without the decision, not even of books that need none', async () => {
    const view = await showStatistics(await officeDesk(), { id: 'classification' });
    expect(view.footing.kind).toBe('undecided');
    expect(new Set(Object.values(numbers(view)))).toEqual(new Set(['(undecided)']));
  });

  it('after the decision say what numbers-only columns can say, and by which decision', async () => {
    const desk = await allowed(await officeDesk(), 'classification-decisions');
    await addRow(desk, 'classification-decisions', { no: '1', action: '确定', decided_by: 'S01', decided_at: '2026-01-10' }, {});
    await confirmBook(desk, 'classification-decisions', { nil: false });
    const view = await showStatistics(desk, { id: 'classification' });
    expect(view.footing).toMatchObject({ kind: 'numbers-only', decisions: [{ register: 'classification-decisions', document: '保密办〔2026〕7号' }] });
    expect(numbers(view)).toMatchObject({ total: 1, orig_sec: '(columns-not-held)', change_level: '(columns-not-held)', reviewed: '(undecided)', officers_law: '(empty)' });
    expect(statisticsSheet(view, say).notes.join('')).toContain('经决定：保密办〔2026〕7号（周建国，2026-11-02）');
  });

  it('in the demo are counted without levels, and say that they are invented', async () => {
    const view = await showStatistics(await quietDemo(moment), { id: 'classification' });
    expect([view.footing.kind, numbers(view)['orig_top'], typeof numbers(view)['total']]).toEqual(['demo', '(columns-not-held)', 'number']);
    expect(statisticsSheet(view, say).notes.join('')).toContain('演示数据');
  });
});

describe('statistics on paper and in a workbook', () => {
  it('the paper verifies and bears the demo mark; the blank form has no number', async () => {
    const demo = await quietDemo(moment);
    const sheet = statisticsSheet(await showStatistics(demo, { id: 'classification' }), say);
    const file = (name: string): string => join(dirname(demo.folder), name);
    const { issued, warnings } = await printStatistics(demo, sheet, file('d04.pdf'), false);
    expect([issued?.number, warnings, (await verifyReport(demo, file('d04.pdf'))).conclusion]).toEqual(['R-2026-0001', [], 'sound']);
    await printStatistics(demo, blankSheet(loadStatistics(demo.program, 'annual'), say), file('blank.pdf'), true);
    expect(isBlankForm(readFileSync(file('blank.pdf')))).toBe(true);
    expect(await refusal(printStatistics(demo, sheet, file('d04.doc'), false))).toEqual(['statistics-format-unknown']);
  });

  it('the workbook has title, header, numbers as numbers, blanks as blanks, signatures and the demo mark', async () => {
    const demo = await quietDemo(moment);
    const sheet = statisticsSheet(await showStatistics(demo, { id: 'classification' }), say);
    const path = join(dirname(demo.folder), 'd04.xlsx');
    await printStatistics(demo, sheet, path, false);
    const [opened] = (await openWorkbook(readFileSync(path), path, () => true)).sheets;
    const rows = opened?.rows ?? [];
    expect(rows[0]?.[0]).toBe('定密工作情况年度统计表（演示数据）');
    expect(rows[2]?.slice(0, 3)).toEqual(['序号', '统计项目', '2026年']);
    const cell = (title: string): unknown => rows.find((row) => row[1] === title)?.[2];
    expect([typeof cell('定密合计（件）'), cell('原始定密 绝密级（件）') ?? null]).toEqual(['number', null]);
    expect(rows.slice(-3).flat().filter((each) => each !== null)).toEqual(['填表人：', '审核人：', '单位负责人（盖章）：']);
  });

  it('a blank form prints before there are records', async () => {
    const desk = await officeDesk();
    const empty: Desk = { ...desk, folder: join(dirname(desk.folder), 'nothing') };
    const printed = await printStatistics(empty, blankSheet(loadStatistics(desk.program, 'classification'), say), join(dirname(desk.folder), 'b.xlsx'), true);
    expect(printed).toMatchObject({ blank: true, warnings: [] });
  });
});

describe('rows by book, the yearly sheet and the trend', () => {
  it('rows are counted from the journal: added, changed, retired, and in use now', async () => {
    const desk = await officeDesk();
    await editRow(desk, 'staff', 'S04', { dept: 'D2' }, {});
    await retireRow(desk, 'staff', 'S03', { reason: '调出' });
    await confirmBook(desk, 'places', { nil: true });
    const { registers } = await countRegisters(desk, undefined);
    expect(registers.find(({ id }) => id === 'staff')).toMatchObject({ inUse: 3, added: 4, changed: 1, retired: 1, state: 'unconfirmed' });
    expect(registers.find(({ id }) => id === 'places')).toMatchObject({ inUse: 0, state: 'nil', asOf: '2026-11-24' });
    expect((await countRegisters(desk, '2025')).registers.find(({ id }) => id === 'staff')).toMatchObject({ inUse: 3, added: 0, changed: 0, retired: 0 });
  });

  it('the yearly sheet counts the books that need no decision, and says of the others why not', async () => {
    const desk = await officeDesk();
    await addRow(desk, 'rules', { name: '保密工作责任制', topic: '责任制', issued: '2020-01-01', revised: '2026-02-01', state: '有效' }, {});
    await confirmBook(desk, 'rules', { nil: false });
    const view = await showStatistics(desk, { id: 'annual' });
    expect(view.footing.kind).toBe('open-books');
    expect(numbers(view)).toMatchObject({ rules_new: 1, meetings: '(undecided)', funds: '(no-source)', incidents: '(no-source)', trainings: '(empty)', problems: 0, cure_rate: '(nothing-to-share)', self_score: '(no-assessment)' });
  });

  it('the trend has a line a month; months before the first record are not zero', async () => {
    const view = await showTrend(await quietDemo(moment), 3);
    expect(view.spans).toEqual(['2026-09', '2026-10', '2026-11']);
    expect([numbers(view)['new'], numbers(view, 2)['new']]).toEqual(['(before-book)', 16]);
    expect([typeof numbers(view)['trainings'], numbers(view)['waste']]).toEqual(['number', '(unconfirmed)']);
  });
});
