import { z } from 'zod';
import { AppError } from '#domain/app-error.js';
import type { LocalText } from '#domain/primitives.js';
import { registerFacts } from '#registers/register-facts.js';
import type { Store } from '#store/store.js';
import { readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';

/** What happened to one book in a year. */
export interface RegisterCount {
  readonly id: string;
  readonly title: LocalText;
  readonly form?: string;
  /** Rows in use today. */
  readonly inUse: number;
  readonly added: number;
  readonly changed: number;
  readonly retired: number;
  readonly state: 'confirmed' | 'nil' | 'unconfirmed';
  readonly asOf?: string;
}

export interface RegisterCounts {
  readonly unit: string;
  readonly day: string;
  readonly year: string;
  readonly registers: readonly RegisterCount[];
}

/** Rows of every book that has rows, had some or was confirmed: in use now, and added, changed, retired in the year. */
export function countRegisters(desk: Desk, year: string | undefined): Promise<RegisterCounts> {
  return readBooks(desk, (open, store) => {
    const asked = year ?? open.today.slice(0, 4);
    if (asked > open.today) throw new AppError('statistics-year-ahead', { year: asked });
    return { unit: open.identity.unit, day: open.today, year: asked, registers: countsOf(open, movesIn(store, asked)) };
  });
}

type Move = 'added' | 'changed' | 'retired';
type Moves = Readonly<Record<Move, number>>;

function countsOf({ books, snapshot, today }: OpenBooks, moves: ReadonlyMap<string, Moves>): readonly RegisterCount[] {
  const facts = registerFacts({ books, rows: Object.values(snapshot.rows), confirmations: Object.values(snapshot.confirmations), year: today.slice(0, 4) });
  return books.flatMap(({ template: { id, title, form } }) => {
    const fact = facts[id];
    const moved = moves.get(id);
    if (fact === undefined || (fact.rows.length === 0 && moved === undefined && fact.state === 'unconfirmed')) return [];
    const { added, changed, retired } = moved ?? noMoves;
    return [{ id, title, ...(form === undefined ? {} : { form }), inUse: fact.rows.length, added, changed, retired, state: fact.state, ...(fact.asOf === undefined ? {} : { asOf: fact.asOf }) }];
  });
}

const noMoves: Moves = { added: 0, changed: 0, retired: 0 };
const RevisionOfRow = z.object({ rowId: z.string(), register: z.string(), retired: z.boolean() });

// The journal keeps every revision; the working set only the last.
function movesIn(store: Store, year: string): ReadonlyMap<string, Moves> {
  const known = new Map<string, boolean>();
  const moves = new Map<string, Moves>();
  for (const { header, value } of store.history('rows', () => true)) {
    if (value === null) continue;
    const { rowId, register, retired } = RevisionOfRow.parse(value);
    const move = moveOf(known.get(rowId), retired);
    known.set(rowId, retired);
    if (!dayOf(header.at).startsWith(year)) continue;
    const before = moves.get(register) ?? noMoves;
    moves.set(register, { ...before, [move]: before[move] + 1 });
  }
  return moves;
}

function moveOf(wasRetired: boolean | undefined, isRetired: boolean): Move {
  if (wasRetired === undefined) return 'added';
  return isRetired && !wasRetired ? 'retired' : 'changed';
}
