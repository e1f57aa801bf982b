import type { Cell, Column, Computed, RegisterTemplate } from '#domain/register.js';
import { passes } from './row-filter.js';

type Cells = Readonly<Record<string, Cell>>;
type Total = Extract<Computed, { readonly total: unknown }>;

/** A book with its rows as they may be seen here: row id → cells. */
export interface OpenBook {
  readonly template: RegisterTemplate;
  readonly rows: ReadonlyMap<string, Cells>;
}

/** Register → row id → cells, reckoned columns included; what a row had typed in such a column does not count. `year` is the year at hand. */
export function reckonBooks(books: ReadonlyMap<string, OpenBook>, year: string): ReadonlyMap<string, ReadonlyMap<string, Cells>> {
  const typed = new Map([...books].map(([id, { template, rows }]) => [id, mapRows(rows, (cells) => withoutReckoned(template, cells))]));
  // In this order: a total may filter by a cell that was looked up, and a target is held against a total.
  const lookedUp = eachBook(books, typed, 'lookup', (template, column, book) => lookups(column, template, books, book));
  const totalled = eachBook(books, lookedUp, 'total', (template, column, book) => totals(column, template, book, year));
  return eachBook(books, totalled, 'reached', (_template, { computed }) => (cells) => reached(computed, cells));
}

type Reckoned = ReadonlyMap<string, ReadonlyMap<string, Cells>>;
type ReckonRow = (cells: Cells) => Cell | undefined;

function eachBook(
  books: ReadonlyMap<string, OpenBook>,
  known: Reckoned,
  kind: 'lookup' | 'total' | 'reached',
  reckoner: (template: RegisterTemplate, column: Column, known: Reckoned) => ReckonRow,
): Reckoned {
  return new Map(
    [...known].map(([id, rows]) => {
      const template = books.get(id)?.template;
      const columns = template?.columns.filter(({ computed }) => computed !== undefined && kind in computed) ?? [];
      if (template === undefined || columns.length === 0) return [id, rows];
      const reckoners = columns.map((column) => [column.key, reckoner(template, column, known)] as const);
      return [id, mapRows(rows, (cells) => ({ ...cells, ...reckonedCells(cells, reckoners) }))];
    }),
  );
}

function reckonedCells(cells: Cells, reckoners: readonly (readonly [string, ReckonRow])[]): Cells {
  return Object.fromEntries(
    reckoners.flatMap(([key, reckon]) => {
      const value = reckon(cells);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function lookups({ computed }: Column, template: RegisterTemplate, books: ReadonlyMap<string, OpenBook>, known: Reckoned): ReckonRow {
  if (computed === undefined || !('lookup' in computed)) return () => undefined;
  const reference = template.columns.find((column) => column.key === computed.lookup);
  const targets = [reference?.register ?? []].flat();
  const found = new Map(
    targets.flatMap((id) => {
      const key = books.get(id)?.template.key[0] ?? '';
      return [...(known.get(id)?.values() ?? [])].map((cells) => [String(cells[key]), cells[computed.take]] as const);
    }),
  );
  return (cells) => found.get(String(cells[computed.lookup]));
}

function totals({ computed }: Column, template: RegisterTemplate, known: Reckoned, year: string): ReckonRow {
  if (computed === undefined || !('total' in computed)) return () => undefined;
  const parts = computed.total.map((part) => partialTotal(part, template, known, year));
  return (cells) => round(parts.reduce((sum, part) => sum + part(cells), 0));
}

function partialTotal(part: Total['total'][number], template: RegisterTemplate, known: Reckoned, year: string): (cells: Cells) => number {
  const link = template.links['count' in part ? part.count : part.sum];
  if (link === undefined) return () => 0;
  const index = indexBy(known.get(link.register), link.by);
  const from = link.of ?? template.key[0] ?? '';
  return (counting) => {
    const rows = (index.get(String(counting[from] ?? '')) ?? []).filter((cells) => passes(part.where, cells, year, counting));
    return 'count' in part ? rows.length : rows.reduce((sum, cells) => sum + numberIn(cells[part.of]), 0);
  };
}

function reached(computed: Column['computed'], cells: Cells): boolean | undefined {
  if (computed === undefined || !('reached' in computed)) return undefined;
  const [value, target] = [cells[computed.reached], cells[computed.target]];
  return typeof value === 'number' && typeof target === 'number' ? value >= target : undefined;
}

function numberIn(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}

// Hours are typed in tenths and quarters: sums of them show no dust of binary fractions.
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Rows by the text of one cell; blank ones are left out. */
export function indexBy<C extends Cells>(rows: ReadonlyMap<string, C> | undefined, column: string): ReadonlyMap<string, readonly C[]> {
  const index = new Map<string, C[]>();
  for (const cells of rows?.values() ?? []) {
    const key = cells[column];
    if (key === undefined) continue;
    const known = index.get(String(key));
    if (known === undefined) index.set(String(key), [cells]);
    else known.push(cells);
  }
  return index;
}

function withoutReckoned(template: RegisterTemplate, cells: Cells): Cells {
  const reckoned = template.columns.filter((column) => column.computed !== undefined && column.key in cells);
  return reckoned.length === 0 ? cells : Object.fromEntries(Object.entries(cells).filter(([key]) => !reckoned.some((column) => column.key === key)));
}

function mapRows(rows: ReadonlyMap<string, Cells>, change: (cells: Cells) => Cells): ReadonlyMap<string, Cells> {
  return new Map([...rows].map(([rowId, cells]) => [rowId, change(cells)]));
}
