import { z } from 'zod';
import { Actor } from './actor.js';
import { Digest, IsoDay, IsoInstant, Uuid } from './primitives.js';

/** What was read of a file for classification markings before it was kept: nothing (on a classified machine), its name only, or its text too. */
export const markingChecks = ['none', 'name', 'name-and-text'] as const;

/** 佐证材料: a file kept write-once under the digest of its bytes; it is never opened, run or shown by the program. */
export const Evidence = z.strictObject({
  id: Uuid,
  /** ZJ-2026-0001, never reused. */
  number: z.string(),
  /** File name as it was given, without folders. */
  name: z.string().min(1).max(255),
  title: z.string().max(200).optional(),
  /** The day that the material is of, where it is not that of keeping. */
  on: IsoDay.optional(),
  digest: Digest,
  bytes: z.int().nonnegative(),
  checked: z.enum(markingChecks),
  by: Actor,
  at: IsoInstant,
  /** Numbers of what it belongs to: problems, inspections, supervisions, checklist items. */
  belongsTo: z.array(z.string().max(60)).max(50),
  /** The file is gone; its digest stays. */
  purged: z.strictObject({ at: IsoInstant, by: Actor, reason: z.string().max(500) }).optional(),
});
export type Evidence = z.infer<typeof Evidence>;
