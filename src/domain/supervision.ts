import { z } from 'zod';
import { Actor } from './actor.js';
import { IsoDay, IsoInstant, Uuid } from './primitives.js';

/** 保密督查, 机要密码督查. */
export const supervisionKinds = ['secrecy', 'cryptography'] as const;
/** 限期整改, 责令停用, 工作建议. */
export const opinionNatures = ['by-date', 'stop-use', 'suggestion'] as const;
/** 采纳, 部分采纳, 不采纳. */
export const opinionResponses = ['adopted', 'partly', 'declined'] as const;

/** 同类排查: the same kind of fault was looked for elsewhere too. */
export const SameKindSearch = z.strictObject({ scope: z.string().max(500), found: z.int().nonnegative(), by: Actor, at: IsoInstant });

/** An opinion (检查意见) of an inspecting body, under its original number; of an inspection of cryptography work number, deadline and state only. */
export const Opinion = z.strictObject({
  id: Uuid,
  originalNumber: z.string().min(1).max(60),
  /** The clause that the inspecting body names, in its words. */
  clause: z.string().max(200).optional(),
  nature: z.enum(opinionNatures),
  text: z.string().max(1000).optional(),
  deadline: IsoDay.optional(),
  department: z.string().max(60).optional(),
  response: z.enum(opinionResponses).optional(),
  responseReason: z.string().max(500).optional(),
  respondedAt: IsoInstant.optional(),
  respondedBy: Actor.optional(),
  sameKind: SameKindSearch.optional(),
  findingIds: z.array(Uuid),
});

/** 督查: an outside inspection and its opinions. */
export const Supervision = z.strictObject({
  id: Uuid,
  /** DC-2026-0001, never reused. */
  number: z.string(),
  body: z.string().max(100),
  kind: z.enum(supervisionKinds),
  on: IsoDay,
  basis: z.string().max(200).optional(),
  team: z.string().max(200).optional(),
  scope: z.string().max(500).optional(),
  /** By when the body wants the report on the rectification. */
  reportDue: IsoDay.optional(),
  /** The body's own score of the unit, beside the unit's. */
  score: z.strictObject({ points: z.number().nonnegative(), outOf: z.number().positive(), grade: z.string().max(40).optional() }).optional(),
  opinions: z.array(Opinion).max(500),
  state: z.enum(['open', 'closed']),
  closed: z.strictObject({ at: IsoInstant, by: Actor, note: z.string().max(500).optional() }).optional(),
  by: Actor,
  at: IsoInstant,
});
export type Supervision = z.infer<typeof Supervision>;
export type Opinion = z.infer<typeof Opinion>;
