import { createHash } from 'node:crypto';
import type { RegisterConfirmation, RegisterTemplate, Row } from '#domain/register.js';
import type { RegisterFact, RowView } from '#domain/register-fact.js';
import { maskCell } from './mask.js';

/** The office's books as judging sees them: rows of today, links resolved through an index, state of confirmation. */
export function registerFacts(
  templates: readonly RegisterTemplate[],
  rows: readonly Row[],
  confirmations: readonly RegisterConfirmation[],
): Readonly<Record<string, RegisterFact>> {
  const books = new Map(templates.map((template) => [template.id, bookOf(template, rows)]));
  const said = new Map(confirmations.map((confirmation) => [confirmation.register, confirmation]));
  return Object.fromEntries(templates.map((template) => [template.id, factOf(template, books, said.get(template.id))]));
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
  readonly rows: readonly Row[];
  /** Cells without the columns that this machine must not hold. */
  readonly visible: ReadonlyMap<string, Row['cells']>;
  readonly hidden: readonly string[];
  /** The last moment (ms) a row came, changed or went; undefined where none ever stood. */
  readonly changedAt: number | undefined;
}

function bookOf(template: RegisterTemplate, rows: readonly Row[]): Book {
  const all = rows.filter((row) => row.register === template.id);
  const own = all.filter((row) => !row.retired);
  const hidden = template.columns.filter((column) => column.maybeSecret).map((column) => column.key);
  const changedAt = all.length === 0 ? undefined : all.reduce((latest, row) => Math.max(latest, Date.parse(row.at)), 0);
  return { rows: own, visible: new Map(own.map((row) => [row.rowId, without(row.cells, hidden)])), hidden, changedAt };
}

function without(cells: Row['cells'], hidden: readonly string[]): Row['cells'] {
  return hidden.length === 0 ? cells : Object.fromEntries(Object.entries(cells).filter(([key]) => !hidden.includes(key)));
}

function factOf(
  template: RegisterTemplate,
  books: ReadonlyMap<string, Book>,
  confirmation: RegisterConfirmation | undefined,
): RegisterFact {
  const { rows, visible, hidden, changedAt } = books.get(template.id) ?? emptyBook;
  const links = linksOf(template, books);
  const valid = confirmation !== undefined && stillHolds(confirmation, rows.length, changedAt);
  return {
    register: template.id,
    title: template.title.zh,
    ...(valid ? { state: confirmation.nil ? 'nil' : 'confirmed', asOf: confirmation.asOf } : { state: 'unconfirmed' }),
    rows: rows.map((row) => viewOf(template, row, visible.get(row.rowId) ?? {}, links)),
    hiddenColumns: hidden,
    digest: digestOf(rows),
    links: Object.fromEntries(Object.entries(template.links).map(([name, link]) => [name, link.register])),
  };
}

const emptyBook: Book = { rows: [], visible: new Map(), hidden: [], changedAt: undefined };

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

function linksOf(template: RegisterTemplate, books: ReadonlyMap<string, Book>): ResolvedLink[] {
  return Object.entries(template.links).map(([name, link]) => ({
    name,
    of: link.of ?? template.key[0] ?? '',
    index: indexBy(books.get(link.register) ?? emptyBook, link.by),
  }));
}

function indexBy({ visible }: Book, column: string): Map<string, Row['cells'][]> {
  const index = new Map<string, Row['cells'][]>();
  for (const cells of visible.values()) {
    const key = cells[column];
    if (key === undefined) continue;
    const known = index.get(String(key));
    if (known === undefined) index.set(String(key), [cells]);
    else known.push(cells);
  }
  return index;
}

function viewOf(template: RegisterTemplate, row: Row, cells: Row['cells'], links: readonly ResolvedLink[]): RowView {
  const linked = links.map(({ name, of, index }) => [name, index.get(String(row.cells[of] ?? '')) ?? []] as const);
  return { rowId: row.rowId, revision: row.revision, label: labelOf(template, row), cells: { ...cells, ...Object.fromEntries(linked) } };
}
