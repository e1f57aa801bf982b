import type { Column, Row } from '#domain/register.js';
import type { FittedBook } from './fit-template.js';
import { labelOf } from './register-facts.js';
import { targetIds } from './resolve-references.js';

export const rowFaultKinds = ['key-twice', 'value-twice', 'reference', 'blank', 'value', 'absent', 'stranger'] as const;

/** Something wrong with one row, whatever the book is about. */
export interface RowFault {
  readonly register: string;
  readonly rowId: string;
  readonly row: string;
  readonly kind: (typeof rowFaultKinds)[number];
  readonly column: string;
  /** What else is meant: the other row of a pair, or the number that leads nowhere. */
  readonly other: string;
}

/** Doubles, references that lead nowhere, blanks that must not be, values no longer allowed; of every book that is kept here. */
export function checkRows(books: readonly FittedBook[], rows: readonly Row[]): readonly RowFault[] {
  const inUse = new Map<string, Row[]>(books.map(({ template }) => [template.id, []]));
  for (const row of rows) if (!row.retired) inUse.get(row.register)?.push(row);
  const kept = books.filter((book) => book.standing === 'open');
  const keys = new Map(kept.map(({ template }) => [template.id, new Set((inUse.get(template.id) ?? []).map((row) => row.cells[template.key[0] ?? '']))]));
  return kept.flatMap((book) => {
    const own = inUse.get(book.template.id) ?? [];
    return [...doubles(book, own), ...own.flatMap((row) => cellFaults(book, row, keys))];
  });
}

function doubles(book: FittedBook, rows: readonly Row[]): RowFault[] {
  const { template } = book;
  const unique = template.columns.filter((column) => column.unique && !template.key.includes(column.key));
  const byKey = repeated(rows, (row) => JSON.stringify(template.key.map((key) => row.cells[key] ?? null)));
  const keyColumn = template.columns.find((column) => column.key === template.key[0]);
  return [
    ...byKey.map(([first, second]) => fault(book, second, 'key-twice', keyColumn, labelOf(template, first))),
    ...unique.flatMap((column) =>
      repeated(rows.filter((row) => row.cells[column.key] !== undefined), (row) => String(row.cells[column.key])).map(([first, second]) => fault(book, second, 'value-twice', column, labelOf(template, first))),
    ),
  ];
}

function repeated(rows: readonly Row[], named: (row: Row) => string): readonly (readonly [Row, Row])[] {
  const first = new Map<string, Row>();
  return rows.flatMap((row) => {
    const earlier = first.get(named(row));
    if (earlier === undefined) first.set(named(row), row);
    return earlier === undefined ? [] : [[earlier, row] as const];
  });
}

function cellFaults(book: FittedBook, row: Row, keys: ReadonlyMap<string, ReadonlySet<unknown>>): RowFault[] {
  return book.template.columns.flatMap((column): RowFault[] => {
    if (column.computed !== undefined) return [];
    const cell = row.cells[column.key];
    if (cell === undefined) return column.required ? [fault(book, row, 'blank', column, '')] : [];
    const allowed = column.values;
    if (allowed !== undefined && [cell].flat().some((each) => !allowed.includes(String(each)))) return [fault(book, row, 'value', column, String(cell))];
    const targets = targetIds(column).flatMap((id) => keys.get(id) ?? []);
    return targets.length > 0 && !targets.some((known) => known.has(cell)) ? [fault(book, row, 'reference', column, String(cell))] : [];
  });
}

function fault({ template }: FittedBook, row: Row, kind: RowFault['kind'], column: Column | undefined, other: string): RowFault {
  return { register: template.id, rowId: row.rowId, row: labelOf(template, row), kind, column: column?.title.zh ?? '', other };
}
