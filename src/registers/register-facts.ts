import { createHash } from 'node:crypto';
import type { Link, RegisterConfirmation, RegisterTemplate, Row } from '#domain/register.js';
import type { RegisterFact, RowView } from '#domain/register-fact.js';
import { sourcesOf, type FittedBook } from './fit-template.js';
import { maskCell } from './mask.js';
import { indexBy, reckonBooks } from './reckon.js';

/** All that the books say on one day. */
export interface BooksOnFile {
  readonly books: readonly FittedBook[];
  readonly rows: readonly Row[];
  readonly confirmations: readonly RegisterConfirmation[];
  /** `YYYY`: what is reckoned for this year is reckoned for this one. */
  readonly year: string;
}

/** The office's books as judging sees them: rows of today, reckoned columns, links resolved through an index, state of confirmation. */
export function registerFacts(onFile: BooksOnFile): Readonly<Record<string, RegisterFact>> {
  const said = new Map(onFile.confirmations.map((confirmation) => [confirmation.register, confirmation]));
  const books = openBooks(onFile);
  return Object.fromEntries(onFile.books.map(({ template }) => [template.id, factOf(template.id, books, said.get(template.id))]));
}

/** How a row is named to a person: its number and its masked name. */
export function labelOf(template: RegisterTemplate, row: Pick<Row, 'cells'>): string {
  const names = [...new Set([template.key[0] ?? '', template.label])];
  return names
    .flatMap((name) => {
      const column = template.columns.find((each) => each.key === name);
      const value = row.cells[name];
      return column === undefined || value === undefined ? [] : [maskCell(column, value)];
    })
    .join(' ');
}

interface Book {
  readonly fitted: FittedBook;
  readonly rows: readonly Row[];
  /** Cells without the columns that this machine must not hold, with the reckoned ones. */
  readonly visible: ReadonlyMap<string, Row['cells']>;
  /** The last moment (ms) a row came, changed or went; undefined where none ever stood. */
  readonly changedAt: number | undefined;
}

type Books = ReadonlyMap<string, Book>;

/** Rows in use of every book with what may be seen of them here, reckoned columns included. */
export function visibleRows(onFile: Omit<BooksOnFile, 'confirmations'>): ReadonlyMap<string, readonly { readonly row: Row; readonly cells: Row['cells'] }[]> {
  return new Map([...openBooks(onFile)].map(([id, { rows, visible }]) => [id, rows.map((row) => ({ row, cells: visible.get(row.rowId) ?? {} }))]));
}

function openBooks({ books, rows, year }: Omit<BooksOnFile, 'confirmations'>): Books {
  const all = new Map<string, Row[]>(books.map(({ template }) => [template.id, []]));
  for (const row of rows) all.get(row.register)?.push(row);
  const inUse = new Map([...all].map(([id, own]) => [id, own.filter((row) => !row.retired)]));
  const reckoned = reckonBooks(
    new Map(books.map(({ template }) => [template.id, { template, rows: new Map((inUse.get(template.id) ?? []).map((row) => [row.rowId, held(row.cells, template)])) }])),
    year,
  );
  return new Map(
    books.map((fitted) => {
      const { id } = fitted.template;
      const changedAt = all.get(id)?.reduce<number | undefined>((latest, row) => Math.max(latest ?? 0, Date.parse(row.at)), undefined);
      return [id, { fitted, rows: inUse.get(id) ?? [], visible: reckoned.get(id) ?? new Map<string, Row['cells']>(), changedAt }];
    }),
  );
}

function held(cells: Row['cells'], template: RegisterTemplate): Row['cells'] {
  const keys = new Set(template.columns.map((column) => column.key));
  const entries = Object.entries(cells);
  return entries.every(([key]) => keys.has(key)) ? cells : Object.fromEntries(entries.filter(([key]) => keys.has(key)));
}

function factOf(id: string, books: Books, confirmation: RegisterConfirmation | undefined): RegisterFact {
  const book = books.get(id);
  if (book === undefined) throw new RangeError(id);
  const { fitted: { template, hidden }, rows, visible, changedAt } = book;
  const links = Object.entries(template.links).filter(([, link]) => isHeld(link, template, books));
  const resolved = links.map(([name, link]) => resolve(name, link, template, books));
  const valid = confirmation !== undefined && stillHolds(confirmation, rows.length, changedAt);
  return {
    register: id,
    title: template.title.zh,
    ...(valid ? { state: confirmation.nil ? 'nil' : 'confirmed', asOf: confirmation.asOf } : { state: 'unconfirmed' }),
    rows: rows.map((row) => viewOf(template, row, visible.get(row.rowId) ?? {}, resolved)),
    hiddenColumns: [...hidden, ...Object.keys(template.links).filter((name) => !links.some(([held]) => held === name))],
    digest: digestOf(rows),
    links: { ...Object.fromEntries(links.map(([name, link]) => [name, [link.register]])), ...booksBehindColumns(template) },
  };
}

// A reckoned column says something of the books it is made from: their completeness counts too.
function booksBehindColumns(template: RegisterTemplate): Record<string, readonly string[]> {
  return Object.fromEntries(
    template.columns.flatMap((column) => {
      if (column.computed === undefined) return [];
      const registers = new Set(sourcesOf(column.computed, template).map((source) => source.register));
      return [[column.key, [...registers].filter((register) => register !== template.id)] as const];
    }),
  );
}

// A link by a column that is not held here finds nothing, which must not look like "there is nothing".
function isHeld(link: Link, template: RegisterTemplate, books: Books): boolean {
  const there = books.get(link.register)?.fitted;
  const here = link.of ?? template.key[0];
  return there?.standing === 'open' && there.template.columns.some((column) => column.key === link.by) && template.columns.some((column) => column.key === here);
}

// A row that came, changed or went after the officer's word, or after the day it speaks of, needs his word again.
function stillHolds(confirmation: RegisterConfirmation, count: number, changedAt: number | undefined): boolean {
  const saidLater = changedAt === undefined || (changedAt <= Date.parse(confirmation.at) && chinaDay(changedAt) <= confirmation.asOf);
  return saidLater && (!confirmation.nil || count === 0);
}

// China has one time zone and no summer time.
function chinaDay(moment: number): string {
  return new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);
}

// Rows may come in any order out of a snapshot: the digest must not.
function digestOf(rows: readonly Row[]): string {
  const stable = [...rows]
    .sort((left, right) => (left.rowId < right.rowId ? -1 : 1))
    .map((row) => [row.rowId, row.revision, Object.entries(row.cells).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return createHash('sha256').update(JSON.stringify(stable)).digest('hex');
}

interface ResolvedLink {
  readonly name: string;
  /** This row's column whose value is looked up. */
  readonly of: string;
  readonly index: ReadonlyMap<string, readonly Row['cells'][]>;
}

function resolve(name: string, link: Link, template: RegisterTemplate, books: Books): ResolvedLink {
  return { name, of: link.of ?? template.key[0] ?? '', index: indexBy(books.get(link.register)?.visible, link.by) };
}

// One for all: most links of most rows lead to nothing.
const none: readonly Row['cells'][] = [];

function viewOf(template: RegisterTemplate, row: Row, cells: Row['cells'], links: readonly ResolvedLink[]): RowView {
  const linked = links.map(({ name, of, index }) => [name, index.get(String(row.cells[of] ?? '')) ?? none] as const);
  return { rowId: row.rowId, revision: row.revision, label: labelOf(template, row), cells: { ...cells, ...Object.fromEntries(linked) } };
}
