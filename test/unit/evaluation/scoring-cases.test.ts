import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreChecklist } from '#evaluation/score-checklist.js';
import { explainScore } from '#evaluation/explain-score.js';
import { modelOf, resultsOf, type SheetLine } from './scored.js';

interface ScoringCase {
  readonly why: string;
  readonly scoring?: 'none' | 'points';
  readonly grades?: boolean;
  readonly fixedEarns?: boolean;
  readonly items: readonly SheetLine[];
  readonly expected: { readonly split: object; readonly aggravating: number; readonly veto: boolean; readonly range: { readonly low: number; readonly high: number } | null; readonly grade: string | null; readonly noGrade: string | null };
}

const folder = join(import.meta.dirname, '../../fixtures/scoring');
const cases = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ScoringCase);

const chosenSum = ({ chosen = [] }: SheetLine): number => chosen.reduce((sum, { points, times }) => sum + points * times, 0);
const scored = ({ items }: ScoringCase): readonly SheetLine[] => items.filter(({ kind = 'scored' }) => kind === 'scored');
const isRange = ({ deductions = [] }: SheetLine): boolean => deductions.some(({ points }) => typeof points !== 'number');

/** What must not be missing among them. */
const kinds: readonly (readonly [kind: string, is: (each: ScoringCase) => boolean])[] = [
  ['deductions capped by the points', (each) => scored(each).some((line) => line.points !== null && chosenSum(line) > line.points)],
  ['a choice within a range', (each) => scored(each).some((line) => isRange(line) && chosenSum(line) > 0)],
  ['89.99 %', ({ expected }) => expected.range?.high === 89.99],
  ['exactly 90 %', ({ expected }) => expected.range?.low === 90 && expected.grade === 'meets'],
  ['nothing applicable', ({ expected }) => expected.noGrade === 'nothing-applicable'],
  ['a veto with points missing', ({ expected, items }) => expected.veto && items.some(({ kind, points }) => kind !== 'veto' && points === null)],
  ['pending that could change the grade', ({ expected }) => expected.noGrade === 'pending'],
  ['a partial answer', (each) => scored(each).some((line) => line.result === 'fail' && line.points !== null && chosenSum(line) > 0 && chosenSum(line) < line.points)],
  ['occurrences', (each) => scored(each).some(({ chosen = [] }) => chosen.some(({ times }) => times > 1))],
  ['aggravating occurrences', ({ items }) => items.some(({ kind, chosen = [] }) => kind === 'aggravating' && chosen.some(({ times }) => times > 1))],
];

describe('sheets that were scored by hand', () => {
  it('there are enough of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(50);
    expect(new Set(cases.map(({ why }) => why)).size).toBe(cases.length);
  });

  it.each(kinds)('among them: %s', (_kind, is) => {
    expect(cases.filter(is).map(({ why }) => why)).not.toEqual([]);
  });

  it.each(cases.filter(({ expected }) => expected.range !== null).map((each) => [each.why, each] as const))('says its sum: %s', (why, { expected }) => {
    for (const share of [expected.range?.low ?? 0, expected.range?.high ?? 0]) expect(why).toContain(`${String(Math.floor(share * 100 + 1e-6) / 100)} %`);
  });

  it.each(cases.map((each) => [each.why, each] as const))('is explained by steps that come to the same: %s', (_why, { items, scoring, grades, fixedEarns, expected }) => {
    const { split, aggravatingLoss, veto, range, grade, noGrade } = explainScore(modelOf(items, scoring, grades), resultsOf(items), { fixedEarns: fixedEarns ?? false });
    expect({ split, aggravating: aggravatingLoss, veto, range, grade, noGrade }).toEqual(expected);
  });

  it.each(cases.map((each) => [each.why, each] as const))('%s', (_why, { items, scoring, grades, fixedEarns, expected }) => {
    const score = scoreChecklist(modelOf(items, scoring, grades), resultsOf(items), { fixedEarns: fixedEarns ?? false });
    const { split, aggravating, veto, range, grade, noGrade } = score;
    expect({ split, aggravating, veto, range, grade, noGrade }).toEqual(expected);
  });
});

describe('the sections of a sheet', () => {
  const items = [
    { id: 'A-01', points: 3, result: 'pass' as const },
    { id: 'B-01', points: 2, result: 'fail' as const },
  ];
  const whole = modelOf(items);
  const [first, second] = whole.sections[0]?.items ?? [];
  const sections = [
    { id: 'one', title: '一、责任制', items: first === undefined ? [] : [first] },
    { id: 'two', title: '二、制度', items: second === undefined ? [] : [second] },
  ];
  const score = scoreChecklist({ ...whole, sections }, resultsOf(items));

  it('each adds up its own items and counts its own results', () => {
    expect(score.sections.map(({ sectionId, split, counts }) => [sectionId, split, counts.pass, counts.fail])).toEqual([
      ['one', { earned: 300, lost: 0, pending: 0, total: 300 }, 1, 0],
      ['two', { earned: 0, lost: 200, pending: 0, total: 200 }, 0, 1],
    ]);
  });

  it('an item without a result is not in the sum', () => {
    expect(scoreChecklist({ ...whole, sections }, resultsOf(items).slice(0, 1)).split.total).toBe(300);
  });
});
