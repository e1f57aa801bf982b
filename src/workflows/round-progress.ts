import type { Answer } from '#domain/answer.js';
import type { Round } from '#domain/round.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { Subject } from '#domain/subject.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { CompiledChecklist } from '#evaluation/compile-checklist.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import { itemTextDigest } from '#evaluation/evaluate-manual.js';
import { parameterValues } from './parameter-values.js';
import { answersCounting } from './round-answers.js';
import { unitTraitsOf } from './unit-traits.js';

/** How far one subject is with its questions. */
export interface SubjectProgress {
  readonly subject: Subject;
  /** Questions that are asked of it, and those that are answered. */
  readonly asked: number;
  readonly answered: number;
  /** Items still without an answer, in order. */
  readonly open: readonly string[];
  /** Of these, such as had one to an older wording. */
  readonly outdated: number;
  readonly state: 'handed-in' | 'handed-in-late' | 'complete' | 'begun' | 'untouched';
  readonly overdue: boolean;
  readonly handedInAt?: string;
}

/** What progress is reckoned from. */
export interface RoundWorld {
  readonly compiled: CompiledChecklist;
  readonly identity: StoreIdentity;
  readonly snapshot: WorkingSet;
  readonly today: string;
}

/** Progress of each subject of a round: books and probes are not asked, only people. */
export function roundProgress(round: Round, world: RoundWorld): readonly SubjectProgress[] {
  const asked = questionsOnly(world.compiled);
  const facts = { facts: {}, registers: {}, parameters: parameterValues(world.snapshot), machine: { network: world.identity.network, mode: world.identity.mode }, unit: unitTraitsOf(world.identity), today: world.today };
  const counting = answersCounting(round, world.snapshot, world.today);
  const bySubject = answersBySubject(counting.answers);
  return round.subjects.map((subject) => {
    const { results } = evaluateChecklist(asked, { ...facts, ...counting, answers: bySubject.get(subject.key) ?? [], subject });
    const put = results.filter(({ result, gaps }) => !(result === 'notapplicable' && gaps.some(({ reason }) => reason === 'not-applicable-here')));
    const open = put.filter(({ result }) => result === 'notchecked' || result === 'unknown');
    const outdated = open.filter(({ gaps }) => gaps.some(({ reason }) => reason === 'answer-outdated')).length;
    const progress = { subject, asked: put.length, answered: put.length - open.length, open: open.map(({ itemId }) => itemId), outdated };
    return { ...progress, ...standingOf(round, subject, progress, world.today) };
  });
}

function answersBySubject(answers: readonly Answer[]): ReadonlyMap<string, readonly Answer[]> {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const own = groups.get(answer.subjectKey);
    if (own === undefined) groups.set(answer.subjectKey, [answer]);
    else own.push(answer);
  }
  return groups;
}

/** The checklist without what books and probes answer. */
export function questionsOnly({ checklist, items }: CompiledChecklist): CompiledChecklist {
  return { checklist, items: items.filter(({ item }) => item.method === 'manual') };
}

function standingOf(round: Round, { key }: Subject, { asked, answered }: Pick<SubjectProgress, 'asked' | 'answered'>, today: string): Pick<SubjectProgress, 'state' | 'overdue' | 'handedInAt'> {
  const handIn = round.handedIn[key];
  if (handIn !== undefined) return { state: handIn.late ? 'handed-in-late' : 'handed-in', overdue: false, handedInAt: handIn.at };
  const overdue = round.deadline !== undefined && today > round.deadline && round.state === 'open';
  if (asked > 0 && answered === asked) return { state: 'complete', overdue };
  return { state: answered > 0 ? 'begun' : 'untouched', overdue };
}

/** Has the wording of the checklist changed since the round was opened? */
export function changedItems(round: Round, { compiled, snapshot }: Pick<RoundWorld, 'compiled' | 'snapshot'>): number {
  const digests = new Map(compiled.checklist.sections.flatMap(({ items }) => items.map((item) => [item.id, itemTextDigest(item)] as const)));
  const own = Object.values(snapshot.answers).filter((answer) => answer.round === round.id);
  return new Set(own.filter((answer) => digests.get(answer.itemId) !== answer.itemDigest).map(({ itemId }) => itemId)).size;
}
