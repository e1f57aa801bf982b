import { CsvError, parse } from 'csv-parse/sync';
import { AppError, type Problem } from '#domain/app-error.js';
import type { Cell, Column, RegisterTemplate } from '#domain/register.js';
import { decodeCsv } from './decode-csv.js';
import { headerPosition, matchHeader, type CsvRecord } from './match-header.js';
import { normaliseCell, plain } from './normalise-cell.js';
import { withoutEscape } from './formula-escape.js';

/** Column key → value; blank cells are absent. */
export type Cells = Readonly<Record<string, Cell>>;

/** A row of a file with the line it begins on and the columns its file has: the others say nothing about it. */
export interface ReadRow {
  readonly line: number;
  readonly columns: readonly string[];
  readonly cells: Cells;
}

const limits = { bytes: 10 * 1024 * 1024, rows: 50_000, columns: 80, recordCharacters: 1_000_000 };
const mostProblems = 200;

/** The rows of a CSV file (UTF-8 or GB 18030); one wrong cell and none is returned, each with line, column and cure. */
export function readCsv(bytes: Uint8Array, template: RegisterTemplate, file: string): readonly ReadRow[] {
  if (bytes.length > limits.bytes) throw new AppError('file-too-large', { file, bytes: bytes.length, limit: limits.bytes });
  const records = recordsOf(decodeCsv(bytes, file), file);
  const position = headerPosition(records, template);
  const header = records[position];
  if (header === undefined || header.cells.every(isBlank)) throw refused(file, [{ code: 'csv-no-header', params: { line: 1 } }]);
  const body = records.slice(position + 1).filter((record) => !record.cells.every(isBlank));
  const { columns, problems } = matchHeader(header, template);
  const wrongSize = sizeProblems(header, body.length);
  if (wrongSize.length + problems.length > 0) throw refused(file, [...wrongSize, ...problems]);
  const read = body.map((record) => readRecord(record, columns, template));
  const wrong = read.flatMap((row) => row.problems);
  if (wrong.length > 0) throw refused(file, wrong);
  return read.map((row) => row.row);
}

function refused(file: string, problems: readonly Problem[]): AppError {
  return new AppError('register-file-invalid', { file, count: problems.length }, { problems: problems.slice(0, mostProblems) });
}

function recordsOf(text: string, file: string): CsvRecord[] {
  const options = {
    bom: true,
    relax_column_count: true,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.recordCharacters,
  };
  try {
    const parsed = parse(text, options) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
    // The reader tells the line a record ends on; a person looks for the one it begins on.
    return parsed.map(({ record }, index) => ({ line: (parsed[index - 1]?.info.lines ?? 0) + 1, cells: record }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw refused(file, [{ code: 'csv-syntax', params: { line: (cause as { lines?: number }).lines ?? 1, detail: cause.code } }]);
  }
}

function isBlank(cell: string): boolean {
  return plain(cell) === '';
}

function sizeProblems(header: CsvRecord, rows: number): Problem[] {
  const { line } = header;
  return [
    ...(header.cells.length > limits.columns
      ? [{ code: 'csv-too-many-columns' as const, params: { line, columns: header.cells.length, limit: limits.columns } }]
      : []),
    ...(rows > limits.rows ? [{ code: 'csv-too-many-rows' as const, params: { line, rows, limit: limits.rows } }] : []),
  ];
}

function readRecord(
  record: CsvRecord,
  columns: readonly (Column | undefined)[],
  template: RegisterTemplate,
): { readonly row: ReadRow; readonly problems: readonly Problem[] } {
  const stray = record.cells.flatMap((cell, index): Problem[] =>
    columns[index] === undefined && !isBlank(cell)
      ? [{ code: 'csv-cell-without-column', params: { line: record.line, position: index + 1 } }]
      : [],
  );
  const given = columns.flatMap((column, index) =>
    column === undefined ? [] : [{ column, raw: withoutEscape(record.cells[index] ?? '') }],
  );
  const { row, problems } = readGiven(given, record.line, template);
  return { row, problems: [...stray, ...problems] };
}

/** Reads the cells that are given for one row; a required column that stays blank is a problem. */
export function readGiven(
  given: readonly { readonly column: Column; readonly raw: string }[],
  line: number,
  template: RegisterTemplate,
): { readonly row: ReadRow; readonly problems: readonly Problem[] } {
  const read = given.map(({ column, raw }) => ({ column, raw, result: normaliseCell(column, raw) }));
  const unreadable = read.flatMap(({ column, raw, result }): Problem[] =>
    'code' in result
      ? [{ code: result.code, params: { line, column: column.title.zh, value: shownValue(column, raw), allowed: result.allowed ?? '' } }]
      : [],
  );
  const cells = Object.fromEntries(
    read.flatMap(({ column, result }) => ('cell' in result && result.cell !== undefined ? [[column.key, result.cell] as const] : [])),
  );
  const failed = read.filter(({ result }) => 'code' in result).map(({ column }) => column);
  const blank = template.columns
    .filter((column) => column.required && cells[column.key] === undefined && !failed.includes(column))
    .map((column): Problem => ({ code: 'cell-required', params: { line, column: column.title.zh } }));
  return { row: { line, columns: given.map(({ column }) => column.key), cells }, problems: [...unreadable, ...blank] };
}

// The sentence quotes what was typed, but never a personal detail.
function shownValue(column: Column, raw: string): string {
  return column.personal ? '***' : plain(raw).slice(0, 30);
}
