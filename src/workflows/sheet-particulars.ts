import type { Row } from '#domain/register.js';
import type { Round } from '#domain/round.js';
import type { Subject } from '#domain/subject.js';
import { bookValues } from '#messages/book-values.js';
import type { Say } from '#messages/say.js';
import { maskCell } from '#registers/mask.js';
import type { CheckSheet } from '#reports/form/build-check-sheets.js';
import type { OpenBooks } from './change-books.js';
import { dayOf } from './door.js';
import { cellText } from './draft-rows.js';
import type { FindingView } from './view-findings.js';
import { bookNamed, rowsInUse } from './open-books.js';

type Particulars = Pick<CheckSheet, 'head' | 'tail'>;
type Period = Round['period'];

/** K01: name, department and level of a person. */
export function personParticulars({ key }: Subject, open: OpenBooks, unmasked: boolean, say: Say): Particulars {
  const row = rowsInUse('staff', open.snapshot).find((each) => cellText(each, 'no') === key);
  const classified = rowsInUse('personnel', open.snapshot).find((each) => cellText(each, 'no') === key);
  const level = classified === undefined ? say('check-sheet.not-classified') : cellText(classified, 'level');
  return {
    head: [
      [say('check-sheet.name'), row === undefined ? key : nameOf(open, 'staff', 'name', row, unmasked)],
      [say('check-sheet.department'), departmentName(open, row === undefined ? '' : cellText(row, 'dept'))],
      [say('check-sheet.level'), silence(open, 'personnel', say) ?? level],
    ],
    tail: [],
  };
}

/** K02 and K10: head and part-time officer of a department, and what its books say of the period. */
export function departmentParticulars(subject: Subject, round: Round, open: OpenBooks, { kind, unmasked }: { readonly kind: string; readonly unmasked: boolean }, findings: readonly FindingView[], say: Say): Particulars {
  const row = rowsInUse('departments', open.snapshot).find((each) => cellText(each, 'no') === subject.key);
  const officer = rowsInUse('staff', open.snapshot).find((each) => cellText(each, 'dept') === subject.key && cellText(each, 'secrecy_duty') === bookValues.partTimeOfficer);
  const head = [
    [say('check-sheet.department'), departmentName(open, subject.key)],
    [say('check-sheet.head'), row === undefined ? '' : nameOf(open, 'departments', 'head', row, unmasked)],
    [say('check-sheet.officer'), officer === undefined ? '' : nameOf(open, 'staff', 'name', officer, unmasked)],
  ] as const;
  if (kind === 'holiday') return { head, tail: [] };
  return { head, tail: [[say('check-sheet.changes'), changesText(subject.key, round.period, open, say)], [say('check-sheet.produced'), producedText(subject.key, round.period, open, say)], [say('check-sheet.earlier'), earlierText(findings, round.period, say)], [say('check-sheet.score'), say('check-sheet.not-scored')]] };
}

// Why a book says nothing: it is not kept here, or nobody entered anything nor said that there is nothing.
function silence(open: OpenBooks, register: string, say: Say): string | undefined {
  if (bookNamed(register, open.books).standing !== 'open') return say('check-sheet.not-kept');
  const isEmpty = open.snapshot.confirmations[register] === undefined && !Object.values(open.snapshot.rows).some((row) => row.register === register);
  return isEmpty ? say('check-sheet.not-entered') : undefined;
}

function nameOf(open: OpenBooks, register: string, column: string, row: Row, unmasked: boolean): string {
  const found = bookNamed(register, open.books).template.columns.find(({ key }) => key === column);
  const value = row.cells[column];
  if (found === undefined || value === undefined) return '';
  return unmasked ? cellText(row, column) : maskCell(found, value);
}

function departmentName(open: OpenBooks, key: string): string {
  const row = rowsInUse('departments', open.snapshot).find((each) => cellText(each, 'no') === key);
  return row === undefined ? key : cellText(row, 'name');
}

// What no book says stays blank with its reason, never 0.
function changesText(department: string, period: Period, open: OpenBooks, say: Say): string {
  const silent = silence(open, 'personnel', say);
  if (silent !== undefined) return silent;
  const rows = rowsInUse('personnel', open.snapshot).filter((row) => cellText(row, 'dept') === department);
  const count = (column: string): number => rows.filter((row) => within(cellText(row, column), period)).length;
  return say('check-sheet.changes-text', { added: count('since'), changed: count('level_changed_at'), left: count('leave_at') });
}

function producedText(department: string, period: Period, open: OpenBooks, say: Say): string {
  const silent = silence(open, 'classification-decisions', say);
  if (silent !== undefined) return silent;
  const rows = rowsInUse('classification-decisions', open.snapshot).filter((row) => cellText(row, 'dept') === department && cellText(row, 'action') === bookValues.decided && within(cellText(row, 'decided_at'), period));
  return say('check-sheet.produced-text', { count: rows.length });
}

function earlierText(findings: readonly FindingView[], { from }: Period, say: Say): string {
  const earlier = findings.filter(({ finding }) => dayOf(finding.firstSeenAt) < from);
  if (earlier.length === 0) return say('check-sheet.earlier-none');
  return say('check-sheet.earlier-text', { total: earlier.length, closed: earlier.filter(({ finding }) => finding.state === 'closed').length });
}

function within(day: string, { from, to }: Period): boolean {
  return day !== '' && day.slice(0, 10) >= from && day.slice(0, 10) <= to;
}
