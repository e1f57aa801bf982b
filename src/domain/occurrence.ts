import { z } from 'zod';
import { Actor } from './actor.js';
import { IsoDay, IsoInstant, Uuid } from './primitives.js';

/** One event under an item that deducts per occurrence; its own id keeps a yearly merge from counting it twice. No words about it are kept. */
export const Occurrence = z.strictObject({
  id: Uuid,
  /** SJ-2026-0001: how people call the event, in whichever round they meet it. */
  number: z.string(),
  itemId: z.string(),
  checklistId: z.string(),
  deductionId: z.string(),
  on: IsoDay,
  points: z.number().nonnegative(),
  by: Actor,
  at: IsoInstant,
  /** Entered by mistake: it counts nowhere any more. */
  withdrawn: z.strictObject({ at: IsoInstant, by: Actor, reason: z.string().min(1).max(500) }).optional(),
});
export type Occurrence = z.infer<typeof Occurrence>;
