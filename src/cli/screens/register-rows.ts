import type { Language, Say } from '#messages/say.js';
import type { BookLine, RowLines } from '#workflows/list-registers.js';
import { tableLines } from '../table.js';

/** The books and whether each is confirmed complete. */
export function bookRows(books: readonly BookLine[], say: Say, width: number): string[] {
  const columns = [{ title: say('column.id') }, { title: say('column.title'), wide: true }, { title: say('column.rows'), align: 'right' as const }, { title: say('column.state') }, { title: say('column.as-of') }];
  return tableLines(columns, books.map((book) => [book.id, book.title, String(book.rows), say(`register-state.${book.state}`), book.asOf ?? '-']), width);
}

/** The rows of one book, personal details masked; as many columns as the screen takes. */
export function rowRows(lines: RowLines, language: Language, say: Say, width: number): string[] {
  const shown = lines.columns.slice(0, 6);
  const columns = shown.map((column) => ({ title: language === 'en' ? column.title.en : column.title.zh, wide: true }));
  const rows = lines.rows.map((row) => shown.map((column) => row.cells[column.key] ?? ''));
  return [...tableLines(columns, rows, width), '', say('register.row-total', { rows: lines.rows.length, columns: lines.columns.length, shown: shown.length })];
}
