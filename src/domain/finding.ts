import { z } from 'zod';
import { Actor } from './actor.js';
import { Basis } from './basis.js';
import { Digest, IsoDay, IsoInstant, Uuid } from './primitives.js';
import { Severity } from './result-value.js';
import { Subject } from './subject.js';

export const findingStates = ['open', 'remediating', 'awaiting-verification', 'closed', 'deviation-approved', 'withdrawn'] as const;
export const FindingState = z.enum(findingStates);

/** One step in the life of a finding, as the journal also has it. */
export const FindingEvent = z.strictObject({
  at: IsoInstant,
  by: Actor,
  event: z.enum(['opened', 'seen-again', 'recheck-passed', 'assigned', 'rectified', 'verified', 'rejected', 'reopened', 'deviated', 'deviation-expired', 'extended', 'withdrawn']),
  from: FindingState.nullable(),
  to: FindingState,
  note: z.string().max(500).optional(),
  assessmentId: Uuid.optional(),
});

export const Deviation = z.strictObject({ reason: z.string(), approvedBy: z.string(), document: z.string(), until: IsoDay });

/** 问题: followed until a named person other than the owner has verified the cure. */
export const Finding = z.strictObject({
  id: Uuid,
  /** W-2026-0041, never reused. */
  number: z.string(),
  fingerprint: Digest,
  itemId: z.string(),
  checklistId: z.string(),
  objective: z.string(),
  statement: z.string(),
  basis: z.array(Basis),
  severity: Severity,
  remediation: z.string().optional(),
  subject: Subject,
  deviceId: Uuid.optional(),
  source: z.enum(['automated', 'register', 'manual', 'person', 'supervision']),
  state: FindingState,
  firstSeenAt: IsoInstant,
  lastSeenAt: IsoInstant,
  lastAssessmentId: Uuid.optional(),
  recurrences: z.int().nonnegative(),
  owner: z.string().max(60).optional(),
  leader: z.string().max(60).optional(),
  department: z.string().max(60).optional(),
  kind: z.enum(['at-once', 'by-date', 'long-term']).optional(),
  /** Given by a person; when absent the due day is computed from the unit's own parameter. */
  dueOn: IsoDay.optional(),
  cause: z.string().max(500).optional(),
  measure: z.string().max(500).optional(),
  evidence: z.array(z.string()),
  deviation: Deviation.optional(),
  supervisionId: Uuid.optional(),
  events: z.array(FindingEvent),
});
export type FindingState = z.infer<typeof FindingState>;
export type FindingEvent = z.infer<typeof FindingEvent>;
export type Finding = z.infer<typeof Finding>;
