import { z } from 'zod';

/** Points in hundredths: arithmetic stays in whole numbers. */
const Hundredths = z.int();

export const PointsSplit = z.strictObject({ earned: Hundredths, lost: Hundredths, pending: Hundredths, total: Hundredths });

/** Why there is no grade. */
export const noGradeReasons = ['own-profile', 'points-missing', 'pending', 'nothing-applicable', 'not-scored'] as const;

export const Grade = z.enum(['meets', 'basically-meets', 'does-not-meet']);

export const ResultCounts = z.strictObject({
  pass: z.int(), fail: z.int(), error: z.int(), unknown: z.int(), notapplicable: z.int(),
  notchecked: z.int(), notselected: z.int(), informational: z.int(), fixed: z.int(),
});

export const ItemScore = z.strictObject({ itemId: z.string(), points: Hundredths.nullable(), split: PointsSplit.nullable() });

/** What `evaluation/score-checklist.ts` makes of the results; shares are of the applicable points. */
export const Score = z.strictObject({
  scoring: z.enum(['none', 'points']),
  counts: ResultCounts,
  split: PointsSplit,
  /** Deducted from the total by aggravating items. */
  aggravating: Hundredths,
  veto: z.boolean(),
  /** Lowest and highest share still possible, in percent; null when nothing is applicable or points are missing. */
  range: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  grade: Grade.nullable(),
  noGrade: z.enum(noGradeReasons).nullable(),
  sections: z.array(z.strictObject({ sectionId: z.string(), title: z.string(), split: PointsSplit, counts: ResultCounts })),
  items: z.array(ItemScore),
});
export type PointsSplit = z.infer<typeof PointsSplit>;
export type Grade = z.infer<typeof Grade>;
export type ResultCounts = z.infer<typeof ResultCounts>;
export type ItemScore = z.infer<typeof ItemScore>;
export type Score = z.infer<typeof Score>;
