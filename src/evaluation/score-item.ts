import type { Item } from '#domain/checklist.js';
import type { ItemResult } from '#domain/item-result.js';
import type { ResultValue } from '#domain/result-value.js';
import type { PointsSplit } from '#domain/score.js';

/** The part of an item that scoring needs; a report carries it so that an inspector can compute again. */
export type ScoredItem = Pick<Item, 'id' | 'kind' | 'points' | 'deduct' | 'deductions'>;

/** The part of a result that scoring needs. */
export type ScoredResult = Pick<ItemResult, 'itemId' | 'sectionId' | 'result' | 'subjects' | 'deductions'>;

/** The truth table: where the points of each result go. `fixed` earns only if the unit's rule says so. */
export const share: Readonly<Record<ResultValue, 'earned' | 'lost' | 'pending' | 'excluded' | 'by-rule'>> = {
  pass: 'earned',
  fail: 'lost',
  error: 'pending',
  unknown: 'pending',
  notchecked: 'pending',
  notapplicable: 'excluded',
  notselected: 'excluded',
  informational: 'excluded',
  fixed: 'by-rule',
};

/** Splits an item's points into earned, lost and pending, in hundredths; null = outside the score. What was cured on the spot never costs more than what was not. */
export function splitItem(item: ScoredItem, result: ScoredResult, fixedEarns: boolean): PointsSplit | null {
  const destination = share[result.result];
  if (item.kind !== 'scored' || destination === 'excluded' || item.points === null || item.points === undefined) return null;
  const total = hundredths(item.points);
  if (destination === 'pending' && result.subjects.pass === 0) return { earned: 0, lost: 0, pending: total, total };
  if (destination === 'by-rule') return fixedEarns ? { earned: total, lost: 0, pending: 0, total } : splitByFailure(item, asFailed(result), total);
  return splitByFailure(item, result, total);
}

function splitByFailure(item: ScoredItem, result: ScoredResult, total: number): PointsSplit {
  if (result.deductions.length > 0) return withLoss(total, sumOf(result.deductions), 0);
  const { fail, open } = result.subjects;
  const loss = lossOf(item, result, total, fail);
  return withLoss(total, loss, lossOf(item, result, total, fail + open) - loss);
}

/** A fault cured on the spot as the failure it was. */
export function asFailed(result: ScoredResult): ScoredResult {
  return { ...result, subjects: { ...result.subjects, fail: Math.max(1, result.subjects.fail) } };
}

/** Points as whole hundredths: the only unit of the arithmetic. */
export function hundredths(points: number): number {
  return Math.round(points * 100);
}

/** Hundredths of points that chosen deductions add up to, occurrences counted. */
export function sumOf(deductions: ScoredResult['deductions']): number {
  return deductions.reduce((sum, deduction) => sum + hundredths(deduction.points) * deduction.times, 0);
}

/** What so many subjects cost together; rounded once, so that a subject that moves from failed to open moves no fraction into what is earned. */
export function lossOf(item: ScoredItem, result: ScoredResult, total: number, count: number): number {
  if (result.subjects.total === 0) return result.result === 'pass' ? 0 : total;
  if (item.deduct !== undefined) return hundredths(item.deduct.perSubject) * count;
  return Math.ceil((total * count) / result.subjects.total);
}

// Losses come first, then what is open; nobody earns what is not left over.
function withLoss(total: number, loss: number, open: number): PointsSplit {
  const lost = Math.min(total, loss);
  const pending = Math.min(total - lost, open);
  return { earned: total - lost - pending, lost, pending, total };
}
