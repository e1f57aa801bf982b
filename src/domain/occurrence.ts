import { z } from 'zod';
import { Actor } from './actor.js';
import { IsoDay, IsoInstant, Uuid } from './primitives.js';

/** One event under an aggravating item; its own id keeps a yearly merge from counting it twice. */
export const Occurrence = z.strictObject({
  id: Uuid,
  itemId: z.string(),
  checklistId: z.string(),
  on: IsoDay,
  points: z.number().nonnegative(),
  by: Actor,
  at: IsoInstant,
});
export type Occurrence = z.infer<typeof Occurrence>;
