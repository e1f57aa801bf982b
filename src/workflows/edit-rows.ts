import { AppError, type Problem } from '#domain/app-error.js';
import type { RegisterConfirmation, Row } from '#domain/register.js';
import { readTypedCells } from '#registers/read-typed-row.js';
import { targetIds } from '#registers/resolve-references.js';
import { labelOf } from '#registers/register-facts.js';
import { surveyImport } from '#registers/plan-import.js';
import { changeBooks, originOf, planTyped, type OpenBooks, type WriteOptions } from './change-books.js';
import type { Desk } from './desk.js';
import { keptBook, keyText, rowByKey, rowsInUse } from './open-books.js';

/** What became of one row. */
export interface RowChange {
  readonly register: string;
  readonly title: string;
  readonly key: string;
  readonly revision: number;
  readonly changed: boolean;
}

/** Adds one row; a row with that key is refused, never overwritten. */
export function addRow(desk: Desk, register: string, cells: Readonly<Record<string, string>>, options: WriteOptions): Promise<RowChange> {
  return changeBooks(desk, { kind: 'register.added', by: options.by }, (open) => {
    const { template } = keptBook(register, open.books);
    const { changes } = planTyped(open, register, cells, options);
    const [row] = changes.map(({ value }) => value as Row);
    if (row === undefined || row.revision > 1) throw new AppError('row-key-taken', { register, key: keyText(template, row ?? { cells }) });
    return { changes, result: { register, title: template.title.zh, key: keyText(template, row), revision: 1, changed: true } };
  });
}

/** Changes cells of one row; an empty text clears a cell. */
export function editRow(desk: Desk, register: string, key: string, cells: Readonly<Record<string, string>>, options: WriteOptions): Promise<RowChange> {
  return changeBooks(desk, { kind: 'register.edited', by: options.by }, (open) => {
    const { template } = keptBook(register, open.books);
    const { row, changed } = editedRow(open, register, key, cells, options);
    return {
      changes: changed ? [{ collection: 'rows', id: row.rowId, value: row }] : [],
      result: { register, title: template.title.zh, key: keyText(template, row), revision: row.revision, changed },
    };
  });
}

/** The row of `register` called `key` with other cells; nothing is written yet. */
export function editedRow(open: OpenBooks, register: string, key: string, cells: Readonly<Record<string, string>>, options: WriteOptions = {}): { readonly row: Row; readonly changed: boolean } {
  const { template } = keptBook(register, open.books);
  const before = rowByKey(template, key, open.snapshot);
  const typed = readTypedCells(cells, template);
  const kept = Object.fromEntries(Object.entries(before.cells).filter(([column]) => !typed.columns.includes(column)));
  const whole = { line: 1, columns: Object.keys({ ...before.cells, ...typed.cells }), cells: { ...kept, ...typed.cells } };
  const blank = template.columns.filter((column) => column.required && typed.columns.includes(column.key) && whole.cells[column.key] === undefined);
  if (blank.length > 0) throw invalid(blank.map((column) => ({ code: 'cell-required', params: { line: 1, column: column.title.zh } })));
  const others = Object.values(open.snapshot.rows).filter((row) => row.rowId !== before.rowId);
  const survey = surveyImport(template, [whole], others, originOf(open, '--set', options));
  if (survey.problems.length > 0) throw invalid(survey.problems);
  const [next] = survey.changes.map(({ value }) => value as Row);
  if (next === undefined || next.revision > 1) throw new AppError('row-key-taken', { register, key: keyText(template, whole) });
  const changed = JSON.stringify(sorted(next.cells)) !== JSON.stringify(sorted(before.cells));
  return { row: changed ? { ...next, rowId: before.rowId, revision: before.revision + 1 } : before, changed };
}

/** Takes a row out of use; it stays on record. A row that others still name is refused. */
export function retireRow(desk: Desk, register: string, key: string, options: WriteOptions & { readonly reason: string }): Promise<RowChange> {
  return changeBooks(desk, { kind: 'register.retired', by: options.by }, (open) => {
    const { template } = keptBook(register, open.books);
    const before = rowByKey(template, key, open.snapshot);
    const naming = namedBy(open, register, String(before.cells[template.key[0] ?? ''] ?? ''));
    if (template.key.length === 1 && naming.length > 0) throw new AppError('row-still-named', { key, count: naming.length }, { problems: naming.slice(0, 200) });
    const row: Row = { ...before, revision: before.revision + 1, at: open.at, by: open.by, retired: true, late: options.late ?? false, reason: options.reason };
    return { changes: [{ collection: 'rows', id: row.rowId, value: row }], result: { register, title: template.title.zh, key, revision: row.revision, changed: true } };
  });
}

/** What the officer says of a book. */
export interface Word {
  readonly register: string;
  readonly nil: boolean;
  readonly asOf?: string;
}

/** Records the officer's word that a book is complete as of a day, or that there is nothing to enter. */
export async function confirmBook(desk: Desk, register: string, given: Omit<Word, 'register'> & { readonly by?: string }): Promise<RegisterConfirmation> {
  const [confirmation] = await confirmBooks(desk, [{ ...given, register }], given.by);
  return confirmation as RegisterConfirmation;
}

/** The same for several books: all or none. */
export function confirmBooks(desk: Desk, words: readonly Word[], by?: string): Promise<readonly RegisterConfirmation[]> {
  return changeBooks(desk, { kind: 'register.confirmed', by }, (open) => {
    const confirmations = words.map((word) => confirmationOf(open, word));
    return { changes: confirmations.map((value) => ({ collection: 'confirmations', id: value.register, value })), result: confirmations };
  });
}

function confirmationOf(open: OpenBooks, { register, nil, asOf = open.today }: Word): RegisterConfirmation {
  const { template } = keptBook(register, open.books);
  if (asOf > open.today) throw new AppError('register-future-day', { day: asOf });
  const rows = rowsInUse(register, open.snapshot).length;
  if (nil && rows > 0) throw new AppError('register-nil-with-rows', { register, rows });
  return { register: template.id, asOf, by: open.by, at: open.at, nil: nil || rows === 0, rows };
}

// A book whose rows lead nowhere would be wrong without looking so.
function namedBy(open: OpenBooks, register: string, key: string): Problem[] {
  return open.books.flatMap(({ template }) => {
    const references = template.columns.filter((column) => targetIds(column).includes(register));
    return rowsInUse(template.id, open.snapshot).flatMap((row) =>
      references
        .filter((column) => row.cells[column.key] === key)
        .map((column): Problem => ({ code: 'row-named-here', params: { title: template.title.zh, row: labelOf(template, row), column: column.title.zh } })),
    );
  });
}

function invalid(problems: readonly Problem[]): AppError {
  return new AppError('register-file-invalid', { file: '--set', count: problems.length }, { problems });
}

function sorted(cells: Row['cells']): [string, unknown][] {
  return Object.entries(cells).sort(([left], [right]) => (left < right ? -1 : 1));
}
