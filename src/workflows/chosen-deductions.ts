import type { ChosenDeduction } from '#domain/answer.js';
import { AppError } from '#domain/app-error.js';
import type { Deduction, Item } from '#domain/checklist.js';

/** A deduction as a person chose it. */
export interface Choice {
  readonly id: string;
  readonly points?: number;
  readonly times?: number;
  readonly events?: readonly string[];
}

/** Deductions of the item's sheet, each once, with points within its range and occurrences counted. */
export function chosenDeductions(item: Item, choices: readonly Choice[]): ChosenDeduction[] {
  const known = item.deductions ?? [];
  const allowed = known.map((deduction) => `${deduction.id} ${deduction.when}`).join('; ');
  if (known.length > 0 && choices.length === 0) throw new AppError('deduction-missing', { item: item.id, allowed });
  return choices.map((choice, index) => {
    if (choices.findIndex((each) => each.id === choice.id) !== index) throw new AppError('deduction-twice', { deduction: choice.id });
    if (choice.times !== undefined && (choice.times < 1 || choice.times > 999)) throw new AppError('deduction-times', { deduction: choice.id });
    const deduction = known.find((each) => each.id === choice.id);
    if (deduction === undefined) throw new AppError('deduction-unknown', { item: item.id, deduction: choice.id, allowed });
    return { id: deduction.id, points: pointsOf(deduction, choice.points), times: deduction.per === 'occurrence' ? occurrencesOf(choice) : 1 };
  });
}

/** How many events a choice speaks of: those named, and new ones; one where it says nothing. */
export function occurrencesOf({ times, events = [] }: Choice): number {
  return events.length + (times ?? (events.length === 0 ? 1 : 0));
}

function pointsOf(deduction: Deduction, asked: number | undefined): number {
  const [low, high] = typeof deduction.points === 'number' ? [deduction.points, deduction.points] : deduction.points;
  const points = asked ?? (low === high ? low : Number.NaN);
  if (!(points >= low && points <= high)) throw new AppError('deduction-points', { deduction: deduction.id, low, high });
  return points;
}
