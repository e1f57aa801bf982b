import type { Actor } from '#domain/actor.js';
import type { Change } from '#domain/change.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { RegisterTemplate } from '#domain/register.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { FittedBook } from '#registers/fit-template.js';
import { planImport, type ImportOrigin, type ImportPlan } from '#registers/plan-import.js';
import type { ReadRow } from '#registers/sheet-row.js';
import { readTypedRow } from '#registers/read-typed-row.js';
import { openStore, type Store } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { loadTemplates } from './load-catalog.js';
import { keptBook, openBooks } from './open-books.js';

/** The books as they lie open on the desk at one moment. */
export interface OpenBooks {
  readonly identity: StoreIdentity;
  readonly snapshot: WorkingSet;
  readonly books: readonly FittedBook[];
  readonly at: string;
  readonly today: string;
  readonly by: Actor;
  readonly newId: () => string;
}

export interface WriteOptions {
  readonly by?: string;
  /** 补录: it happened before it was entered. */
  readonly late?: boolean;
  readonly reason?: string;
}

/** Opens the books to read in them. */
export async function readBooks<R>(desk: Desk, read: (open: OpenBooks, store: Store) => R | Promise<R>): Promise<R> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return await read(booksOpenIn(desk, store), store);
  } finally {
    await store.close();
  }
}

/** The books of a store that is open already. */
export function booksOpenIn(desk: Desk, store: Store): OpenBooks {
  return opened(desk, store, loadTemplates(desk.program), store.read(), desk.door.now(), undefined);
}

/** Changes books in one transaction: everything that belongs together, or nothing. */
export async function changeBooks<R>(desk: Desk, given: { readonly kind: string; readonly by: string | undefined }, decide: (open: OpenBooks) => { readonly changes: readonly Change[]; readonly result: R }): Promise<R> {
  const templates = loadTemplates(desk.program);
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    const actor = actorOf(desk, store, given.by);
    return await store.transact({ actor, at }, (snapshot) => ({ kind: given.kind, ...decide(opened(desk, store, templates, snapshot, at, given.by)) }));
  } finally {
    await store.close();
  }
}

/** What writing `rows` into a book would do. */
export function planRows(open: OpenBooks, register: string, rows: readonly ReadRow[], file: string, options: WriteOptions = {}): ImportPlan {
  return planImport(keptBook(register, open.books).template, rows, Object.values(open.snapshot.rows), originOf(open, file, options));
}

/** One row as typed texts, by column key or title. */
export function planTyped(open: OpenBooks, register: string, cells: Readonly<Record<string, string>>, options: WriteOptions = {}): ImportPlan {
  return planRows(open, register, [readTypedRow(cells, keptBook(register, open.books).template)], '--set', options);
}

export function originOf(open: OpenBooks, file: string, { late = false, reason }: WriteOptions): ImportOrigin {
  const { at, by, books } = open;
  const templates = books.filter((book) => book.standing === 'open').map((book) => book.template);
  return { file, at, by, late, templates, newId: open.newId, ...(reason === undefined ? {} : { reason }) };
}

function opened(desk: Desk, store: Store, templates: readonly RegisterTemplate[], snapshot: WorkingSet, at: string, by: string | undefined): OpenBooks {
  const { identity } = store;
  return { identity, snapshot, books: openBooks(templates, identity, snapshot), at, today: dayOf(at), by: actorOf(desk, store, by), newId: () => desk.door.newId() };
}

function actorOf(desk: Desk, store: Store, by: string | undefined): Actor {
  return claimed(by ?? store.identity.officer ?? desk.say('actor.unnamed'));
}
