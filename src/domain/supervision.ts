import { z } from 'zod';
import { Actor } from './actor.js';
import { IsoDay, IsoInstant, Uuid } from './primitives.js';

/** An opinion (检查意见) of an inspecting body, under its original number. */
export const Opinion = z.strictObject({
  id: Uuid,
  originalNumber: z.string(),
  nature: z.enum(['by-date', 'stop-use', 'suggestion']),
  text: z.string().max(1000).optional(),
  deadline: IsoDay.optional(),
  response: z.enum(['adopted', 'partly', 'declined']).optional(),
  responseReason: z.string().max(500).optional(),
  findingIds: z.array(Uuid),
});

/** 督查: an outside inspection and its opinions. */
export const Supervision = z.strictObject({
  id: Uuid,
  number: z.string(),
  body: z.string(),
  kind: z.enum(['secrecy', 'cryptography']),
  on: IsoDay,
  scope: z.string().optional(),
  opinions: z.array(Opinion),
  state: z.enum(['open', 'closed']),
  by: Actor,
  at: IsoInstant,
});
export type Supervision = z.infer<typeof Supervision>;
