import type { Answer, ChosenDeduction } from '#domain/answer.js';
import { AppError } from '#domain/app-error.js';
import type { Checklist, Deduction, Item } from '#domain/checklist.js';
import { addDays, addMonths } from '#evaluation/day-functions.js';
import { itemTextDigest } from '#evaluation/evaluate-manual.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { listChecklistFiles } from './list-checklists.js';
import { checklistFile, loadChecklist } from './load-checklist.js';
import { loadCatalog } from './load-catalog.js';
import { subjectOf } from './subjects.js';

/** What a person said about one manual item; a deduction is an id, with points where the sheet gives a range. */
export interface Reply {
  readonly checklistId: string;
  readonly itemId: string;
  readonly value: Answer['value'];
  readonly deductions: readonly { readonly id: string; readonly points?: number; readonly times?: number }[];
  readonly fact?: string;
  readonly evidence: readonly string[];
  readonly by?: string;
}

/** Records an answer; it counts for this very item text, until its validity ends. */
export async function answerItem(desk: Desk, reply: Reply): Promise<Answer> {
  const [answer] = await answerItems(desk, [reply]);
  return answer as Answer;
}

/** Records several answers, all or none. */
export async function answerItems(desk: Desk, replies: readonly Reply[]): Promise<readonly Answer[]> {
  const items = replies.map(itemFinder(desk));
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    const officer = store.identity.officer ?? desk.say('actor.unnamed');
    const answers = replies.map((reply, index): Answer => {
      const { checklist, item } = items[index] as FoundItem;
      const given = { id: desk.door.newId(), at, by: claimed(reply.by ?? officer), subjectKey: subjectOf(checklist, store.identity).key, checklistId: checklist.id };
      return answerTo(item, reply, given);
    });
    return await store.transact({ actor: answers[0]?.by ?? claimed(officer), at }, () => ({
      kind: 'answer.recorded',
      changes: answers.map((answer) => ({ collection: 'answers' as const, id: answer.id, value: answer })),
      result: answers,
    }));
  } finally {
    await store.close();
  }
}

interface FoundItem {
  readonly checklist: Checklist;
  readonly item: Item;
}

function itemFinder(desk: Desk): (reply: Reply) => FoundItem {
  const files = listChecklistFiles(desk.program, desk.folder);
  const { environment } = loadCatalog(desk.program);
  const opened = new Map<string, Checklist>();
  return ({ checklistId, itemId }) => {
    const checklist = opened.get(checklistId) ?? loadChecklist(checklistFile(checklistId, files).file, environment).checklist;
    opened.set(checklistId, checklist);
    const item = checklist.sections.flatMap((section) => section.items).find((each) => each.id === itemId);
    if (item === undefined) throw new AppError('item-unknown', { checklist: checklist.id, item: itemId });
    return { checklist, item };
  };
}

/** The answer to record, or the reason why it cannot be taken as it stands. */
export function answerTo(item: Item, reply: Reply, given: Pick<Answer, 'id' | 'at' | 'by' | 'subjectKey' | 'checklistId'>): Answer {
  if (item.method !== 'manual') throw new AppError('item-not-manual', { item: item.id, method: item.method });
  // Not even “not applicable”: nobody can say that of what he does not know, and a grade would rest on it.
  if (item.confidence === 'unknown') throw new AppError('item-text-unknown', { item: item.id });
  if (reply.value !== 'pass' && (reply.fact ?? '').trim() === '') throw new AppError('answer-reason-missing', { value: reply.value });
  return {
    ...given,
    itemId: item.id,
    value: reply.value,
    deductions: reply.value === 'fail' ? chosen(item, reply.deductions) : [],
    ...(reply.fact === undefined ? {} : { fact: reply.fact }),
    validUntil: lastDay(item, dayOf(given.at)),
    itemDigest: itemTextDigest(item),
    evidence: [...reply.evidence],
    bulk: false,
  };
}

function chosen(item: Item, replies: Reply['deductions']): ChosenDeduction[] {
  const known = item.deductions ?? [];
  const allowed = known.map((deduction) => (item.withheld === true ? deduction.id : `${deduction.id} ${deduction.when}`)).join('; ');
  if (known.length > 0 && replies.length === 0) throw new AppError('deduction-missing', { item: item.id, allowed });
  return replies.map((reply, index) => {
    if (replies.findIndex((each) => each.id === reply.id) !== index) throw new AppError('deduction-twice', { deduction: reply.id });
    if (reply.times !== undefined && (reply.times < 1 || reply.times > 999)) throw new AppError('deduction-times', { deduction: reply.id });
    const deduction = known.find((each) => each.id === reply.id);
    if (deduction === undefined) throw new AppError('deduction-unknown', { item: item.id, deduction: reply.id, allowed });
    return { id: deduction.id, points: pointsOf(deduction, reply.points), times: deduction.per === 'occurrence' ? (reply.times ?? 1) : 1 };
  });
}

function pointsOf(deduction: Deduction, asked: number | undefined): number {
  const [low, high] = typeof deduction.points === 'number' ? [deduction.points, deduction.points] : deduction.points;
  const points = asked ?? (low === high ? low : Number.NaN);
  if (!(points >= low && points <= high)) throw new AppError('deduction-points', { deduction: deduction.id, low, high });
  return points;
}

// "12 months" from 5 March lasts to 4 March: the last day is the day before.
function lastDay(item: Item, today: string): string {
  const months = Number.parseInt(item.validFor ?? '12', 10);
  return addDays(addMonths(today, months), -1);
}
