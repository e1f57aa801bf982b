import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '#domain/report-document.js';
import { answerItem } from '#workflows/answer-item.js';
import type { Desk } from '#workflows/desk.js';
import { addRow, confirmBook } from '#workflows/edit-rows.js';
import { addFinding } from '#workflows/add-finding.js';
import { rectify, verify } from '#workflows/finding-steps.js';
import { openRound } from '#workflows/open-round.js';
import { renderAnnual } from '#workflows/render-annual.js';
import { renderRectification } from '#workflows/render-follow-up.js';
import { renderLedger } from '#workflows/render-ledger.js';
import { renderReport } from '#workflows/render-report.js';
import { showStatistics } from '#workflows/show-statistics.js';
import { submitRound } from '#workflows/submit-round.js';
import { officeDesk } from '../unit/workflows/office-desk.js';

const fixture = join(import.meta.dirname, '../fixtures/checklists/rounds/own-unit.yaml');
const decision = { action: '确定', kind: '原始定密', level: '秘密', dept: 'D1', decided_at: '2026-05-06' };

let desk: Desk;
const papers: Record<string, ReportDocument> = {};

function documentAt(path: string): ReportDocument {
  return (JSON.parse(readFileSync(path, 'utf8')) as { document: ReportDocument }).document;
}

function tableRows(document: ReportDocument | undefined): readonly (readonly string[])[] {
  return (document?.blocks ?? []).flatMap((block: Block) => (block.kind === 'table' ? block.rows : block.kind === 'form-table' ? block.bands.flatMap(({ rows }) => rows) : []));
}

/** The cell after the one that begins with `name`. */
function valueAfter(document: ReportDocument | undefined, name: string): string | undefined {
  const row = tableRows(document).find((cells) => cells.some((cell) => cell.startsWith(name)));
  return row?.[row.findIndex((cell) => cell.startsWith(name)) + 1];
}

const numbers = (text: string | undefined): readonly number[] => (text?.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

beforeAll(async () => {
  desk = await officeDesk('classified');
  mkdirSync(join(desk.folder, 'checklists'), { recursive: true });
  copyFileSync(fixture, join(desk.folder, 'checklists/own-unit.yaml'));
  for (const no of ['DM-1', 'DM-2']) await addRow(desk, 'classification-decisions', { no, ...decision }, {});
  for (const book of ['departments', 'classification-decisions']) await confirmBook(desk, book, { asOf: '2026-11-24', nil: false });
  const { round } = await openRound(desk, { checklistId: 'own-unit', period: { from: '2026-01-01', to: '2026-12-31' }, departments: [], persons: [], devices: [], merges: false });
  for (const itemId of ['OWU-01', 'OWU-51']) await answerItem(desk, { round: round.number, itemId, value: 'pass', deductions: [], evidence: [] });
  await submitRound(desk, { number: round.number, subjects: [], withGaps: false });
  const { number } = await addFinding(desk, { statement: '登记簿缺页', severity: 'medium' }, '赵敏');
  await rectify(desk, number, { measure: '已补登' }, '张伟');
  await verify(desk, number, { result: 'pass' }, '李娜');
  for (const template of ['score-sheet', 'self-assessment']) papers[template] = documentAt((await renderReport(desk, { template, assessmentNumbers: [], format: 'json' })).issued.path);
  papers['annual'] = documentAt((await renderAnnual(desk, { format: 'json' })).issued.path);
  papers['rectification'] = documentAt((await renderRectification(desk, { year: '2026' }, { to: '', lasting: [] }, { format: 'json' })).issued.path);
  papers['ledger'] = documentAt((await renderLedger(desk, { format: 'json' })).issued.path);
});

describe('the same figure is the same in every paper', () => {
  it('the share of the points in K03, K08 and K12: 6 of 10', () => {
    const letter = JSON.stringify(papers['self-assessment']?.blocks.filter(({ kind }) => kind === 'official'));
    expect(numbers(valueAfter(papers['score-sheet'], '百分比'))).toEqual([60]);
    expect(numbers(/得分率 ([^，。"]+)/.exec(letter)?.[1])).toEqual([60]);
    expect(numbers(valueAfter(papers['annual'], '自评得分率'))).toEqual([60]);
  });

  it('the points in K03 and K08', () => {
    const sheet = ['实有项目总分值', '总得分'].map((name) => valueAfter(papers['score-sheet'], name));
    expect(sheet).toEqual(['10', '6']);
    expect(tableRows(papers['self-assessment']).find(([first]) => first === '合计')).toEqual(['合计', '10', '6', '4', '0']);
  });

  it('the problems of the year, how many are closed and their share in K07, K08 and K12: 1 of 3, 33.3%', () => {
    const told = ['rectification', 'self-assessment'].map((paper) => wordsOf(papers[paper]));
    const [k07 = [], k08 = []] = told.map((words) => [/问题共? ?(\d+) ?个/, /已销号 ?(\d+) ?个/, /整改率 ?([\d.]+%)/].map((figure) => figure.exec(words)?.[1]));
    const k12 = ['发现问题', '其中已销号', '整改率'].map((name) => valueAfter(papers['annual'], name));
    expect([k07, k08, k12]).toEqual([['3', '1', '33.3%'], ['3', '1', '33.3%'], ['3', '1', '33.3%']]);
  });

  it('decisions of the year in D04 and the ledger', async () => {
    const view = await showStatistics(desk, { id: 'classification', year: '2026' });
    const cells = view.groups.flatMap((group) => group.cells);
    const total = cells.find(({ id }) => id === 'total')?.figures[0]?.value;
    expect([total, contentsNote('D03')]).toEqual([2, '2 条，确认到 2026-11-24']);
  });

  it('every figure of K12 that K08 names is the same there', () => {
    const own = tableRows(papers['annual']).map(([, title = '', value = '']) => [title, value] as const).filter(([, value]) => value !== '');
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter(([title, value]) => valueAfter(papers['self-assessment'], title) !== value)).toEqual([]);
  });
});

const wordsOf = (document: ReportDocument | undefined): string => (document?.blocks ?? []).flatMap((block) => (block.kind === 'official' ? [block.text] : [])).join('\n');

function contentsNote(form: string): string | undefined {
  return papers['ledger']?.blocks.flatMap((block) => (block.kind === 'contents' ? block.rows : [])).find(({ title }) => title.includes(`（${form}）`))?.note;
}
