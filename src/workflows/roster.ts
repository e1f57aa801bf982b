import { AppError } from '#domain/app-error.js';
import type { Row } from '#domain/register.js';
import type { OpenBooks } from './change-books.js';
import { cellText } from './draft-rows.js';
import { rowsInUse } from './open-books.js';

/** The row of a person on the roster, called by number or by a name that only one bears. */
export function rosterRow(open: OpenBooks, person: string): Row | undefined {
  const staff = rowsInUse('staff', open.snapshot);
  const named = staff.filter(({ cells }) => cells['name'] === person);
  return staff.find(({ cells }) => cells['no'] === person) ?? (named.length === 1 ? named[0] : undefined);
}

/** Number of a person, who must be on the roster. */
export function onRoster(open: OpenBooks, person: string): string {
  const row = rosterRow(open, person);
  if (row === undefined) throw new AppError('person-unknown', { person });
  return cellText(row, 'no');
}

/** Department of a person on the roster. */
export function deptOf(open: OpenBooks, person: string): string | undefined {
  const row = rosterRow(open, person);
  return row === undefined ? undefined : cellText(row, 'dept') || undefined;
}

/** A department by number or name; one that is on no roster is called as it was said. */
export function departmentCalled({ snapshot }: Pick<OpenBooks, 'snapshot'>, called: string): { readonly no: string; readonly name: string } {
  const rows = rowsInUse('departments', snapshot);
  const row = rows.find(({ cells }) => cells['no'] === called) ?? rows.find(({ cells }) => cells['name'] === called);
  return row === undefined ? { no: called, name: called } : { no: cellText(row, 'no'), name: cellText(row, 'name') };
}
