import { z } from 'zod';
import { Actor } from './actor.js';
import { FactSet } from './fact.js';
import { ItemResult } from './item-result.js';
import { Digest, IsoDay, IsoInstant, Uuid } from './primitives.js';
import { Checklist } from './checklist.js';
import { Score } from './score.js';
import { Subject } from './subject.js';

/** The books as they stood: never their rows. */
export const RegisterState = z.strictObject({
  register: z.string(),
  title: z.string(),
  rows: z.int(),
  state: z.enum(['confirmed', 'nil', 'unconfirmed']),
  asOf: IsoDay.optional(),
  digest: Digest,
});

/** One immutable run of one checklist on one subject: a document of the store. */
export const Assessment = z.strictObject({
  id: Uuid,
  number: z.string(),
  at: IsoInstant,
  by: Actor,
  round: Uuid.optional(),
  level: z.enum(['staff', 'department', 'unit', 'terminal']),
  subject: Subject,
  period: z.strictObject({ from: IsoDay, to: IsoDay }),
  trigger: z.enum(['person', 'schedule', 'demo', 'replay']),
  /** The folder whose root file system was judged: not this machine. */
  root: z.string().optional(),
  slot: z.string().optional(),
  deviceId: Uuid,
  toolVersion: z.string(),
  network: z.enum(['internet', 'internal', 'standalone']),
  checklist: Checklist,
  checklistDigest: Digest,
  parameters: z.record(z.string(), z.unknown()),
  answers: z.array(Uuid),
  registers: z.array(RegisterState),
  facts: FactSet,
  results: z.array(ItemResult),
  score: Score,
  supersedes: Uuid.optional(),
});

/** What the working set keeps of an assessment; the body is `documents/<digest>.json`. */
export const AssessmentEntry = z.strictObject({
  id: Uuid,
  number: z.string(),
  at: IsoInstant,
  checklistId: z.string(),
  checklistTitle: z.string(),
  round: Uuid.optional(),
  level: z.enum(['staff', 'department', 'unit', 'terminal']),
  subjectKey: z.string(),
  trigger: z.enum(['person', 'schedule', 'demo', 'replay']),
  root: z.string().optional(),
  counts: z.record(z.string(), z.int()),
  range: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  document: Digest,
});
export type RegisterState = z.infer<typeof RegisterState>;
export type Assessment = z.infer<typeof Assessment>;
export type AssessmentEntry = z.infer<typeof AssessmentEntry>;
