import { z } from 'zod';
import { Actor } from './actor.js';
import { Digest, IsoDay, IsoInstant, Uuid } from './primitives.js';
import { Subject } from './subject.js';

export const roundLevels = ['staff', 'department', 'unit', 'terminal'] as const;
export const RoundLevel = z.enum(roundLevels);

/** One subject's share of a round, handed in: who, when, after the deadline or not, and the assessment it came to. */
export const HandIn = z.strictObject({ at: IsoInstant, by: Actor, late: z.boolean(), assessmentId: Uuid });

/** Who filled in (填表), checked (审核) and answers for it (负责人); nothing of the round changes after this. */
export const SignOff = z.strictObject({ at: IsoInstant, by: Actor, filledBy: z.string().min(1).max(60), reviewedBy: z.string().min(1).max(60), head: z.string().min(1).max(60),
  /** Subjects that never handed in, and why it was signed all the same. */
  missing: z.strictObject({ keys: z.array(z.string()), reason: z.string().min(1).max(500) }).optional() });

/** What became of one subject's questionnaire: 问卷发出、收回. */
export const SheetTrace = z.strictObject({
  exportedAt: IsoInstant.optional(),
  /** The last sheet that came back, also one of which nothing could be written. */
  imported: z.strictObject({
    at: IsoInstant,
    by: Actor,
    /** Names of the files, without their folder. */
    files: z.array(z.string().min(1).max(255)).min(1).max(20),
    recorded: z.int().nonnegative(),
    unchanged: z.int().nonnegative(),
    /** Left out: what was on file was kept. */
    kept: z.int().nonnegative(),
    conflicts: z.int().nonnegative(),
    problems: z.int().nonnegative(),
    /** False where nothing was written, because something in this import was wrong or contradicted. */
    written: z.boolean(),
  }).optional(),
});

/** 自查任务: what stays open for weeks and owns answers. */
export const Round = z.strictObject({
  id: Uuid,
  /** Z-2026-0003, never reused. */
  number: z.string(),
  level: RoundLevel,
  subjects: z.array(Subject).min(1).max(5000),
  period: z.strictObject({ from: IsoDay, to: IsoDay }),
  /** What it is for, e.g. the holiday before which it is done. */
  occasion: z.string().max(40).optional(),
  checklistId: z.string(),
  checklistDigest: Digest,
  deadline: IsoDay.optional(),
  /** One yearly score out of the rounds of its period: their answers count here, the newest of each item. */
  merges: z.boolean().optional(),
  state: z.enum(['open', 'submitted', 'signed-off', 'discarded']),
  openedBy: Actor,
  openedAt: IsoInstant,
  /** Subject key → its hand-in; absent = still out. */
  handedIn: z.record(z.string(), HandIn),
  /** Subject key → its questionnaire; absent = never handed out on a sheet. */
  sheets: z.record(z.string(), SheetTrace).optional(),
  signOff: SignOff.optional(),
  discarded: z.strictObject({ at: IsoInstant, by: Actor, reason: z.string().min(1).max(500) }).optional(),
  /** The signed-off round that this one replaces once it is signed off itself. */
  supersedes: Uuid.optional(),
});
export type RoundLevel = z.infer<typeof RoundLevel>;
export type HandIn = z.infer<typeof HandIn>;
export type SignOff = z.infer<typeof SignOff>;
export type SheetTrace = z.infer<typeof SheetTrace>;
export type Round = z.infer<typeof Round>;
