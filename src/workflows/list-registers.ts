import type { Column, RegisterTemplate, Row } from '#domain/register.js';
import type { Standing } from '#registers/fit-template.js';
import { shownCell } from '#registers/mask.js';
import { registerFacts, visibleRows } from '#registers/register-facts.js';
import { openStore } from '#store/store.js';
import { booksOpenIn, readBooks, type OpenBooks } from './change-books.js';
import { recordDisclosure, type Unmasking } from './disclosure.js';
import type { Desk } from './desk.js';
import { keptBook, keyText, rowByKey } from './open-books.js';

export interface BookLine {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  readonly state: 'confirmed' | 'nil' | 'unconfirmed';
  readonly asOf?: string;
}

/** A kind of book, whether or not it is kept. */
export interface KindLine {
  readonly id: string;
  readonly title: string;
  readonly group: RegisterTemplate['group'];
  readonly form?: string;
  readonly rhythm?: string;
  readonly standing: Standing;
  readonly numbersOnly: boolean;
  readonly rows: number;
}

export interface ShownRow {
  readonly rowId: string;
  readonly key: string;
  readonly revision: number;
  readonly late: boolean;
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows of one book; personal details are masked unless the masking was lifted. */
export interface RowLines {
  readonly register: string;
  readonly title: string;
  readonly masked: boolean;
  readonly columns: readonly (Pick<Column, 'key' | 'title'> & { readonly isKey: boolean; readonly isLabel: boolean })[];
  readonly rows: readonly ShownRow[];
}

/** Every book that has rows or was confirmed. */
export function listBooks(desk: Desk): Promise<readonly BookLine[]> {
  return readBooks(desk, (open) => {
    const { rows, confirmations } = open.snapshot;
    const facts = registerFacts({ books: open.books, rows: Object.values(rows), confirmations: Object.values(confirmations), year: open.today.slice(0, 4) });
    return Object.values(facts)
      .map(({ register, title, rows: own, state, asOf }) => ({ id: register, title, rows: own.length, state, ...(asOf === undefined ? {} : { asOf }) }))
      .filter((book) => book.rows > 0 || book.state !== 'unconfirmed');
  });
}

/** Every kind of book there is, in the order of the yearly ledger. */
export function listKinds(desk: Desk, group?: string): Promise<readonly KindLine[]> {
  return readBooks(desk, ({ books, snapshot }) => {
    const counts = new Map<string, number>();
    for (const row of Object.values(snapshot.rows)) if (!row.retired) counts.set(row.register, (counts.get(row.register) ?? 0) + 1);
    return books
      .filter(({ template }) => group === undefined || template.group === group)
      .map(({ template: { id, title, group: family, form, rhythm }, standing, isNumbersOnly }) => ({
        id, title: title.zh, group: family, ...(form === undefined ? {} : { form }), ...(rhythm === undefined ? {} : { rhythm }), standing, numbersOnly: isNumbersOnly, rows: counts.get(id) ?? 0,
      }));
  });
}

/** The rows of a book, or the one called `key`; unmasked only after the reason was put on record. */
export async function listRows(desk: Desk, register: string, asked: Unmasking & { readonly key?: string } = { unmasked: false }): Promise<RowLines> {
  if (!asked.unmasked) return readBooks(desk, (open) => shownRows(open, register, asked.key, false));
  const store = await openStore(desk.folder);
  try {
    const shown = shownRows(booksOpenIn(desk, store), register, asked.key, true);
    await recordDisclosure(desk, store, asked, { register, output: 'screen', rows: shown.rows.length });
    return shown;
  } finally {
    await store.close();
  }
}

function shownRows(open: OpenBooks, register: string, key: string | undefined, unmasked: boolean): RowLines {
  const { template } = keptBook(register, open.books);
  const all = visibleRows({ books: open.books, rows: Object.values(open.snapshot.rows), year: open.today.slice(0, 4) }).get(register) ?? [];
  const wanted = key === undefined ? undefined : rowByKey(template, key, open.snapshot).rowId;
  const rows = all.filter(({ row }) => wanted === undefined || row.rowId === wanted);
  return {
    register,
    title: template.title.zh,
    masked: !unmasked,
    columns: template.columns.map(({ key: column, title }) => ({ key: column, title, isKey: template.key.includes(column), isLabel: template.label === column })),
    rows: rows.map(({ row, cells }) => shownRow(template, row, cells, unmasked)),
  };
}

function shownRow(template: RegisterTemplate, row: Row, cells: Row['cells'], unmasked: boolean): ShownRow {
  const texts = template.columns.flatMap((column) => {
    const value = cells[column.key];
    if (value === undefined) return [];
    return [[column.key, shownCell(unmasked ? { ...column, personal: false, type: 'string' } : column, value)] as const];
  });
  return { rowId: row.rowId, key: keyText(template, row), revision: row.revision, late: row.late, cells: Object.fromEntries(texts) };
}
