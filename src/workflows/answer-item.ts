import type { Answer } from '#domain/answer.js';
import { AppError } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import type { Item } from '#domain/checklist.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { Round } from '#domain/round.js';
import type { WorkingSet } from '#domain/working-set.js';
import { addDays, addMonths } from '#evaluation/day-functions.js';
import { itemTextDigest } from '#evaluation/evaluate-manual.js';
import { openStore } from '#store/store.js';
import { countEvents } from './answer-events.js';
import { chosenDeductions } from './chosen-deductions.js';
import { claimed, type Desk } from './desk.js';
import { numberSource } from './display-number.js';
import { dayOf } from './door.js';
import { given } from './given.js';
import { itemFinder, type FoundItem } from './find-item.js';
import { previousAnswer } from './previous-answer.js';
import { untilChanged } from './round-answers.js';
import type { Reply } from './reply.js';
import { answerableRound, subjectInRound } from './round-named.js';
import { subjectOf } from './subjects.js';

/** Records an answer; it counts for this very item text, until its validity ends. */
export async function answerItem(desk: Desk, reply: Reply): Promise<Answer> {
  const [answer] = await answerItems(desk, [reply]);
  return answer as Answer;
}

/** Records several answers, all or none. An answer to what was handed in takes it back until it is handed in again. */
export async function answerItems(desk: Desk, replies: readonly Reply[]): Promise<readonly Answer[]> {
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    const officer = store.identity.officer ?? desk.say('actor.unnamed');
    const find = itemFinder(desk);
    return await store.transact({ actor: claimed(replies[0]?.by ?? officer), at }, (snapshot) => {
      const { changes, answers } = answersIn({ identity: store.identity, snapshot, at, newId: () => desk.door.newId(), officer, correction: desk.say('event.corrected'), find }, replies);
      return { kind: 'answer.recorded', changes, result: answers };
    });
  } finally {
    await store.close();
  }
}

/** What answers are recorded in: the state of one moment, and who and what is known there. */
export interface AnswerDesk {
  readonly identity: StoreIdentity;
  readonly snapshot: WorkingSet;
  readonly at: string;
  readonly newId: () => string;
  readonly officer: string;
  /** Why an event of a corrected answer is withdrawn. */
  readonly correction: string;
  readonly find: ReturnType<typeof itemFinder>;
}

/** The answers and everything that changes with them, for one transaction. */
export function answersIn(desk: AnswerDesk, replies: readonly Reply[]): { readonly answers: readonly Answer[]; readonly changes: readonly Change[] } {
  const numbers = numberSource(desk.snapshot, dayOf(desk.at).slice(0, 4));
  const written = replies.map((reply) => answerOne({ ...desk, reply, found: desk.find(checklistOf(reply, desk.snapshot), reply.itemId), number: () => numbers.next('SJ') }));
  const answers = written.map(({ answer }) => answer);
  return { answers, changes: [...written.flatMap(({ changes }) => changes), ...takenBack(answers, desk.snapshot), ...numbers.changes()] };
}

interface Asked extends AnswerDesk {
  readonly reply: Reply;
  readonly found: FoundItem;
  readonly number: () => string;
}

function answerOne(asked: Asked): { readonly answer: Answer; readonly changes: readonly Change[] } {
  const { reply, found: { checklist, item }, snapshot, at } = asked;
  const round = reply.round === undefined ? undefined : answerableRound(reply.round, snapshot);
  const subjectKey = round === undefined ? subjectOf(checklist, asked.identity).key : subjectInRound(round, reply.subject).key;
  const known: Given = { id: asked.newId(), at, by: claimed(reply.by ?? asked.officer), subjectKey, checklistId: checklist.id, ...inRound(round, dayOf(at)) };
  const previous = previousAnswer(known, item, snapshot);
  if (reply.value === 'same') return kept(carried(item, previous, known));
  const answer = answerTo(item, { ...reply, value: reply.value }, known);
  const isCorrection = previous !== undefined && previous.round === round?.id;
  const { ids, changes } = countEvents({ ...asked, item, answer, previous: isCorrection ? previous : undefined, period: round?.period });
  return kept(ids.length === 0 ? answer : { ...answer, events: [...ids] }, changes);
}

function kept(answer: Answer, changes: readonly Change[] = []): { readonly answer: Answer; readonly changes: readonly Change[] } {
  return { answer, changes: [...changes, { collection: 'answers', id: answer.id, value: answer }] };
}

function checklistOf({ round, checklistId }: Reply, snapshot: WorkingSet): string {
  const id = round === undefined ? checklistId : answerableRound(round, snapshot).checklistId;
  if (id === undefined) throw new AppError('usage-missing-flag', { name: '--checklist' });
  return id;
}

type Given = Pick<Answer, 'id' | 'at' | 'by' | 'subjectKey' | 'checklistId' | 'round' | 'late'>;

function inRound(round: Round | undefined, today: string): Pick<Answer, 'round' | 'late'> {
  if (round === undefined) return {};
  return { round: round.id, ...(round.deadline !== undefined && today > round.deadline ? { late: true } : {}) };
}

/** The answer to record, or the reason why it cannot be taken as it stands. */
export function answerTo(item: Item, reply: Reply & { readonly value: Answer['value'] }, known: Given): Answer {
  const { value, fact, department, dueOn } = reply;
  const partial = reply.partial === true ? true : undefined;
  refuseUnfit(item, reply);
  return {
    ...known,
    itemId: item.id,
    value,
    deductions: value === 'fail' ? chosenDeductions(item, reply.deductions) : [],
    ...given({ fact, partial, department, dueOn }),
    bulk: reply.bulk ?? false,
    validUntil: value === 'notapplicable' ? untilChanged : lastDay(item, dayOf(known.at)),
    itemDigest: itemTextDigest(item),
    evidence: [...reply.evidence],
  };
}

function refuseUnfit(item: Item, { value, fact = '', partial }: Reply): void {
  if (item.method !== 'manual') throw new AppError('item-not-manual', { item: item.id, method: item.method });
  // Not even “not applicable”: nobody can say that of what he does not know, and a grade would rest on it.
  if (item.confidence === 'unknown') throw new AppError('item-text-unknown', { item: item.id });
  if (value !== 'pass' && fact.trim() === '') throw new AppError('answer-reason-missing', { value });
  if (partial === true && (value !== 'fail' || !allowsPartial(item))) throw new AppError('answer-partial-unscored', { item: item.id });
}

/** 部分符合 is only sensible where something says how much it costs, or nothing costs anything. */
export function allowsPartial(item: Item): boolean {
  return (item.deductions ?? []).length > 0 || item.points === undefined || item.points === null;
}

// Taken over with its own end of validity: an old answer does not grow younger.
function carried(item: Item, previous: Answer | undefined, known: Given): Answer {
  const today = dayOf(known.at);
  const isValid = previous !== undefined && previous.validUntil >= today && previous.itemDigest === itemTextDigest(item) && (previous.events ?? []).length === 0;
  if (!isValid) throw new AppError('answer-carry-none', { item: item.id });
  const { itemId, value, deductions, fact, partial, department, dueOn, evidence, validUntil, itemDigest } = previous;
  return { ...known, itemId, value, deductions, evidence, validUntil, itemDigest, bulk: false, carriedFrom: previous.carriedFrom ?? previous.id, ...given({ fact, partial, department, dueOn }) };
}

function takenBack(answers: readonly Answer[], snapshot: WorkingSet): readonly Change[] {
  const rounds = new Map<string, Round>();
  for (const { round: id, subjectKey } of answers) {
    const round = id === undefined ? undefined : (rounds.get(id) ?? snapshot.rounds[id]);
    if (round?.handedIn[subjectKey] === undefined) continue;
    const handedIn = Object.fromEntries(Object.entries(round.handedIn).filter(([key]) => key !== subjectKey));
    rounds.set(round.id, { ...round, handedIn, state: 'open' });
  }
  return [...rounds.values()].map((round) => ({ collection: 'rounds', id: round.id, value: round }));
}

// "12 months" from 5 March lasts to 4 March: the last day is the day before.
function lastDay(item: Item, today: string): string {
  const months = Number.parseInt(item.validFor ?? '12', 10);
  return addDays(addMonths(today, months), -1);
}
