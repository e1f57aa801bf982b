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

/** Splits an item's points into earned, lost and pending, in hundredths; null = outside the score. */
export function splitItem(item: ScoredItem, result: ScoredResult, fixedEarns: boolean): PointsSplit | null {
  const destination = share[result.result];
  if (item.kind !== 'scored' || destination === 'excluded' || item.points === null || item.points === undefined) return null;
  const total = Math.round(item.points * 100);
  if (destination === 'pending' && result.subjects.pass === 0) return { earned: 0, lost: 0, pending: total, total };
  if (destination === 'by-rule') return fixedEarns ? { earned: total, lost: 0, pending: 0, total } : { earned: 0, lost: total, pending: 0, total };
  if (result.deductions.length > 0) return withLoss(total, sumOf(result.deductions), 0);
  return withLoss(total, lossBySubject(item, result, total, 'fail'), lossBySubject(item, result, total, 'open'));
}

/** Hundredths of points that chosen deductions add up to, occurrences counted. */
export function sumOf(deductions: ScoredResult['deductions']): number {
  return deductions.reduce((sum, deduction) => sum + Math.round(deduction.points * 100) * deduction.times, 0);
}

function lossBySubject(item: ScoredItem, result: ScoredResult, total: number, which: 'fail' | 'open'): number {
  const count = result.subjects[which];
  if (count === 0 || result.subjects.total === 0) return 0;
  if (item.deduct !== undefined) return Math.round(item.deduct.perSubject * 100) * count;
  return Math.ceil((total * count) / result.subjects.total);
}

// Losses come first, then what is open; nobody earns what is not left over.
function withLoss(total: number, loss: number, open: number): PointsSplit {
  const lost = Math.min(total, loss);
  const pending = Math.min(total - lost, open);
  return { earned: total - lost - pending, lost, pending, total };
}
