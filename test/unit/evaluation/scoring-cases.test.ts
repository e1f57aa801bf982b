import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreChecklist } from '#evaluation/score-checklist.js';
import { modelOf, resultsOf, type SheetLine } from './scored.js';

interface ScoringCase {
  readonly why: string;
  readonly scoring?: 'none' | 'points';
  readonly grades?: boolean;
  readonly fixedEarns?: boolean;
  readonly items: readonly SheetLine[];
  readonly expected: { readonly split: object; readonly aggravating: number; readonly veto: boolean; readonly range: object | null; readonly grade: string | null; readonly noGrade: string | null };
}

const folder = join(import.meta.dirname, '../../fixtures/scoring');
const cases = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ScoringCase);

describe('sheets that were scored by hand', () => {
  it('there are enough of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
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
