import { z } from 'zod';
import { IsoInstant, Uuid } from './primitives.js';

export const missReasons = ['machine-off', 'no-catch-up'] as const;
export const failReasons = ['timed-out', 'crashed', 'refused', 'disk-full', 'busy'] as const;

/** One due time of one job in the due ledger. Done, failed and missed are final; each time is completed once, for ever. */
export const Slot = z.strictObject({
  /** `<job id>@2026-11-24T12:30`: local time names the slot, whatever the clock does later. */
  id: z.string(),
  jobId: Uuid,
  /** The same as a moment. */
  dueAt: IsoInstant,
  state: z.enum(['running', 'waiting', 'done', 'failed', 'missed']),
  /** Begun more than two minutes after its time. */
  late: z.boolean(),
  attempts: z.int().nonnegative(),
  /** Fences a run that was given up: only the newest attempt may complete the slot. */
  attemptId: Uuid.optional(),
  /** When this entry was written; an entry from the future was made by a wrong clock. */
  recordedAt: IsoInstant,
  startedAt: IsoInstant.optional(),
  /** Waiting for another attempt: not before this. */
  notBefore: IsoInstant.optional(),
  reason: z.enum([...missReasons, ...failReasons]).optional(),
  /** The clock stood before the newest record, or had just been set. */
  clockSuspect: z.boolean(),
  assessmentIds: z.array(Uuid),
  reportNumber: z.string().optional(),
  backup: z.string().optional(),
});
export type Slot = z.infer<typeof Slot>;
export type MissReason = (typeof missReasons)[number];
export type FailReason = (typeof failReasons)[number];
