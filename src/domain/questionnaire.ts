import { z } from 'zod';
import { Digest, IsoDay, IsoInstant, Uuid } from './primitives.js';
import { Subject } from './subject.js';

/** What a person says about one item: in a cell, or on file. */
export const SheetValue = z.enum(['pass', 'fail', 'notapplicable']);

/** A deduction as written in a cell; points where the sheet gives a range, times where it counts occurrences. */
export const SheetDeduction = z.strictObject({ id: z.string(), points: z.number().nonnegative().optional(), times: z.int().positive().optional() });

export const SheetSaying = z.strictObject({
  value: SheetValue.optional(),
  /** 部分符合: a failure of which something is in order. */
  partial: z.boolean(),
  fact: z.string().min(1).max(500).optional(),
  deductions: z.array(SheetDeduction),
  department: z.string().min(1).max(60).optional(),
  dueOn: IsoDay.optional(),
  evidence: z.array(z.string().min(1)),
  by: z.string().min(1).max(60).optional(),
  on: IsoDay.optional(),
});

export const QuestionDeduction = z.strictObject({ id: z.string(), when: z.string(), points: z.tuple([z.number(), z.number()]), perOccurrence: z.boolean() });

export const Question = z.strictObject({
  itemId: z.string(),
  itemDigest: Digest,
  section: z.string(),
  objective: z.string(),
  how: z.string(),
  /** As printed: 3, 加重, 否决. */
  points: z.string(),
  deductions: z.array(QuestionDeduction),
  /** Stands in the cells when the sheet is handed out. */
  previous: SheetSaying.optional(),
  allowsPartial: z.boolean(),
  isInformation: z.boolean(),
});

/** The questions of a round for one subject, as they are handed out on a sheet: 自查问卷. */
export const Questionnaire = z.strictObject({
  roundId: Uuid,
  roundNumber: z.string(),
  roundTitle: z.string(),
  unit: z.string(),
  checklistId: z.string(),
  checklistDigest: Digest,
  checklistTitle: z.string(),
  periodText: z.string(),
  deadline: IsoDay.optional(),
  /** When it was written: what was recorded later is not silently overruled by it. */
  exportedAt: IsoInstant,
  subject: Subject,
  departments: z.array(z.string().min(1)),
  questions: z.array(Question).min(1).max(2000),
  /** Stands behind the title, e.g. 演示数据. */
  watermark: z.string().optional(),
});
export type SheetDeduction = z.infer<typeof SheetDeduction>;
export type SheetSaying = z.infer<typeof SheetSaying>;
export type QuestionDeduction = z.infer<typeof QuestionDeduction>;
export type Question = z.infer<typeof Question>;
export type Questionnaire = z.infer<typeof Questionnaire>;
