import { z } from 'zod';
import { ResultValue } from './result-value.js';
import { Grade, noGradeReasons, PointsSplit } from './score.js';

/** Points in hundredths, as in the score. */
const Hundredths = z.int();

/** How an item lost what it lost: deductions that were chosen, so much for each subject, its points shared out over the subjects, all of it, or nothing. */
const Way = z.enum(['deductions', 'per-subject', 'shared-out', 'whole', 'none']);

export const DeductionStep = z.strictObject({ id: z.string(), points: Hundredths, times: z.int(), loss: Hundredths });

export const ItemStep = z.strictObject({
  itemId: z.string(),
  result: ResultValue,
  points: Hundredths,
  way: Way,
  deductions: z.array(DeductionStep),
  /** What each subject costs, where the sheet says so. */
  perSubject: Hundredths.nullable(),
  subjects: z.strictObject({ total: z.int(), pass: z.int(), fail: z.int(), open: z.int() }),
  /** What the failures come to before the item's points cap it. */
  uncapped: Hundredths,
  capped: z.boolean(),
  split: PointsSplit,
});

export const ExcludedItem = z.strictObject({ itemId: z.string(), points: Hundredths.nullable(), result: ResultValue });

export const AggravatingStep = z.strictObject({
  itemId: z.string(),
  result: ResultValue,
  deductions: z.array(DeductionStep),
  perSubject: Hundredths.nullable(),
  failed: z.int(),
  loss: Hundredths,
  /** Most it could still deduct; null = nothing bounds it. */
  open: Hundredths.nullable(),
});

/** How a score came about, step by step: the splits of `items` add up to the score's, the losses of `aggravating` to its aggravating deduction. */
export const ScoreExplanation = z.strictObject({
  scoring: z.enum(['none', 'points']),
  items: z.array(ItemStep),
  excluded: z.array(ExcludedItem),
  /** Applicable items of which the sheet names no points. */
  withoutPoints: z.array(z.string()),
  aggravating: z.array(AggravatingStep),
  vetoes: z.array(z.strictObject({ itemId: z.string(), result: ResultValue })),
  split: PointsSplit,
  aggravatingLoss: Hundredths,
  range: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  /** What the lowest share is reckoned from; null where open aggravating items have no bound. */
  lowestPoints: Hundredths.nullable(),
  highestPoints: Hundredths,
  veto: z.boolean(),
  grade: Grade.nullable(),
  noGrade: z.enum(noGradeReasons).nullable(),
});

export type DeductionStep = z.infer<typeof DeductionStep>;
export type ItemStep = z.infer<typeof ItemStep>;
export type ExcludedItem = z.infer<typeof ExcludedItem>;
export type AggravatingStep = z.infer<typeof AggravatingStep>;
export type ScoreExplanation = z.infer<typeof ScoreExplanation>;
