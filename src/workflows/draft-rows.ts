import type { Change } from '#domain/change.js';
import type { Row } from '#domain/register.js';
import { AppError } from '#domain/app-error.js';
import { planTyped, type OpenBooks, type WriteOptions } from './change-books.js';
import { numberSource, type Series } from './display-number.js';
import { editedRow } from './edit-rows.js';
import { bookNamed, keptBook, keyText, rowByKey, rowsInUse } from './open-books.js';

type Texts = Readonly<Record<string, string | undefined>>;

/** Rows of several books written in one transaction, each seeing those before it. */
export interface RowDraft {
  /** The books with everything drafted so far. */
  open(): OpenBooks;
  /** Adds a row. `own` are the flow's own cells: those that this machine does not hold are left out; `given` is what a person typed. */
  add(register: string, own: Texts, given?: Readonly<Record<string, string>>): Row;
  /** Changes cells of the row called `key`, by the same rule. */
  edit(register: string, key: string, own: Texts, given?: Readonly<Record<string, string>>): Row;
  /** The next free number of a series for rows of `register`. */
  number(register: string, series: Series): string;
  changes(): readonly Change[];
}

export function draftRows(given: OpenBooks, options: WriteOptions = {}): RowDraft {
  const numbers = numberSource(given.snapshot, given.today.slice(0, 4));
  const drafted = new Map<string, Row>();
  const open = (): OpenBooks => ({ ...given, snapshot: { ...given.snapshot, rows: { ...given.snapshot.rows, ...Object.fromEntries(drafted) } } });
  const keep = (row: Row): Row => {
    drafted.set(row.rowId, row);
    return row;
  };
  return {
    open,
    add(register, own, typed = {}) {
      const { template } = keptBook(register, given.books);
      const { changes } = planTyped(open(), register, { ...heldHere(given, register, own), ...typed }, options);
      const [row] = changes.map(({ value }) => value as Row);
      if (row === undefined || row.revision > 1) throw new AppError('row-key-taken', { register, key: keyText(template, row ?? { cells: { ...own, ...typed } as Row['cells'] }) });
      return keep(row);
    },
    edit(register, key, own, typed = {}) {
      const { row, changed } = editedRow(open(), register, key, { ...heldHere(given, register, own), ...typed }, options);
      return changed ? keep(row) : row;
    },
    number(register, series) {
      const { template } = keptBook(register, given.books);
      const taken = new Set(rowsInUse(register, open().snapshot).map((row) => keyText(template, row)));
      let next = numbers.next(series);
      while (taken.has(next)) next = numbers.next(series);
      return next;
    },
    changes: () => [...[...drafted.values()].map((value): Change => ({ collection: 'rows', id: value.rowId, value })), ...numbers.changes()],
  };
}

// What a flow writes of itself must not fail for a column that the unit hid or the machine may not hold.
function heldHere(open: OpenBooks, register: string, own: Texts): Record<string, string> {
  const held = new Set(bookNamed(register, open.books).template.columns.map((column) => column.key));
  return Object.fromEntries(Object.entries(own).flatMap(([column, text]) => (text === undefined || !held.has(column) ? [] : [[column, text] as const])));
}

/** A cell of a row as text; blank where there is none. */
export function cellText(row: Pick<Row, 'cells'>, column: string): string {
  const cell = row.cells[column];
  return cell === undefined ? '' : String(cell);
}

/** The row, which must stand in one of `states`. */
export function rowInState(open: OpenBooks, register: string, key: string, states: readonly string[]): Row {
  const { template } = keptBook(register, open.books);
  const row = rowByKey(template, key, open.snapshot);
  const state = cellText(row, 'state');
  if (!states.includes(state)) throw new AppError('row-wrong-state', { title: template.title.zh, key, state, allowed: states.join(', ') });
  return row;
}
