import type { Answer } from '#domain/answer.js';
import { AppError } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import type { Item } from '#domain/checklist.js';
import type { Occurrence } from '#domain/occurrence.js';
import type { Round } from '#domain/round.js';
import type { WorkingSet } from '#domain/working-set.js';
import { dayOf } from './door.js';
import type { Reply } from './reply.js';

interface Counting {
  readonly reply: Reply;
  readonly item: Item;
  readonly answer: Answer;
  /** The answer that this one corrects: same round, same subject. */
  readonly previous: Answer | undefined;
  readonly period: Round['period'] | undefined;
  readonly snapshot: WorkingSet;
  readonly at: string;
  readonly correction: string;
  readonly newId: () => string;
  readonly number: () => string;
}

/** Events an answer speaks of: named ones are on record already, those of the answer it corrects are used again, the rest is new. What a correction no longer speaks of is withdrawn. */
export function countEvents(counting: Counting): { readonly ids: readonly string[]; readonly changes: readonly Change[] } {
  const { answer, item, previous, snapshot } = counting;
  const counted = answer.deductions.filter(({ id }) => item.deductions?.find((each) => each.id === id)?.per === 'occurrence');
  const named = counted.flatMap(({ id }) => (choiceOf(counting.reply, id)?.events ?? []).map((number) => eventNumbered(number, item, snapshot)));
  const before = (previous?.events ?? []).flatMap((id) => snapshot.occurrences[id] ?? []).filter((each) => each.withdrawn === undefined && !named.some(({ id }) => id === each.id));
  const used = new Set<string>(named.map(({ id }) => id));
  const fresh = counted.flatMap((deduction) => {
    const wanted = deduction.times - (choiceOf(counting.reply, deduction.id)?.events ?? []).length;
    const again = before.filter((each) => each.deductionId === deduction.id && each.points === deduction.points).slice(0, Math.max(0, wanted));
    for (const { id } of again) used.add(id);
    return Array.from({ length: Math.max(0, wanted - again.length) }, () => newEvent(counting, deduction));
  });
  const withdrawn = before.filter(({ id }) => !used.has(id)).map((event): Occurrence => ({ ...event, withdrawn: { at: counting.at, by: answer.by, reason: counting.correction } }));
  return { ids: [...used, ...fresh.map(({ id }) => id)], changes: [...fresh, ...withdrawn].map((event) => ({ collection: 'occurrences', id: event.id, value: event })) };
}

function choiceOf({ deductions }: Reply, id: string): Reply['deductions'][number] | undefined {
  return deductions.find((each) => each.id === id);
}

function newEvent({ answer, item, reply, at, period, newId, number }: Counting, { id, points }: Answer['deductions'][number]): Occurrence {
  const today = dayOf(at);
  const on = reply.on ?? (period !== undefined && today > period.to ? period.to : today);
  if (period !== undefined && (on < period.from || on > period.to)) throw new AppError('event-outside-period', { day: on, from: period.from, to: period.to });
  if (on > today) throw new AppError('event-in-future', { day: on });
  return { id: newId(), number: number(), itemId: item.id, checklistId: answer.checklistId, deductionId: id, on, points, by: answer.by, at };
}

function eventNumbered(number: string, item: Item, { occurrences }: WorkingSet): Occurrence {
  const found = Object.values(occurrences).find((each) => each.number === number.toUpperCase() && each.itemId === item.id && each.withdrawn === undefined);
  if (found === undefined) throw new AppError('event-unknown', { number, item: item.id });
  return found;
}
