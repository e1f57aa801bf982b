import type { ResultValue } from '#domain/result-value.js';
import type { ScoringModel } from '#evaluation/score-checklist.js';
import type { ScoredItem, ScoredResult } from '#evaluation/score-item.js';

/** One line of a score sheet: an item together with its result. */
export interface SheetLine {
  readonly id: string;
  readonly kind?: ScoredItem['kind'];
  readonly points: number | null;
  readonly deduct?: { readonly perSubject: number };
  readonly deductions?: ScoredItem['deductions'];
  readonly result: ResultValue;
  readonly subjects?: { readonly pass: number; readonly fail: number; readonly open: number };
  readonly chosen?: ScoredResult['deductions'];
}

/** The sheet as one section of a checklist. */
export function modelOf(lines: readonly SheetLine[], scoring: ScoringModel['scoring'] = 'points', grades = true): ScoringModel {
  const items = lines.map(({ id, kind = 'scored', points, deduct, deductions }) => ({
    id,
    kind,
    points,
    ...(deduct === undefined ? {} : { deduct }),
    ...(deductions === undefined ? {} : { deductions }),
  }));
  return { scoring, grades, sections: [{ id: 'only', title: '全部', items }] };
}

export function resultsOf(lines: readonly SheetLine[]): ScoredResult[] {
  return lines.map((line) => {
    const { pass, fail, open } = line.subjects ?? oneSubject[line.result];
    const subjects = { total: pass + fail + open, pass, fail, open };
    return { itemId: line.id, sectionId: 'only', result: line.result, subjects, deductions: [...(line.chosen ?? [])] };
  });
}

const open = { pass: 0, fail: 0, open: 1 };
const none = { pass: 0, fail: 0, open: 0 };
const oneSubject: Readonly<Record<ResultValue, { pass: number; fail: number; open: number }>> = {
  pass: { pass: 1, fail: 0, open: 0 },
  fail: { pass: 0, fail: 1, open: 0 },
  error: open,
  unknown: open,
  notchecked: open,
  notapplicable: none,
  notselected: none,
  informational: { pass: 1, fail: 0, open: 0 },
  fixed: { pass: 0, fail: 1, open: 0 },
};
