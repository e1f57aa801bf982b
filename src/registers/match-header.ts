import type { Problem } from '#domain/app-error.js';
import type { Column, RegisterTemplate } from '#domain/register.js';
import { listJoiner } from '#messages/spellings.js';
import { plain } from './normalise-cell.js';

/** A record of a file and the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Which column each position of a file holds; undefined where the header is blank. */
export interface MatchedHeader {
  readonly columns: readonly (Column | undefined)[];
  readonly problems: readonly Problem[];
}

const titleRows = 10;

/** Position of the header: the first row that names two columns; a printed title or 填报单位 may stand above it. */
export function headerPosition(records: readonly CsvRecord[], template: RegisterTemplate): number {
  const names = columnNames(template);
  const enough = Math.min(2, template.columns.length);
  const found = records
    .slice(0, titleRows)
    .findIndex((record) => record.cells.filter((cell) => names.has(headerName(cell))).length >= enough);
  return Math.max(0, found);
}

/** Matches header cells by title, English title, key or synonym, never by position. */
export function matchHeader(header: CsvRecord, template: RegisterTemplate): MatchedHeader {
  const names = columnNames(template);
  const columns = header.cells.map((name) => names.get(headerName(name)));
  const { line } = header;
  const allowed = template.columns.map((column) => column.title.zh).join(listJoiner);
  const unknown = header.cells.filter((name, index) => columns[index] === undefined && plain(name) !== '');
  const twice = columns.filter((column, index) => column !== undefined && columns.indexOf(column) !== index);
  const missing = template.columns.filter((column) => column.required && !columns.includes(column));
  return {
    columns,
    problems: [
      ...unknown.map((name): Problem => ({ code: 'csv-unknown-column', params: { line, column: plain(name).slice(0, 30), allowed } })),
      ...twice.map((column): Problem => ({ code: 'csv-column-twice', params: { line, column: column?.title.zh ?? '' } })),
      ...missing.map((column): Problem => ({ code: 'csv-column-missing', params: { line, column: column.title.zh } })),
      ...columns.flatMap((column): Problem[] =>
        column?.maybeSecret === true ? [{ code: 'csv-column-refused', params: { line, column: column.title.zh } }] : [],
      ),
    ],
  };
}

/** The column that a person calls `name`, if there is one. */
export function columnNamed(name: string, template: RegisterTemplate): Column | undefined {
  return columnNames(template).get(headerName(name));
}

// A title outranks another column's synonym, so synonyms come first and are overwritten.
function columnNames(template: RegisterTemplate): ReadonlyMap<string, Column> {
  const synonyms = template.columns.flatMap((column) => column.synonyms.map((name) => [headerName(name), column] as const));
  const titles = template.columns.flatMap((column) =>
    [column.key, column.title.en, column.title.zh].map((name) => [headerName(name), column] as const),
  );
  return new Map([...synonyms, ...titles]);
}

function headerName(name: string): string {
  return plain(name).toLowerCase().replace(/[\s*]/g, '');
}
