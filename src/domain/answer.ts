import { z } from 'zod';
import { Actor } from './actor.js';
import { Digest, IsoDay, IsoInstant, Uuid } from './primitives.js';

export const ChosenDeduction = z.strictObject({ id: z.string(), points: z.number().nonnegative(), times: z.int().positive().default(1) });

/** A person's answer to a manual item; valid only for the item text it was given to. */
export const Answer = z.strictObject({
  id: Uuid,
  round: Uuid.optional(),
  itemId: z.string(),
  checklistId: z.string(),
  subjectKey: z.string(),
  value: z.enum(['pass', 'fail', 'notapplicable']),
  deductions: z.array(ChosenDeduction),
  fact: z.string().max(500).optional(),
  by: Actor,
  at: IsoInstant,
  validUntil: IsoDay,
  itemDigest: Digest,
  evidence: z.array(z.string()),
  /** 本类全部符合: said of a whole section at once. */
  bulk: z.boolean().default(false),
  /** 部分符合: a failure of which something is in order. */
  partial: z.boolean().optional(),
  /** 补录: given after the deadline of its round. */
  late: z.boolean().optional(),
  /** 沿用: the earlier answer that was taken over while still valid. */
  carriedFrom: Uuid.optional(),
  /** Occurrences counted with this answer; which of them fall into a period decides there. */
  events: z.array(Uuid).optional(),
  /** Who is to cure a failure, and by when. */
  department: z.string().max(60).optional(),
  dueOn: IsoDay.optional(),
});
export type Answer = z.infer<typeof Answer>;
export type ChosenDeduction = z.infer<typeof ChosenDeduction>;
