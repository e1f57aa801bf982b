import { z } from 'zod';
import { Actor } from './actor.js';
import { IsoInstant, Slug, Uuid } from './primitives.js';

/** Personal details that left a book unmasked: which book, how, why, and who asked. */
export const Disclosure = z.strictObject({
  id: Uuid,
  register: Slug,
  output: z.enum(['screen', 'workbook', 'paper']),
  rows: z.int().nonnegative(),
  reason: z.string().min(1).max(300),
  at: IsoInstant,
  by: Actor,
});
export type Disclosure = z.infer<typeof Disclosure>;
