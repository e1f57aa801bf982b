import type { RegisterTemplate } from '#domain/register.js';
import { footerRow, totalRow } from '#messages/spellings.js';
import { columnsIn, requiredColumns, type SheetHeader } from './sheet-header.js';
import { isBlankCell, textOf, type Grid, type GridRow } from './sheet-grid.js';

/** Rows of a printed list that are none of the book: sums, lines to sign, headings between the rows, the header again. */
export const passedOver = ['total', 'footer', 'heading', 'header-again'] as const;
export type RowKind = 'row' | 'blank' | (typeof passedOver)[number];

/** What is asked of each row below one header. */
interface Below {
  readonly header: SheetHeader;
  readonly columns: ReturnType<typeof columnsIn>;
  /** Positions that a row of the book fills in. */
  readonly required: readonly number[];
  readonly headings: ReadonlySet<number>;
  readonly signers: readonly string[];
}

/** Tells what a row below the header is. */
export function rowKinds(grid: Grid, header: SheetHeader, template: RegisterTemplate): (row: GridRow, index: number) => RowKind {
  const columns = columnsIn(header);
  const required = requiredColumns(template).flatMap((column) => (columns.includes(column) ? [columns.indexOf(column)] : []));
  const below = { header, columns, required, headings: headingRows(grid, header.body), signers: template.signatures.map((name) => `${name}:`) };
  return (row, index) => {
    const filled = row.cells.flatMap((cell, at) => (isBlankCell(cell) ? [] : [at]));
    if (filled.length === 0) return 'blank';
    if (isHeaderAgain(row, header)) return 'header-again';
    const isWhole = required.length > 1 && required.every((at) => filled.includes(at));
    return isWhole ? 'row' : incompleteKind(row, index, filled, below);
  };
}

function incompleteKind(row: GridRow, index: number, filled: readonly number[], below: Below): RowKind {
  const [first = 0] = filled;
  const text = textOf(row.cells[first]).replaceAll(' ', '');
  if (filled.length === 1 && isBesideRows(first, below)) return besideKind(text);
  if (filled.length === 1 && below.headings.has(index)) return 'heading';
  if (totalRow.test(text)) return 'total';
  return footerRow.test(text) || below.signers.some((name) => text.startsWith(name)) ? 'footer' : 'row';
}

function isBesideRows(at: number, { header, columns }: Below): boolean {
  return columns[at] === undefined && header.meanings[at] !== undefined;
}

// A running number alone is a line that nobody filled in; words there are no row of the book.
function besideKind(text: string): RowKind {
  if (/^\d*$/.test(text)) return 'blank';
  return totalRow.test(text) ? 'total' : 'footer';
}

// One cell merged across the sheet: 一、机关党委.
function headingRows(grid: Grid, body: number): ReadonlySet<number> {
  return new Set(grid.merges.filter(({ startRow, startCol, endCol }) => startRow >= body && endCol - startCol >= 2).map(({ startRow }) => startRow));
}

function isHeaderAgain({ cells }: GridRow, header: SheetHeader): boolean {
  const known = header.names.filter((name, at) => header.meanings[at] !== undefined && name !== '');
  return known.length > 1 && header.names.every((name, at) => header.meanings[at] === undefined || name === textOf(cells[at]));
}
