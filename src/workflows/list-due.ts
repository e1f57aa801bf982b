import type { LocalText } from '#domain/primitives.js';
import { bookValues } from '#messages/book-values.js';
import { passes } from '#registers/row-filter.js';
import { labelOf, visibleRows } from '#registers/register-facts.js';
import { readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { viewLeaks } from './leak-events.js';
import { viewSupervisions } from './show-supervisions.js';
import { viewFindings, type FindingView } from './view-findings.js';
import { parameterValues } from './parameter-values.js';

/** Something that is to be done by a day. */
export interface DueLine {
  readonly day: string;
  readonly overdue: boolean;
  readonly source: 'register' | 'finding' | 'training' | 'supervision' | 'leak';
  readonly register?: string;
  readonly column?: string;
  /** Title of the book, or statement of the finding. */
  readonly title: string;
  /** What is due, by the book's own rule. */
  readonly what?: LocalText;
  /** The row or number it concerns, masked. */
  readonly subject: string;
}

/** Everything due within `days` from today, and everything overdue, soonest first: reviews, returns, declassification, training, rectification. */
export function listDue(desk: Desk, days: number): Promise<readonly DueLine[]> {
  return readBooks(desk, (open) => dueUntil(open, new Date(Date.parse(open.today) + days * 86_400_000).toISOString().slice(0, 10)));
}

/** The same for books that are open already, up to a day. */
export function dueUntil(open: OpenBooks, until: string): readonly DueLine[] {
  const rows = visibleRows({ books: open.books, rows: Object.values(open.snapshot.rows), year: open.today.slice(0, 4) });
  const findings = viewFindings(open.snapshot, open.today);
  const lines = [...rowLines(open, rows), ...trainingLines(open, rows), ...findingLines(findings), ...supervisionLines(open, findings), ...leakLines(open)];
  return lines.filter((line) => line.day <= until).sort((left, right) => (left.day === right.day ? (left.subject < right.subject ? -1 : 1) : left.day < right.day ? -1 : 1));
}

type SeenRows = ReturnType<typeof visibleRows>;

function rowLines(open: OpenBooks, rows: SeenRows): DueLine[] {
  return open.books.filter((book) => book.standing === 'open').flatMap(({ template }) =>
    template.due.flatMap((rule) =>
      (rows.get(template.id) ?? []).flatMap(({ row, cells }): DueLine[] => {
        const day = cells[rule.column];
        if (typeof day !== 'string' || !passes(rule.open, cells, open.today.slice(0, 4), cells)) return [];
        return [{ day: day.slice(0, 10), overdue: day.slice(0, 10) < open.today, source: 'register', register: template.id, column: rule.column, title: template.title.zh, what: rule.what, subject: labelOf(template, row) }];
      }),
    ),
  );
}

// Hours are due by the end of the year; a blank parameter asks for nothing.
function trainingLines(open: OpenBooks, rows: SeenRows): DueLine[] {
  const template = open.books.find((book) => book.template.id === 'personnel' && book.standing === 'open')?.template;
  const wanted = parameterValues(open.snapshot)['trainingHours'];
  if (template === undefined || typeof wanted !== 'object' || wanted === null) return [];
  const day = `${open.today.slice(0, 4)}-12-31`;
  return (rows.get('personnel') ?? []).flatMap(({ row, cells }): DueLine[] => {
    const hours = (wanted as Readonly<Record<string, unknown>>)[String(cells['level'])];
    const isShort = cells['state'] === bookValues.inPost && typeof hours === 'number' && Number(cells['hours_year'] ?? 0) < hours;
    return isShort ? [{ day, overdue: false, source: 'training', register: 'personnel', title: template.title.zh, subject: labelOf(template, row) }] : [];
  });
}

function findingLines(findings: readonly FindingView[]): DueLine[] {
  return findings.flatMap(({ finding, due, overdue }): DueLine[] => {
    const isLive = finding.state === 'open' || finding.state === 'remediating';
    return due === undefined || !isLive ? [] : [{ day: due, overdue, source: 'finding', title: finding.statement, subject: finding.number }];
  });
}

// The report to the inspecting body, and opinions that nobody has answered.
function supervisionLines({ snapshot, today }: OpenBooks, findings: readonly FindingView[]): DueLine[] {
  return viewSupervisions(snapshot, today, findings).filter(({ supervision }) => supervision.state === 'open').flatMap(({ supervision: { number, body, reportDue }, opinions }): DueLine[] => {
    const line = (day: string, subject: string): DueLine => ({ day, overdue: day < today, source: 'supervision', title: body, subject });
    const unanswered = opinions.flatMap(({ opinion, state }) => (state === 'unanswered' && opinion.deadline !== undefined ? [line(opinion.deadline, `${number} ${opinion.originalNumber}`)] : []));
    return [...(reportDue === undefined ? [] : [line(reportDue, number)]), ...unanswered];
  });
}

function leakLines({ snapshot, at }: OpenBooks): DueLine[] {
  return viewLeaks(snapshot, at).flatMap(({ event, reportBy, minutesLeft }): DueLine[] => (minutesLeft === undefined ? [] : [{ day: dayOf(reportBy), overdue: minutesLeft < 0, source: 'leak', title: event.number, subject: event.number }]));
}
