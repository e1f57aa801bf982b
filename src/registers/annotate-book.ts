import type { RegisterTemplate } from '#domain/register.js';
import { bookWords } from '#messages/spellings.js';
import { headerName, type HeaderKnowledge } from './match-header.js';
import { tableIn, type BookTable, type OpenedBook } from './read-book.js';
import { columnsIn } from './sheet-header.js';
import { linesOf, looks } from './sheet-layout.js';
import { saveWorkbook, type CellStyle, type SheetCell } from './spreadsheet.js';

/** What is wrong on a line, in words; `column` is the title, key or header of the cell, if one is to blame. */
export interface WordedFault {
  readonly line: number;
  readonly column?: string;
  /** Place of the cell, from 1, where no column is to blame. */
  readonly position?: number;
  readonly text: string;
}

interface PlacedFault {
  readonly row: number;
  readonly at: number | undefined;
  readonly text: string;
}

/** A copy of the officer's sheet with the wrong cells coloured and commented, and the sentences in a last column; `hidden`: keys of columns that are not for people. */
export function annotateBook(book: OpenedBook, template: RegisterTemplate, faults: readonly WordedFault[], given: HeaderKnowledge & { readonly at: string; readonly hidden?: readonly string[] }): Promise<Uint8Array> {
  const table = tableIn(book, template, given);
  const placed = faults.flatMap((fault) => placeOf(fault, table));
  const last = faultColumn(table);
  const rows = table.grid.rows.map(({ cells }) => cells.slice(0, last));
  const told = sentences(placed, table);
  const sheet = {
    name: table.grid.name === '' ? bookWords.faults : table.grid.name,
    rows,
    cells: new Map([...datedCells(rows), ...wrongCells(placed, rows), ...told.map(({ row, ...cell }) => [`${row},${last}`, cell] as const)]),
    merges: table.grid.merges.filter(({ endCol }) => endCol < last),
    columns: [...widthsOf(table, last, given.hidden ?? []), { width: faultWidth }],
    rowDefs: new Map<number, { height?: number; hidden?: boolean }>([...heights(told), ...table.grid.hiddenRows.map((row) => [row, { hidden: true }] as const)]),
    freezePane: { rows: table.header.body },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const,
  };
  return saveWorkbook({ sheets: [sheet], defaultFont: { name: bookWords.font, size: 11 } }, given.at);
}

function widthsOf({ grid, header }: BookTable, count: number, hidden: readonly string[]): { readonly width: number; readonly hidden?: boolean }[] {
  const columns = columnsIn(header);
  return Array.from({ length: count }, (_, at) => ({ width: grid.widths[at] ?? 14, ...(hidden.includes(columns[at]?.key ?? '') && { hidden: true }) }));
}

// The column of an earlier copy is written anew, never doubled.
function faultColumn({ header, grid }: BookTable): number {
  const known = header.names.findIndex((name) => headerName(name) === bookWords.faults);
  if (known >= 0) return known;
  const lastOf = (cells: readonly SheetCell[]): number => cells.findLastIndex((cell) => cell !== null && cell !== '') + 1;
  return grid.rows.reduce((most, { cells }) => Math.max(most, lastOf(cells)), header.names.length > 0 ? 1 : 0);
}

function placeOf({ line, column = '', position, text }: WordedFault, { grid, header }: BookTable): PlacedFault[] {
  const row = grid.rows.findIndex((each) => each.line === line);
  if (row < 0) return [];
  const at = column === '' ? (position ?? 0) - 1 : columnsIn(header).findIndex((each, index) => [each?.title.zh, each?.key, header.names[index]].includes(column));
  return [{ row, at: at < 0 ? undefined : at, text }];
}

type Drawn = { value: SheetCell; style: CellStyle; comment?: { readonly author: string; readonly text: string } };

// A moment shows its clock too.
function datedCells(rows: readonly (readonly SheetCell[])[]): (readonly [string, Drawn])[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((value, at) => (value instanceof Date && value.getTime() % 86_400_000 !== 0 ? [[`${row},${at}`, { value, style: { numFmt: 'yyyy-mm-dd hh:mm' } }] as const] : [])),
  );
}

function wrongCells(placed: readonly PlacedFault[], rows: readonly (readonly SheetCell[])[]): (readonly [string, Drawn])[] {
  const texts = new Map<string, string>();
  for (const { row, at, text } of placed) {
    if (at !== undefined) texts.set(`${row},${at}`, joined(texts.get(`${row},${at}`), text));
  }
  return [...texts].map(([key, text]) => {
    const [row = 0, at = 0] = key.split(',').map(Number);
    return [key, { value: rows[row]?.[at] ?? null, style: looks.fault, comment: commentOf(text) }] as const;
  });
}

const faultWidth = 60;

function heights(told: readonly (Drawn & { readonly row: number })[]): (readonly [number, { readonly height: number }])[] {
  return told.map(({ row, value }) => [row, { height: 5 + 15 * linesOf(String(value), faultWidth) }] as const);
}

function sentences(placed: readonly PlacedFault[], { grid, header }: BookTable): (Drawn & { readonly row: number })[] {
  const texts = new Map<number, string>();
  const top = grid.rows.findIndex(({ line }) => line === header.line);
  for (const { row, text } of placed) {
    const to = row > top && row < header.body ? top : row;
    texts.set(to, joined(texts.get(to), text));
  }
  const inHeader = texts.get(top);
  // What is wrong with the header itself stays out of its words, or the copy could not be read.
  const title = { row: top, value: bookWords.faults, style: inHeader === undefined ? looks.header : looks.fault, ...(inHeader === undefined ? {} : { comment: commentOf(inHeader) }) };
  return [title, ...[...texts].filter(([row]) => row !== top).map(([row, text]) => ({ row, value: text, style: looks.plain }))];
}

function commentOf(text: string): { readonly author: string; readonly text: string } {
  return { author: 'zicha', text };
}

function joined(before: string | undefined, text: string | undefined): string {
  return [before, text].filter((part) => part !== undefined && part !== '').join('\n');
}
