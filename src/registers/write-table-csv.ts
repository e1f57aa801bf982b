import { stringify } from 'csv-stringify/sync';
import { withEscape } from './formula-escape.js';
import type { HeadedTable } from './write-table-book.js';

/** A headed table as CSV that Excel opens right: what it is about above an empty line, then the list. All lines are equally long, no cell can become a formula. */
export function writeTableCsv({ title, mark, head, items }: HeadedTable): string {
  const titles = items.columns.map((column) => column.title);
  const above = [[title, mark ?? ''], ...head.rows, []];
  const lines = [...above, titles, ...items.rows].map((line) => titles.map((_, at) => withEscape(line[at] ?? '')));
  return stringify(lines, { bom: true, escape_formulas: true });
}
