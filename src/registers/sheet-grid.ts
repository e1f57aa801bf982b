import { withoutEscape } from './formula-escape.js';
import { plain } from './normalise-cell.js';
import type { Merge, OpenedSheet, SheetCell } from './spreadsheet.js';

/** One row of a file and the line on which a person finds it. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly SheetCell[];
}

/** The cells of one sheet, or of a CSV file: what reading a book starts from. */
export interface Grid {
  /** Name of the sheet; that of a CSV file is empty. */
  readonly name: string;
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
  readonly unreckoned: ReadonlySet<string>;
  readonly is1904: boolean;
  readonly widths: readonly (number | undefined)[];
  readonly hiddenRows: readonly number[];
}

/** Records of a CSV file as a grid; the mark that keeps a cell from being a formula is taken off. */
export function gridOfRecords(records: readonly { readonly line: number; readonly cells: readonly string[] }[]): Grid {
  const rows = records.map(({ line, cells }) => ({ line, cells: cells.map(withoutEscape) }));
  return { name: '', rows, merges: [], unreckoned: new Set(), is1904: false, widths: [], hiddenRows: [] };
}

export function gridOfSheet({ rows, ...sheet }: OpenedSheet, is1904: boolean): Grid {
  return { ...sheet, rows: rows.map((cells, index) => ({ line: index + 1, cells })), is1904 };
}

/** The words in a cell, blanks trimmed; a day as ISO text. */
export function textOf(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : plain(String(cell));
}

export function isBlankCell(cell: SheetCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && plain(cell) === '');
}

/** Rows of the body with cells that were merged downwards given to each row they cover; a merge to the right stays where it begins. */
export function filledDown(grid: Grid, body: number): (index: number) => readonly SheetCell[] {
  const filled = new Map<number, SheetCell[]>();
  const cellsAt = (index: number): readonly SheetCell[] => filled.get(index) ?? grid.rows[index]?.cells ?? [];
  for (const { startRow, endRow, startCol } of grid.merges.filter((merge) => merge.startRow >= body)) {
    const value = cellsAt(startRow)[startCol] ?? null;
    for (let index = startRow + 1; index <= Math.min(endRow, grid.rows.length - 1); index += 1) {
      if (isBlankCell(cellsAt(index)[startCol])) filled.set(index, withCell(cellsAt(index), startCol, value));
    }
  }
  return cellsAt;
}

function withCell(cells: readonly SheetCell[], at: number, value: SheetCell): SheetCell[] {
  return Array.from({ length: Math.max(cells.length, at + 1) }, (_, index) => (index === at ? value : (cells[index] ?? null)));
}
