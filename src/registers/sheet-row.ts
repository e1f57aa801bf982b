import type { Problem } from '#domain/app-error.js';
import type { Cell, Column, RegisterTemplate } from '#domain/register.js';
import { normaliseCell, plain, type NormalisedCell } from './normalise-cell.js';
import { requiredColumns } from './sheet-header.js';

/** Column key → value; blank cells are absent. */
export type Cells = Readonly<Record<string, Cell>>;

/** A row of a file with the line it begins on and the columns its file has: the others say nothing about it. */
export interface ReadRow {
  readonly line: number;
  readonly columns: readonly string[];
  readonly cells: Cells;
}

/** A cell of a row as it was read, and what stood there, for the sentence about it. */
export interface ReadCell {
  readonly column: Column;
  readonly raw: string;
  readonly result: NormalisedCell;
}

export interface RowReading {
  readonly row: ReadRow;
  readonly problems: readonly Problem[];
}

/** Reads the cells that are given for one row; a required column that stays blank is a problem. */
export function readGiven(given: readonly { readonly column: Column; readonly raw: string }[], line: number, template: RegisterTemplate): RowReading {
  const read = given.map(({ column, raw }) => ({ column, raw, result: normaliseCell(column, raw) }));
  return readingOf(read, line, { keys: given.map(({ column }) => column.key), required: requiredColumns(template) });
}

/** What every row of one file has in common. */
export interface RowFrame {
  readonly keys: readonly string[];
  readonly required: readonly Column[];
}

/** The row that these cells make, and what is wrong with it. */
export function readingOf(read: readonly ReadCell[], line: number, { keys, required }: RowFrame): RowReading {
  const cells: Record<string, Cell> = {};
  const problems: Problem[] = [];
  const failed = new Set<string>();
  for (const { column, raw, result } of read) {
    if ('code' in result) {
      failed.add(column.key);
      problems.push({ code: result.code, params: { line, column: column.title.zh, value: shownValue(column, raw), allowed: result.allowed ?? '' } });
    } else if (result.cell !== undefined) cells[column.key] = result.cell;
  }
  for (const column of required) {
    if (cells[column.key] === undefined && !failed.has(column.key)) problems.push({ code: 'cell-required', params: { line, column: column.title.zh } });
  }
  return { row: { line, columns: keys, cells }, problems };
}

// The sentence quotes what was typed, but never a personal detail.
function shownValue(column: Column, raw: string): string {
  return column.personal ? '***' : plain(raw).slice(0, 30);
}
