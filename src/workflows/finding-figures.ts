import type { Finding } from '#domain/finding.js';
import type { Figure, suppliedFigures } from '#domain/statistics.js';
import { isOverdue } from '#findings/due-day.js';
import { closingsOf, meanOf } from '#findings/management-figures.js';
import { rateText } from '#messages/figure-text.js';
import { virtualBookTitles } from '#messages/spellings.js';
import type { Period } from '#registers/statistics/judge-row.js';
import type { OpenBooks } from './change-books.js';
import { dayOf } from './door.js';
import { dueOfFindings } from './due-of-findings.js';
import { findingsToday } from './view-findings.js';

type FindingFigure = Exclude<(typeof suppliedFigures)[number], 'self-score'>;

/** What the problems on record say about a year or a month; every figure names the problems behind it. */
export function findingFigures(open: OpenBooks, period: Period): Readonly<Record<FindingFigure, Figure>> {
  const early = beforeRecords(open, period);
  const say = (figure: () => Figure): Figure => early ?? figure();
  return {
    'closed-findings': say(() => counted(open, (finding) => closedIn(finding, period).length > 0)),
    'overdue-findings': say(() => overdue(open, period)),
    'reopened-findings': say(() => counted(open, ({ events }) => events.some(({ event, at }) => event === 'reopened' && dayOf(at).startsWith(period.span)))),
    'days-to-close': say(() => daysToClose(open, period)),
    'completion-rate': say(() => completionRate(open, period)),
  };
}

function beforeRecords({ identity }: OpenBooks, { span }: Period): Figure | undefined {
  const since = dayOf(identity.createdAt).slice(0, span.length);
  return span < since ? { value: null, why: { code: 'before-book', book: virtualBookTitles.findings, detail: since }, rows: [] } : undefined;
}

function overdue(open: OpenBooks, period: Period): Figure {
  const dueOf = dueOfFindings(open.snapshot);
  const then = asTheyStood(open, period.day);
  const due = new Map(then.map((finding) => [finding.id, dueOf(finding)?.day]));
  // A finding whose day nobody set may be late or not.
  if (then.some(({ id, state }) => (state === 'open' || state === 'remediating') && due.get(id) === undefined)) return { value: null, why: { code: 'parameter-blank', book: '', detail: 'rectificationDays' }, rows: [] };
  const late = new Set(then.filter((finding) => isOverdue(finding, due.get(finding.id), period.day)).map(({ id }) => id));
  return counted(open, ({ id }) => late.has(id));
}

function daysToClose(open: OpenBooks, period: Period): Figure {
  const { rows } = counted(open, (finding) => closedIn(finding, period).length > 0);
  const mean = meanOf(Object.values(open.snapshot.findings).flatMap((finding) => closedIn(finding, period).map(({ days }) => days)));
  return mean === null ? nothing : { value: Math.floor(mean * 10) / 10, asOf: open.today, rows };
}

function completionRate(open: OpenBooks, period: Period): Figure {
  const then = asTheyStood(open, period.day).filter(({ state }) => state !== 'withdrawn');
  if (then.length === 0) return nothing;
  const closed = then.filter(({ state }) => state === 'closed');
  return { value: rateText(closed.length, then.length), asOf: open.today, rows: closed.map(rowOf) };
}

const nothing: Figure = { value: null, why: { code: 'nothing-to-share', book: virtualBookTitles.findings, detail: '' }, rows: [] };

function closedIn(finding: Finding, { span }: Period): ReturnType<typeof closingsOf> {
  return closingsOf(finding, dayOf).filter(({ day }) => day.startsWith(span));
}

function asTheyStood({ snapshot, today }: OpenBooks, day: string): readonly Finding[] {
  return findingsToday(snapshot, today).flatMap((finding) => {
    const events = finding.events.filter(({ at }) => dayOf(at) <= day);
    const state = events.at(-1)?.to;
    return state === undefined ? [] : [{ ...finding, events, state }];
  });
}

function counted({ snapshot, today }: OpenBooks, counts: (finding: Finding) => boolean): Figure {
  const rows = Object.values(snapshot.findings).filter(counts).map(rowOf);
  return { value: rows.length, asOf: today, rows };
}

function rowOf({ id, number }: Finding): Figure['rows'][number] {
  return { register: 'findings', rowId: id, label: number, missing: [] };
}
