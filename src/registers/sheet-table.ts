import { AppError, type Problem } from '#domain/app-error.js';
import type { Column, RegisterTemplate } from '#domain/register.js';
import { columnsIn, requiredColumns, type SheetHeader } from './sheet-header.js';
import { readSheetCell } from './sheet-cell.js';
import { filledDown, isBlankCell, textOf, type Grid, type GridRow } from './sheet-grid.js';
import { passedOver, rowKinds } from './sheet-row-kind.js';
import { readingOf, type ReadCell, type ReadRow, type RowFrame, type RowReading } from './sheet-row.js';
import type { SheetCell } from './spreadsheet.js';

/** A line of the file that is no row of the book, and what it was taken for. */
export interface SkippedLine {
  readonly line: number;
  readonly kind: (typeof passedOver)[number];
}

/** The rows under a header, and what is wrong in which cell. */
export interface ReadTable {
  readonly rows: readonly ReadRow[];
  readonly problems: readonly Problem[];
  readonly skipped: readonly SkippedLine[];
  /** Titles of columns with content that this machine may not hold. */
  readonly dropped: readonly string[];
}

/** Of more faults than these nobody mends one by one: the rest is not kept, so that a wrong file does not fill the memory. */
export const tableLimits = { rows: 50_000, columns: 80, problems: 20_000 } as const;

/** Reads what stands below the header. A row with a problem is among the rows too: whether any is written is decided by who reads the problems. */
export function readTable(grid: Grid, header: SheetHeader, template: RegisterTemplate, file: string): ReadTable {
  const columns = columnsIn(header);
  const body = grid.rows.slice(header.body);
  const kindOf = rowKinds(grid, header, template);
  const kinds = body.map((row, index) => kindOf(row, header.body + index));
  refuseTooMuch(header, kinds.filter((kind) => kind === 'row').length, file);
  const required = requiredColumns(template).filter((column) => columns.includes(column));
  const frame = { keys: columns.flatMap((column) => (column === undefined ? [] : [column.key])), required };
  const cellsAt = filledDown(grid, header.body);
  const rows: ReadRow[] = [];
  const problems: Problem[] = [];
  body.forEach((row, at) => {
    if (kinds[at] !== 'row') return;
    const index = header.body + at;
    const reading = readRow({ ...row, cells: cellsAt(index) }, index, grid, header, columns, frame);
    rows.push(reading.row);
    if (problems.length < tableLimits.problems) problems.push(...reading.problems);
  });
  return {
    rows,
    problems,
    skipped: body.flatMap(({ line }, index) => passedOver.filter((kind) => kind === kinds[index]).map((kind) => ({ line, kind }))),
    dropped: droppedIn(header, body, kinds),
  };
}

function refuseTooMuch(header: SheetHeader, rows: number, file: string): void {
  const { line } = header;
  const width = header.names.length;
  const problems: Problem[] = [
    ...(width > tableLimits.columns ? [{ code: 'csv-too-many-columns' as const, params: { line, columns: width, limit: tableLimits.columns } }] : []),
    ...(rows > tableLimits.rows ? [{ code: 'csv-too-many-rows' as const, params: { line, rows, limit: tableLimits.rows } }] : []),
  ];
  if (problems.length > 0) throw new AppError('register-file-invalid', { file, count: problems.length }, { problems });
}

function readRow(
  { line, cells }: GridRow,
  index: number,
  grid: Grid,
  header: SheetHeader,
  columns: readonly (Column | undefined)[],
  frame: RowFrame,
): RowReading {
  const read: ReadCell[] = [];
  const stray: Problem[] = [];
  for (let at = 0; at < Math.max(cells.length, columns.length); at += 1) {
    const cell = cells[at] ?? null;
    const column = columns[at];
    if (column !== undefined) read.push(readAt(column, cell, grid, `${index},${at}`));
    else if (header.meanings[at] === undefined && (header.names[at] ?? '') === '' && !isBlankCell(cell)) stray.push({ code: 'csv-cell-without-column', params: { line, position: at + 1 } });
  }
  const { row, problems } = readingOf(read, line, frame);
  return { row, problems: [...stray, ...problems] };
}

function readAt(column: Column, cell: SheetCell, grid: Grid, at: string): ReadCell {
  if (cell === null && grid.unreckoned.has(at)) return { column, raw: '', result: { code: 'cell-formula-without-value' } };
  const raw = typeof cell === 'string' ? cell : textOf(cell);
  return { column, raw, result: readSheetCell(column, cell, grid.is1904) };
}

function droppedIn(header: SheetHeader, body: readonly GridRow[], kinds: readonly string[]): readonly string[] {
  return header.meanings.flatMap((meaning, at) => {
    const isFilled = (): boolean => body.some(({ cells }, index) => kinds[index] === 'row' && !isBlankCell(cells[at]));
    return meaning?.kind === 'withheld' && isFilled() ? [meaning.column.title.zh] : [];
  });
}
