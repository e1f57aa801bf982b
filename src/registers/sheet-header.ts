import type { Problem } from '#domain/app-error.js';
import type { Column, RegisterTemplate } from '#domain/register.js';
import { listJoiner } from '#messages/spellings.js';
import { headerName, type HeaderMeaning, type HeaderWords } from './match-header.js';
import { plain } from './normalise-cell.js';
import { textOf, type Grid } from './sheet-grid.js';

/** The header of a sheet: what each position holds. */
export interface SheetHeader {
  readonly line: number;
  /** Index of the first row below it. */
  readonly body: number;
  /** As a person reads it; parts of a header of two rows are joined. */
  readonly names: readonly string[];
  readonly meanings: readonly (HeaderMeaning | undefined)[];
  /** How many columns it names. */
  readonly found: number;
}

const titleRows = 10;
const heights = [1, 2] as const;

/** The one or two rows among the first ten that name most columns; a printed title or 填报单位 may stand above. */
export function findHeader(grid: Grid, words: HeaderWords): SheetHeader | undefined {
  const tops = grid.rows.slice(0, titleRows).map((_row, top) => top);
  // One row first: a line of particulars above the header adds nothing to it.
  const candidates = heights.flatMap((height) => tops.map((top) => ({ header: headerAt(grid, top, height, words), isTall: height === 2 && hasTallCells(grid, top) })));
  const [first, ...others] = candidates;
  if (first === undefined) return undefined;
  const { header } = others.reduce((known, each) => (rank(each) > rank(known) ? each : known), first);
  return header.found === 0 ? undefined : { ...header, body: belowKeys(grid, header.body, words) };
}

function rank({ header, isTall }: { readonly header: SheetHeader; readonly isTall: boolean }): number {
  return header.found * 2 + (isTall ? 1 : 0);
}

// Cells merged over both rows show that the header has two, even where the second names nothing of the book.
function hasTallCells(grid: Grid, top: number): boolean {
  return grid.merges.some(({ startRow, endRow }) => startRow === top && endRow === top + 1);
}

/** The first row as the header, whatever it says: what is wrong with it is told column by column. */
export function firstRowHeader(grid: Grid, words: HeaderWords): SheetHeader {
  return headerAt(grid, 0, 1, words);
}

function headerAt(grid: Grid, top: number, height: 1 | 2, words: HeaderWords): SheetHeader {
  const upper = spreadRight(grid, top);
  const lower = height === 2 ? (grid.rows[top + 1]?.cells ?? []).map(textOf) : [];
  const names = Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => spellingsAt(upper[at], lower[at] ?? ''));
  const certain = names.map((spellings) => words.meaningOf(spellings[0] ?? ''));
  const meanings = names.map((spellings, at) => certain[at] ?? unclaimed(spellings.slice(1), certain, words));
  const found = new Set(meanings.flatMap((meaning) => (meaning === undefined || meaning.kind === 'idle' ? [] : [meaning.column.key]))).size;
  return { line: grid.rows[top]?.line ?? 1, body: top + height, names: names.map(([name]) => name ?? ''), meanings, found };
}

interface UpperName {
  readonly text: string;
  /** True where one cell heads several columns. */
  readonly isGroup: boolean;
}

// The title of a group of columns belongs to each of them.
function spreadRight(grid: Grid, top: number): readonly UpperName[] {
  const names: UpperName[] = (grid.rows[top]?.cells ?? []).map((cell) => ({ text: textOf(cell), isGroup: false }));
  for (const { startRow, startCol, endCol } of grid.merges) {
    if (startRow !== top || startCol === endCol) continue;
    const text = names[startCol]?.text ?? '';
    for (let at = startCol; at <= Math.min(endCol, names.length - 1); at += 1) names[at] = { text, isGroup: true };
  }
  return names;
}

// 责任人 over 编号 is 责任人编号, or 编号 if no other column is; 姓名 over nothing is 姓名; 基本情况 over nothing is no name.
function spellingsAt(upper: UpperName | undefined, lower: string): readonly string[] {
  if (upper === undefined || upper.text === '') return [lower];
  if (lower === '') return upper.isGroup ? [''] : [upper.text];
  return [`${upper.text}${lower}`, lower];
}

function unclaimed(spellings: readonly string[], certain: readonly (HeaderMeaning | undefined)[], words: HeaderWords): HeaderMeaning | undefined {
  const meaning = spellings.map((name) => words.meaningOf(name)).find((each) => each !== undefined);
  const isTaken = meaning !== undefined && meaning.kind !== 'idle' && certain.some((other) => other !== undefined && other.kind !== 'idle' && other.column === meaning.column);
  return isTaken ? undefined : meaning;
}

// The hidden row of keys under the titles.
function belowKeys(grid: Grid, body: number, words: HeaderWords): number {
  const texts = (grid.rows[body]?.cells ?? []).map(textOf).filter((text) => text !== '');
  const areKeys = texts.length > 0 && texts.every((text) => /^[a-z][a-z0-9_]*$/.test(text));
  const known = texts.filter((text) => words.meaningOf(text) !== undefined).length;
  return areKeys && known * 2 > texts.length ? body + 1 : body;
}

/** The column that each position holds; undefined where its cells are not read. */
export function columnsIn(header: SheetHeader): readonly (Column | undefined)[] {
  return header.meanings.map((meaning) => (meaning?.kind === 'column' ? meaning.column : undefined));
}

/** Headers that mean nothing to the book, as they are written. */
export function unknownIn(header: SheetHeader): readonly string[] {
  return [...new Set(header.names.filter((name, at) => header.meanings[at] === undefined && headerName(name) !== '').map(plain))];
}

/** Headers whose cells are deliberately passed over. */
export function idleIn(header: SheetHeader): readonly string[] {
  return [...new Set(header.names.filter((_name, at) => header.meanings[at]?.kind === 'idle').map(plain))];
}

/** Columns that stand twice, and required ones that are missing. */
export function headerProblems(header: SheetHeader, template: RegisterTemplate): readonly Problem[] {
  const { line } = header;
  const columns = columnsIn(header);
  const twice = columns.filter((column, at) => column !== undefined && columns.indexOf(column) !== at);
  const missing = requiredColumns(template).filter((column) => !columns.includes(column));
  return [
    ...twice.map((column): Problem => ({ code: 'csv-column-twice', params: { line, column: column?.title.zh ?? '' } })),
    ...missing.map((column): Problem => ({ code: 'csv-column-missing', params: { line, column: column.title.zh } })),
  ];
}

/** Unknown headers as problems, each with the columns there are: what stands below would be lost without a word. */
export function unknownProblems(names: readonly string[], line: number, template: RegisterTemplate): readonly Problem[] {
  const allowed = template.columns.map((column) => column.title.zh).join(listJoiner);
  return names.map((name): Problem => ({ code: 'csv-unknown-column', params: { line, column: name.slice(0, 30), allowed } }));
}

export function requiredColumns(template: RegisterTemplate): readonly Column[] {
  return template.columns.filter((column) => column.required && column.computed === undefined);
}
