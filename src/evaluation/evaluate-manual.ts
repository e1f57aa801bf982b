import { createHash } from 'node:crypto';
import type { Answer } from '#domain/answer.js';
import type { Item } from '#domain/checklist.js';
import type { ReasonCode } from '#domain/result-value.js';
import type { World } from './world.js';

/** The valid answer to a manual item, or why there is none. */
export type ManualOutcome = { readonly answer: Answer } | { readonly reason: ReasonCode };

/** Picks the newest answer that was given to this very text and is still valid today. */
export function manualOutcome(item: Item, checklistId: string, world: World): ManualOutcome {
  const own = world.answers
    .filter((answer) => answer.itemId === item.id && answer.checklistId === checklistId && answer.subjectKey === world.subject.key)
    .sort((left, right) => right.at.localeCompare(left.at));
  const [newest] = own;
  if (newest === undefined) return { reason: 'not-answered' };
  if (newest.itemDigest !== itemTextDigest(item)) return { reason: 'answer-outdated' };
  return newest.validUntil >= world.today ? { answer: newest } : { reason: 'answer-expired' };
}

/** Digest of what a person was asked: a changed text voids old answers. */
export function itemTextDigest(item: Item): string {
  const asked = [item.objective, item.points ?? null, item.guidance?.how ?? '', (item.deductions ?? []).map((deduction) => [deduction.id, deduction.when, deduction.points, deduction.per])];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
