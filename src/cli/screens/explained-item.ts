import type { DeductionStep, ItemStep } from '#domain/score-explanation.js';
import type { Say } from '#messages/say.js';
import { pointsText } from '#messages/figure-text.js';

/** How one item lost its points: each deduction, the cap, and what is pending and why. */
export function itemDetail(step: ItemStep, say: Say, reason: string | undefined): string[] {
  return [...lossLines(step, say), ...capLines(step, say), ...pendingLines(step, say, reason)];
}

/** Deductions with their occurrences. */
export function deductionLines(deductions: readonly DeductionStep[], say: Say): string[] {
  return deductions.map(({ id, points, times, loss }) =>
    times === 1 ? say('explain.deduction', { id, points: pointsText(points) }) : say('explain.deduction-times', { id, points: pointsText(points), times, loss: pointsText(loss) }),
  );
}

function lossLines({ way, deductions, perSubject, subjects, uncapped, points }: ItemStep, say: Say): string[] {
  const sum = pointsText(uncapped);
  const lines: Readonly<Record<ItemStep['way'], () => string[]>> = {
    deductions: () => deductionLines(deductions, say),
    'per-subject': () => [say('explain.per-subject', { each: pointsText(perSubject ?? 0), fail: subjects.fail, sum })],
    'shared-out': () => [say('explain.shared-out', { points: pointsText(points), total: subjects.total, fail: subjects.fail, sum })],
    whole: () => [say('explain.whole', { points: pointsText(points) })],
    none: () => [],
  };
  return lines[way]();
}

function capLines({ way, capped, deductions, uncapped, points }: ItemStep, say: Say): string[] {
  const sum = pointsText(uncapped);
  if (capped) return [say('explain.capped', { sum, points: pointsText(points) })];
  return way === 'deductions' && deductions.length > 1 ? [say('explain.sum', { sum })] : [];
}

function pendingLines({ split, subjects, result }: ItemStep, say: Say, reason: string | undefined): string[] {
  if (split.pending === 0) return [];
  const pending = pointsText(split.pending);
  const { open, total } = subjects;
  if (total > 1) return [say('explain.pending-subjects', { pending, open, total })];
  return [say('explain.pending', { pending, result: reason ?? say(`result.${result}`) })];
}
