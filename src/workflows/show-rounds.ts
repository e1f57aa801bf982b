import type { Answer } from '#domain/answer.js';
import type { Item } from '#domain/checklist.js';
import type { ItemResult } from '#domain/item-result.js';
import type { Round } from '#domain/round.js';
import type { Subject } from '#domain/subject.js';
import type { WorkingSet } from '#domain/working-set.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import { booksOnFile } from './books-on-file.js';
import { readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { parameterValues } from './parameter-values.js';
import { previousAnswer } from './previous-answer.js';
import { answersCounting } from './round-answers.js';
import { roundChecklists, type RoundChecklists } from './round-checklists.js';
import { roundNumbered, subjectInRound } from './round-named.js';
import { changedItems, roundProgress, type SubjectProgress } from './round-progress.js';
import { rollUp, type RollUp } from './round-roll-up.js';
import { unitTraitsOf } from './unit-traits.js';

/** A round and how far it is. */
export interface RoundView {
  readonly round: Round;
  readonly title: string;
  readonly asked: number;
  readonly answered: number;
  readonly handedIn: number;
  readonly late: number;
  readonly overdue: number;
}

export interface RoundStatus extends RoundView {
  readonly subjects: readonly SubjectProgress[];
  /** Departments with the lower levels of the same period. */
  readonly below: readonly RollUp[];
  /** Items answered to a wording that has changed since. */
  readonly changedItems: number;
}

/** One item as a subject of a round stands to it today. */
export interface RoundLine {
  readonly section: string;
  readonly item: Item;
  /** Items on the machine are judged when the round is handed in. */
  readonly result: ItemResult;
  readonly answer?: Answer;
  /** The answer before this round, while it may still be taken over. */
  readonly same?: Answer;
  /** The newest answer of an earlier round, valid or not. */
  readonly before?: Answer;
}

export interface RoundSheet {
  readonly round: Round;
  readonly title: string;
  readonly subject: Subject;
  readonly lines: readonly RoundLine[];
}

/** Rounds, newest first; discarded ones only when asked for. */
export function listRounds(desk: Desk, withDiscarded: boolean): Promise<readonly RoundView[]> {
  return readBooks(desk, (open) => {
    const checklists = roundChecklists(desk, open.snapshot);
    const rounds = Object.values(open.snapshot.rounds).filter(({ state }) => withDiscarded || state !== 'discarded');
    return rounds.sort((left, right) => right.number.localeCompare(left.number, 'en', { numeric: true })).map((round) => viewOf(round, open, checklists).view);
  });
}

/** Who has handed in, who has not, and who is late. */
export function roundStatus(desk: Desk, number: string): Promise<RoundStatus> {
  return readBooks(desk, (open) => {
    const checklists = roundChecklists(desk, open.snapshot);
    const { view, subjects } = viewOf(roundNumbered(number, open.snapshot), open, checklists);
    return { ...view, subjects, below: rollUp(view.round, open.snapshot), changedItems: changedItems(view.round, { compiled: checklists.of(view.round), snapshot: open.snapshot }) };
  });
}

/** Every item for one subject: its answer, or what the books say. */
export function roundSheet(desk: Desk, number: string, asked: string | undefined): Promise<RoundSheet> {
  return readBooks(desk, (open) => {
    const checklists = roundChecklists(desk, open.snapshot);
    const round = roundNumbered(number, open.snapshot);
    const subject = subjectInRound(round, asked);
    return { round, title: checklists.of(round).checklist.title, subject, lines: linesOf(round, subject, open, checklists) };
  });
}

/** Every item for each of these subjects, or for all, of books that are open already. */
export function roundSheetsIn(open: OpenBooks, round: Round, keys: readonly string[], checklists: RoundChecklists): readonly RoundSheet[] {
  const subjects = keys.length === 0 ? round.subjects : keys.map((key) => subjectInRound(round, key));
  return subjects.map((subject) => ({ round, title: checklists.of(round).checklist.title, subject, lines: linesOf(round, subject, open, checklists) }));
}

function viewOf(round: Round, open: OpenBooks, checklists: RoundChecklists): { readonly view: RoundView; readonly subjects: readonly SubjectProgress[] } {
  const compiled = checklists.of(round);
  const subjects = roundProgress(round, { compiled, identity: open.identity, snapshot: open.snapshot, today: open.today });
  const sum = (count: (each: SubjectProgress) => number): number => subjects.reduce((total, each) => total + count(each), 0);
  const handIns = Object.values(round.handedIn);
  const counts = { asked: sum(({ asked }) => asked), answered: sum(({ answered }) => answered), handedIn: handIns.length, late: handIns.filter(({ late }) => late).length, overdue: sum(({ overdue }) => Number(overdue)) };
  return { view: { round, title: compiled.checklist.title, ...counts }, subjects };
}

function linesOf(round: Round, subject: Subject, open: OpenBooks, checklists: RoundChecklists): readonly RoundLine[] {
  const { snapshot, identity, today } = open;
  const compiled = checklists.of(round);
  const counting = answersCounting(round, snapshot, today);
  const books = booksOnFile(checklists.catalog.templates, identity, snapshot, today);
  const { results } = evaluateChecklist(compiled, { ...counting, subject, facts: {}, registers: books, parameters: parameterValues(snapshot), machine: { network: identity.network, mode: identity.mode }, unit: unitTraitsOf(identity), today });
  const titles = new Map(compiled.checklist.sections.map(({ id, title }) => [id, title]));
  return compiled.items.flatMap(({ item, sectionId }, index): RoundLine[] => {
    const result = results[index];
    return result === undefined ? [] : [{ section: titles.get(sectionId) ?? '', item, result, ...answersOf(round, subject, item, result, snapshot, today) }];
  });
}

function answersOf(round: Round, subject: Subject, item: Item, { answerId }: ItemResult, snapshot: WorkingSet, today: string): Pick<RoundLine, 'answer' | 'same' | 'before'> {
  const answer = answerId === undefined ? undefined : snapshot.answers[answerId];
  const others = { ...snapshot, answers: Object.fromEntries(Object.entries(snapshot.answers).filter(([, each]) => each.round !== round.id)) };
  const before = item.method === 'manual' ? previousAnswer({ subjectKey: subject.key, checklistId: round.checklistId }, item, others) : undefined;
  const isValid = before !== undefined && before.validUntil >= today && (before.events ?? []).length === 0;
  return { ...(answer === undefined ? {} : { answer }), ...(before === undefined ? {} : { before }), ...(isValid ? { same: before } : {}) };
}
