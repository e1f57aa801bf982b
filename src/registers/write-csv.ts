import { stringify } from 'csv-stringify/sync';
import type { Cell, RegisterTemplate } from '#domain/register.js';
import { listJoiner, noWords, yesWords } from '#messages/spellings.js';
import { withEscape } from './formula-escape.js';

/** Rows as CSV that Excel opens right (UTF-8 with BOM) and that no cell can turn into a formula. */
export function writeCsv(rows: readonly Readonly<Record<string, Cell>>[], template: RegisterTemplate): string {
  const header = template.columns.map((column) => column.title.zh);
  const lines = rows.map((row) => template.columns.map((column) => cellValue(row[column.key])));
  return stringify([header, ...lines], { bom: true, escape_formulas: true });
}

// A number stays a number, or a minus sign would be taken for a formula and marked.
function cellValue(cell: Cell | undefined): string | number {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Math.abs(cell) < 1e-6 ? cell.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : cell;
  if (typeof cell === 'boolean') return (cell ? yesWords[0] : noWords[0]) ?? '';
  return withEscape(Array.isArray(cell) ? cell.join(listJoiner) : cell);
}
