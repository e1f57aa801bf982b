import { z } from 'zod';
import { Actor } from './actor.js';
import { IsoInstant, Uuid } from './primitives.js';

/** 涉嫌泄密事件: counted, timed and nothing else. What leaked, where and by whom is written by hand on the paper form (实施条例第六十一条: report within 24 hours). */
export const LeakEvent = z.strictObject({
  id: Uuid,
  /** XM-2026-0001, never reused. */
  number: z.string(),
  foundAt: IsoInstant,
  reportedAt: IsoInstant.optional(),
  closedAt: IsoInstant.optional(),
  by: Actor,
  at: IsoInstant,
});
export type LeakEvent = z.infer<typeof LeakEvent>;
