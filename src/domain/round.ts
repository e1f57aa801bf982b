import { z } from 'zod';
import { Actor } from './actor.js';
import { Digest, IsoDay, IsoInstant, Uuid } from './primitives.js';
import { Subject } from './subject.js';

/** 自查任务: what stays open for weeks and owns answers. */
export const Round = z.strictObject({
  id: Uuid,
  number: z.string(),
  level: z.enum(['staff', 'department', 'unit', 'terminal']),
  subjects: z.array(Subject),
  period: z.strictObject({ from: IsoDay, to: IsoDay }),
  checklistId: z.string(),
  checklistDigest: Digest,
  deadline: IsoDay.optional(),
  state: z.enum(['open', 'submitted', 'signed-off', 'discarded']),
  openedBy: Actor,
  openedAt: IsoInstant,
  assessmentId: Uuid.optional(),
});
export type Round = z.infer<typeof Round>;
