import { createHash } from 'node:crypto';
import type { Answer, ChosenDeduction } from '#domain/answer.js';
import type { Item } from '#domain/checklist.js';
import type { ItemResult } from '#domain/item-result.js';
import type { Occurrence } from '#domain/occurrence.js';
import type { ReasonCode } from '#domain/result-value.js';
import type { World } from './world.js';

/** The valid answer to a manual item, or why there is none. */
export type ManualOutcome = { readonly answer: Answer } | { readonly reason: ReasonCode };

/** What a manual item comes to: a value with what belongs to it, or why it stays open. */
export type ManualVerdict = { readonly value: Answer['value']; readonly more: Partial<ItemResult> } | { readonly reason: ReasonCode };

/** Picks the newest answer that was given to this very text and is still valid. */
export function manualOutcome(item: Item, checklistId: string, world: World): ManualOutcome {
  const newest = world.answers
    .filter((answer) => answer.itemId === item.id && answer.checklistId === checklistId && answer.subjectKey === world.subject.key)
    .reduce<Answer | undefined>((latest, each) => (latest === undefined || each.at >= latest.at ? each : latest), undefined);
  if (newest === undefined) return { reason: 'not-answered' };
  if (newest.itemDigest !== itemTextDigest(item)) return { reason: 'answer-outdated' };
  const day = world.answersValidOn === undefined ? world.today : world.answersValidOn;
  return day === null || newest.validUntil >= day ? { answer: newest } : { reason: 'answer-expired' };
}

/** The answer, and the events of the period: one event is a failure whatever the newest answer says, each counts once. */
export function manualVerdict(item: Item, checklistId: string, world: World): ManualVerdict {
  const events = (world.occurrences ?? []).filter((each) => each.itemId === item.id && each.checklistId === checklistId && each.withdrawn === undefined);
  const outcome = manualOutcome(item, checklistId, world);
  if (events.length > 0) return { value: 'fail', more: { ...('answer' in outcome ? keptOf(outcome.answer) : {}), deductions: [...('answer' in outcome ? besidesEvents(item, outcome.answer) : []), ...countedEvents(events)] } };
  if ('reason' in outcome) return outcome;
  // A failure that was all events, none of which falls into this period, says nothing about it.
  if ((outcome.answer.events ?? []).length > 0) return { reason: 'answer-expired' };
  return { value: outcome.answer.value, more: keptOf(outcome.answer) };
}

function keptOf({ id, fact, deductions, partial, department, dueOn }: Answer): Partial<ItemResult> {
  const assigned = { ...(department === undefined ? {} : { department }), ...(dueOn === undefined ? {} : { dueOn }) };
  return {
    deductions: [...deductions],
    answerId: id,
    ...(fact === undefined ? {} : { fact }),
    ...(partial === true ? { partial } : {}),
    ...(Object.keys(assigned).length === 0 ? {} : { assigned }),
  };
}

function besidesEvents(item: Item, { deductions }: Answer): ChosenDeduction[] {
  const counted = new Set((item.deductions ?? []).filter((each) => each.per === 'occurrence').map(({ id }) => id));
  return deductions.filter(({ id }) => !counted.has(id));
}

function countedEvents(events: readonly Occurrence[]): ChosenDeduction[] {
  const once = new Map(events.map((event) => [event.id, event]));
  const kinds = new Map<string, ChosenDeduction>();
  for (const { deductionId, points } of once.values()) {
    const key = `${deductionId} ${String(points)}`;
    kinds.set(key, { id: deductionId, points, times: (kinds.get(key)?.times ?? 0) + 1 });
  }
  return [...kinds.values()];
}

/** Digest of what a person was asked: a changed text voids old answers. */
export function itemTextDigest(item: Item): string {
  const asked = [item.objective, item.points ?? null, item.guidance?.how ?? '', (item.deductions ?? []).map((deduction) => [deduction.id, deduction.when, deduction.points, deduction.per])];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
