import { AppError } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import type { Finding } from '#domain/finding.js';
import type { Severity } from '#domain/result-value.js';
import type { Opinion, Supervision } from '#domain/supervision.js';
import { openFound } from '#findings/found-by-person.js';
import { nextState } from '#findings/lifecycle.js';
import { askWithdrawal, pendingWithdrawal } from '#findings/withdraw-finding.js';
import { opinionWords } from '#messages/spellings.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { numberSource, type NumberSource } from './display-number.js';
import { given } from './given.js';
import { departmentCalled } from './roster.js';
import { openSupervision, opinionNumbered, withOpinion } from './supervision-named.js';
import { findingsToday } from './view-findings.js';

/** An opinion as it is put down. */
export interface OpinionOrder extends Pick<Opinion, 'originalNumber' | 'nature'>, Partial<Pick<Opinion, 'clause' | 'text' | 'deadline' | 'department'>> {
  /** By its nature where nobody says: to stop use 重大, to cure by a day 高, a suggestion 中. */
  readonly severity?: Severity;
}

/** What was written to a supervision. */
export interface SupervisionChange {
  readonly supervision: Supervision;
  readonly findings: readonly Finding[];
}

/** Puts an opinion on record under its original number; each is followed as a problem, suggestions too. */
export function recordOpinion(desk: Desk, number: string, order: OpinionOrder, by: string | undefined): Promise<SupervisionChange> {
  return changeBooks(desk, { kind: 'supervision.opinion', by }, (open) => {
    const numbers = numberSource(open.snapshot, open.today.slice(0, 4));
    const drafted = draftOpinion(open, openSupervision(open.snapshot, number), order, numbers);
    return { changes: changesOf(drafted, numbers), result: drafted };
  });
}

/** The supervision with one more opinion, and the problem it opens; nothing is stored by this. */
export function draftOpinion(open: OpenBooks, supervision: Supervision, order: OpinionOrder, numbers: NumberSource): SupervisionChange {
  const { severity, ...said } = order;
  if (supervision.opinions.some(({ originalNumber }) => originalNumber === said.originalNumber)) throw new AppError('opinion-known', { number: supervision.number, opinion: said.originalNumber });
  const isNumbersOnly = supervision.kind === 'cryptography';
  if (isNumbersOnly && (said.text ?? said.clause) !== undefined) throw new AppError('opinion-numbers-only', { number: supervision.number });
  if (!isNumbersOnly && (said.text ?? '').trim() === '') throw new AppError('opinion-text-missing', { opinion: said.originalNumber });
  const finding = findingOf(open, supervision, { statement: said.text ?? opinionWords.numbersOnly(said.originalNumber), print: said.originalNumber, severity: severity ?? usualSeverity[said.nature], ...said }, numbers);
  const opinion: Opinion = { ...said, id: open.newId(), findingIds: [finding.id] };
  return { supervision: { ...supervision, opinions: [...supervision.opinions, opinion] }, findings: [finding] };
}

const usualSeverity: Readonly<Record<Opinion['nature'], Severity>> = { 'stop-use': 'critical', 'by-date': 'high', suggestion: 'medium' };
const usualKind = { 'stop-use': 'at-once', 'by-date': 'by-date', suggestion: 'by-date' } as const;

/** The unit's answer to an opinion: taken up, in part, or not and why. */
export function respondToOpinion(desk: Desk, number: string, original: string, answer: { readonly response: NonNullable<Opinion['response']>; readonly reason?: string }, by: string): Promise<SupervisionChange> {
  return changeBooks(desk, { kind: 'supervision.answered', by }, (open) => {
    const supervision = openSupervision(open.snapshot, number);
    const opinion = opinionNumbered(supervision, original);
    if (answer.response !== 'adopted' && (answer.reason ?? '').trim() === '') throw new AppError('opinion-reason-missing', { opinion: original });
    if (answer.response === 'declined' && opinion.nature !== 'suggestion') throw new AppError('opinion-binding', { opinion: original });
    const answered: Opinion = { ...opinion, response: answer.response, ...given({ responseReason: answer.reason }), respondedAt: open.at, respondedBy: open.by };
    // Nobody drops a suggestion alone: a second person agrees to it (finding withdraw --confirm).
    const findings = answer.response === 'declined' ? withdrawable(open, opinion).map((finding) => askWithdrawal(finding, { reason: answer.reason ?? '', by: open.by, at: open.at })) : [];
    const result = { supervision: withOpinion(supervision, answered), findings };
    return { changes: changesOf(result), result };
  });
}

// As they stand today; one that is being looked at, excepted or over goes its own way.
function withdrawable({ snapshot, today }: OpenBooks, { findingIds }: Opinion): readonly Finding[] {
  return findingsToday(snapshot, today).filter((finding) => findingIds.includes(finding.id) && nextState(finding, 'withdrawal-asked') !== undefined && pendingWithdrawal(finding) === undefined);
}

/** 同类排查: where the same fault was looked for, and what was found there; each find is a problem of its own. */
export function searchSameKind(desk: Desk, number: string, original: string, search: { readonly scope: string; readonly problems: readonly string[]; readonly department?: string }, by: string): Promise<SupervisionChange> {
  return changeBooks(desk, { kind: 'supervision.same-kind', by }, (open) => {
    const supervision = openSupervision(open.snapshot, number);
    const opinion = opinionNumbered(supervision, original);
    if (supervision.kind === 'cryptography') throw new AppError('opinion-numbers-only', { number: supervision.number });
    const numbers = numberSource(open.snapshot, open.today.slice(0, 4));
    const earlier = opinion.sameKind?.found ?? 0;
    const findings = search.problems.map((statement, index) => findingOf(open, supervision, { statement, print: `${original} +${String(earlier + index + 1)}`, severity: usualSeverity[opinion.nature], nature: opinion.nature, ...given({ clause: opinion.clause, department: search.department ?? opinion.department }) }, numbers));
    const searched: Opinion = { ...opinion, findingIds: [...opinion.findingIds, ...findings.map(({ id }) => id)], sameKind: { scope: search.scope, found: earlier + findings.length, by: open.by, at: open.at } };
    const result = { supervision: withOpinion(supervision, searched), findings };
    return { changes: changesOf(result, numbers), result };
  });
}

interface OpinionProblem extends Pick<OpinionOrder, 'nature' | 'clause' | 'deadline' | 'department'> {
  readonly statement: string;
  readonly print: string;
  readonly severity: Severity;
}

function findingOf(open: OpenBooks, supervision: Supervision, { statement, print, severity, nature, clause, deadline, department }: OpinionProblem, numbers: NumberSource): Finding {
  const place = department === undefined ? undefined : departmentCalled(open, department);
  const subject = place === undefined ? ({ kind: 'unit', key: 'unit', label: open.identity.unit } as const) : ({ kind: 'department', key: place.no, label: place.name } as const);
  const words = { statement: statement.trim(), ...(clause === undefined ? {} : { objective: clause }) };
  const found = { ...words, printKey: `opinion:${print}`, severity, basis: [], subject, source: 'supervision' as const, kind: usualKind[nature], supervisionId: supervision.id, ...given({ dueOn: deadline, department: place?.name }), by: open.by, at: open.at };
  return openFound(found, { id: open.newId(), number: numbers.next('W') });
}

export function changesOf({ supervision, findings }: SupervisionChange, numbers?: NumberSource): readonly Change[] {
  return [
    { collection: 'supervisions', id: supervision.id, value: supervision },
    ...findings.map((finding): Change => ({ collection: 'findings', id: finding.id, value: finding })),
    ...(numbers?.changes() ?? []),
  ];
}
