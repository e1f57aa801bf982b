import { z } from 'zod';
import { IsoInstant, Slug, Uuid } from './primitives.js';

/** A time of the day in the office's zone, `12:30`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How often: by the office's own words, or as a cron expression of five fields. */
export const Rhythm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), at: ClockTime }),
  z.strictObject({ kind: z.literal('workday'), at: ClockTime }),
  /** `on`: 1 Monday … 7 Sunday. */
  z.strictObject({ kind: z.literal('week'), at: ClockTime, on: z.int().min(1).max(7) }),
  /** `on`: day of the month; a shorter month has it on its last day. */
  z.strictObject({ kind: z.literal('month'), at: ClockTime, on: z.int().min(1).max(31) }),
  /** The same day of January, April, July and October. */
  z.strictObject({ kind: z.literal('quarter'), at: ClockTime, on: z.int().min(1).max(31) }),
  z.strictObject({ kind: z.literal('cron'), expression: z.string().min(9).max(100) }),
]);

/** What a job does; nothing else can be scheduled, and never a command of its own. */
export const JobAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assess'), checklistIds: z.array(Slug).max(40), report: z.boolean() }),
  z.strictObject({ kind: z.literal('backup'), to: z.string().max(400).optional() }),
]);

/** 定时任务: what is done when, and what becomes of the times at which the machine was off. */
export const Job = z.strictObject({
  id: Uuid,
  name: z.string().trim().min(1).max(40),
  rhythm: Rhythm,
  /** Office time zone, an IANA name. */
  zone: z.string(),
  action: JobAction,
  /** 补检: the newest missed time is made up as soon as the machine runs again. */
  catchUp: z.boolean(),
  /** Longest random delay, in minutes, so that an office's machines do not start together. */
  jitterMinutes: z.int().min(0).max(120),
  /** Not begun between these times, unless overdue by more than a day. */
  quietHours: z.strictObject({ from: ClockTime, to: ClockTime }).nullable(),
  maxRuntimeMinutes: z.int().min(1).max(720),
  enabled: z.boolean(),
  /** Times before this moment never fall due. */
  since: IsoInstant,
});
export type Rhythm = z.infer<typeof Rhythm>;
export type JobAction = z.infer<typeof JobAction>;
export type Job = z.infer<typeof Job>;
