import { AppError } from '#domain/app-error.js';
import type { Row } from '#domain/register.js';
import type { RoundLevel } from '#domain/round.js';
import type { Subject } from '#domain/subject.js';
import { bookValues } from '#messages/book-values.js';
import { labelOf } from '#registers/register-facts.js';
import type { OpenBooks } from './change-books.js';
import { cellText } from './draft-rows.js';
import { bookNamed, rowsInUse } from './open-books.js';
import { onRoster } from './roster.js';

/** Whom a round asks; empty lists = everybody the books know at that level. */
export interface AskedSubjects {
  /** Departments, by number or name. */
  readonly departments: readonly string[];
  /** People, by number or by a name only one bears. */
  readonly persons: readonly string[];
  /** Classified machines, by security number; needed where their book is not kept here. */
  readonly devices: readonly string[];
}

/** The subjects of a new round, in order of key: the unit, its departments, its people in service, or its classified machines in use. */
export function roundSubjects(open: OpenBooks, level: RoundLevel, asked: AskedSubjects): readonly Subject[] {
  if (level === 'unit') return [{ kind: 'unit', key: 'unit', label: open.identity.unit }];
  const subjects = subjectsAt[level](open, asked).sort((left, right) => (left.key < right.key ? -1 : 1));
  if (subjects.length === 0) throw new AppError('round-no-subjects', { register: registerOf[level] });
  return subjects;
}

const registerOf = { staff: 'staff', department: 'departments', terminal: 'classified-computers' } as const;

const subjectsAt: Readonly<Record<Exclude<RoundLevel, 'unit'>, (open: OpenBooks, asked: AskedSubjects) => Subject[]>> = {
  staff(open, { departments, persons }) {
    const numbers = departments.map((each) => departmentNumber(open, each));
    const people = persons.map((each) => onRoster(open, each));
    return rowsInUse('staff', open.snapshot)
      .filter((row) => cellText(row, 'state') === bookValues.employed)
      .filter((row) => (people.length === 0 || people.includes(cellText(row, 'no'))) && (numbers.length === 0 || numbers.includes(cellText(row, 'dept'))))
      .map((row) => subjectOfRow(open, 'staff', row, 'person'));
  },
  department(open, { departments }) {
    const numbers = departments.map((each) => departmentNumber(open, each));
    const rows = rowsInUse('departments', open.snapshot).filter((row) => numbers.length === 0 || numbers.includes(cellText(row, 'no')));
    return rows.map((row) => subjectOfRow(open, 'departments', row, 'department'));
  },
  terminal(open, { devices }) {
    if (devices.length > 0) return devices.map((device) => ({ kind: 'terminal', key: device, label: device }));
    const isKept = bookNamed('classified-computers', open.books).standing === 'open';
    const rows = isKept ? rowsInUse('classified-computers', open.snapshot) : [];
    return rows.filter((row) => cellText(row, 'state') === bookValues.carrier.inUse).map((row) => ({ kind: 'terminal', key: cellText(row, 'no'), label: cellText(row, 'no') }));
  },
};

function subjectOfRow(open: OpenBooks, register: string, row: Row, kind: Subject['kind']): Subject {
  return { kind, key: cellText(row, 'no'), label: labelOf(bookNamed(register, open.books).template, row) };
}

/** Number of a department called by number or name. */
export function departmentNumber(open: Pick<OpenBooks, 'snapshot'>, called: string): string {
  const rows = rowsInUse('departments', open.snapshot);
  const found = rows.find((row) => cellText(row, 'no') === called) ?? rows.find((row) => cellText(row, 'name') === called);
  if (found === undefined) throw new AppError('department-unknown', { department: called, known: rows.map((row) => cellText(row, 'name')).join(', ') });
  return cellText(found, 'no');
}
