import stringWidth from 'string-width';
import type { Language, Say } from '#messages/say.js';
import type { BookLine, KindLine, RowLines } from '#workflows/list-registers.js';
import { labelled } from '../labelled.js';
import { tableLines } from '../table.js';

/** The books that are kept, and whether each is confirmed complete. */
export function bookRows(books: readonly BookLine[], say: Say, width: number): string[] {
  if (books.length === 0) return [say('register.none')];
  const columns = [{ title: say('column.id') }, { title: say('column.title'), wide: true }, { title: say('column.rows'), align: 'right' as const }, { title: say('column.state') }, { title: say('column.as-of') }];
  return tableLines(columns, books.map((book) => [book.id, book.title, String(book.rows), say(`register-state.${book.state}`), book.asOf ?? '-']), width);
}

/** Every kind of book, and whether it may be kept on this machine. */
export function kindRows(kinds: readonly KindLine[], say: Say, width: number): string[] {
  const columns = [{ title: say('column.form') }, { title: say('column.id') }, { title: say('column.title'), wide: true }, { title: say('column.rows'), align: 'right' as const }, { title: say('column.standing') }];
  const standing = (kind: KindLine): string => (kind.standing === 'open' && kind.numbersOnly ? say('standing.numbers-only') : say(`standing.${kind.standing}`));
  const line = (kind: KindLine): string[] => [kind.form ?? '-', kind.id, kind.title, String(kind.rows), standing(kind)];
  const lines = tableLines(columns, kinds.map(line), width);
  const families = kinds.map((kind, index) => (kind.group === kinds[index - 1]?.group ? [] : ['', say(`register-group.${kind.group}`)]));
  return [...lines.slice(0, 1), ...lines.slice(1).flatMap((text, index) => [...(families[index] ?? []), text]), '', say('register.kind-total', { kinds: kinds.length })];
}

/** The rows of one book; as many columns as the screen takes. */
export function rowRows(lines: RowLines, limit: number, language: Language, say: Say, width: number): string[] {
  const title = (column: RowLines['columns'][number]): string => (language === 'en' ? column.title.en : column.title.zh);
  const listed = lines.rows.slice(0, limit);
  const shown = fitting(telling(lines), (column) => Math.max(stringWidth(title(column)), ...listed.map((row) => stringWidth(row.cells[column.key] ?? ''))), width);
  const rows = listed.map((row) => shown.map((column) => row.cells[column.key] ?? ''));
  return [...tableLines(shown.map((column) => ({ title: title(column), wide: true })), rows, width), '', say('register.row-total', { rows: lines.rows.length, columns: lines.columns.length, shown: shown.length })];
}

type Shown = RowLines['columns'][number];

const hidden = '***';

// What a person looks for first: number, name, state; then whatever is filled in and not masked throughout.
function telling({ columns, rows }: RowLines): readonly Shown[] {
  const isTelling = (column: Shown): boolean => rows.length === 0 || rows.some((row) => ![undefined, hidden].includes(row.cells[column.key]));
  const first = columns.filter((column) => column.isKey || column.isLabel || column.key === 'state');
  return [...first.filter((column) => column.isKey), ...first.filter((column) => !column.isKey), ...columns.filter((column) => !first.includes(column) && isTelling(column))];
}

const widest = 24;

// As many columns as stand side by side without being cut much; never fewer than two.
function fitting(columns: readonly Shown[], widthOf: (column: Shown) => number, width: number): readonly Shown[] {
  let left = width;
  return columns.filter((column, index) => {
    left -= Math.min(widest, widthOf(column)) + 2;
    return left >= -2 || index < 2;
  });
}

/** One row, a line a column. */
export function rowPage(lines: RowLines, language: Language, say: Say, width: number): string[] {
  return lines.rows.flatMap((row) => [
    `${lines.title}  ${row.key}  ${say('register.revision', { revision: row.revision })}${row.late ? `  ${say('register.late')}` : ''}`,
    ...labelled(lines.columns.map((column) => [language === 'en' ? column.title.en : column.title.zh, row.cells[column.key] ?? '-'] as const), width),
  ]);
}
