import { z } from 'zod';
import { ChosenDeduction } from './answer.js';
import { IsoDay } from './primitives.js';
import { ReasonCode, ResultValue } from './result-value.js';
import { Subject } from './subject.js';

export const Observed = z.strictObject({ label: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) });

/** One subject's outcome inside an item. Only failures and gaps are listed; passes are counted. */
export const Observation = z.strictObject({
  subject: Subject,
  result: z.enum(['fail', 'unknown', 'notchecked']),
  reasons: z.array(ReasonCode),
  observed: z.array(Observed),
});

/** A reason why an item stayed open, and what it concerns (a probe, a register, a parameter). */
export const Gap = z.strictObject({ reason: ReasonCode, about: z.string() });

export const ItemResult = z.strictObject({
  itemId: z.string(),
  sectionId: z.string(),
  result: ResultValue,
  method: z.enum(['automated', 'register', 'manual']),
  gaps: z.array(Gap),
  /** Counts over the subjects of `each`; a single-subject item has one. */
  subjects: z.strictObject({ total: z.int(), pass: z.int(), fail: z.int(), open: z.int() }),
  observations: z.array(Observation),
  observed: z.array(Observed),
  deductions: z.array(ChosenDeduction),
  fact: z.string().optional(),
  answerId: z.string().optional(),
  /** 部分符合: judged as a failure. */
  partial: z.boolean().optional(),
  /** Who is to cure it and by when, as the answer says. */
  assigned: z.strictObject({ department: z.string().optional(), dueOn: IsoDay.optional() }).optional(),
  durationMs: z.number().optional(),
});
export type Observed = z.infer<typeof Observed>;
export type Observation = z.infer<typeof Observation>;
export type Gap = z.infer<typeof Gap>;
export type ItemResult = z.infer<typeof ItemResult>;
