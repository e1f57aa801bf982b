import { z } from 'zod';
import { Actor } from './actor.js';
import { Basis } from './basis.js';
import { Digest, IsoDay, IsoInstant, Uuid } from './primitives.js';
import { Severity } from './result-value.js';
import { Subject } from './subject.js';

export const findingStates = ['open', 'remediating', 'awaiting-verification', 'closed', 'deviation-approved', 'withdrawn'] as const;
export const FindingState = z.enum(findingStates);

export const findingEvents = ['opened', 'seen-again', 'recheck-passed', 'assigned', 'rectified', 'verified', 'rejected', 'reopened', 'deviated', 'deviation-expired', 'extended', 'withdrawal-asked', 'withdrawal-refused', 'withdrawn'] as const;

/** One step in the life of a finding, as the journal also has it. */
export const FindingEvent = z.strictObject({
  at: IsoInstant,
  by: Actor,
  event: z.enum(findingEvents),
  from: FindingState.nullable(),
  to: FindingState,
  note: z.string().max(500).optional(),
  assessmentId: Uuid.optional(),
  /** The day that this step set: a new deadline, or the last day of a deviation. */
  day: IsoDay.optional(),
});

/** 经批准例外: until its last day the problem stays, is checked and printed, and is not chased. */
export const Deviation = z.strictObject({ reason: z.string().max(500), approvedBy: z.string().max(60), document: z.string().max(100), since: IsoDay.optional(), until: IsoDay });

/** 整改类型: 立行立改, 限期整改, 长期坚持. */
export const findingKinds = ['at-once', 'by-date', 'long-term'] as const;
/** Who found it: 自动检查, 查台账, 人工检查项, 人员发现, 上级督查. */
export const findingSources = ['automated', 'register', 'manual', 'person', 'supervision'] as const;

/** 问题: followed until a named person other than the owner has verified the cure. */
export const Finding = z.strictObject({
  id: Uuid,
  /** W-2026-0041, never reused. */
  number: z.string(),
  fingerprint: Digest,
  itemId: z.string(),
  checklistId: z.string(),
  objective: z.string(),
  /** Section of the checklist (类别). */
  section: z.string().optional(),
  statement: z.string(),
  basis: z.array(Basis),
  severity: Severity,
  remediation: z.string().optional(),
  subject: Subject,
  deviceId: Uuid.optional(),
  source: z.enum(findingSources),
  state: FindingState,
  firstSeenAt: IsoInstant,
  lastSeenAt: IsoInstant,
  lastAssessmentId: Uuid.optional(),
  recurrences: z.int().nonnegative(),
  owner: z.string().max(60).optional(),
  leader: z.string().max(60).optional(),
  department: z.string().max(60).optional(),
  kind: z.enum(findingKinds).optional(),
  /** Given by a person; when absent the due day is computed from the unit's own parameter. */
  dueOn: IsoDay.optional(),
  cause: z.string().max(500).optional(),
  measure: z.string().max(500).optional(),
  /** 问责处理情况. */
  accountability: z.string().max(500).optional(),
  /** Numbers of kept evidence (ZJ-2026-0001), or where a paper lies. */
  evidence: z.array(z.string()),
  deviation: Deviation.optional(),
  supervisionId: Uuid.optional(),
  /** The unit's own inspection that found it. */
  inspectionId: Uuid.optional(),
  events: z.array(FindingEvent),
});
export type FindingState = z.infer<typeof FindingState>;
export type FindingEvent = z.infer<typeof FindingEvent>;
export type Finding = z.infer<typeof Finding>;
export type Deviation = z.infer<typeof Deviation>;
