import { AppError } from '#domain/app-error.js';
import { bookValues } from '#messages/book-values.js';
import { flow, unique, type FlowOptions, type FlowOutcome } from './carrier-moves.js';
import { readBooks, type OpenBooks } from './change-books.js';
import { cellText, rowInState } from './draft-rows.js';
import type { Desk } from './desk.js';
import { keptBook, rowsInUse } from './open-books.js';
import { deptOf, onRoster } from './roster.js';

const { inUse, toDestroy, destroyed } = bookValues.carrier;

export interface Destruction extends FlowOptions {
  /** Carriers by number; none = all that wait for destruction. */
  readonly nos: readonly string[];
  readonly madeBy: string;
  readonly checkedBy?: string;
  readonly method: string;
  readonly place?: string;
  readonly witnesses: readonly string[];
  readonly date?: string;
}

/** Destroys carriers picked from the ledger: list, two witnesses, and 已销毁 written back, all at once. */
export function destroyCarriers(desk: Desk, given: Destruction): Promise<FlowOutcome> {
  return flow(desk, 'carrier.destroyed', given, (draft, open) => {
    const day = given.date ?? open.today;
    if (day > open.today) throw new AppError('register-future-day', { day });
    const witnesses = witnessesOf(open, given.witnesses);
    const nos = given.nos.length > 0 ? unique(given.nos) : waitingIn(open);
    if (nos.length === 0) throw new AppError('nothing-to-destroy');
    const number = draft.number('destructions', 'XH');
    const [escort1, escort2] = witnesses;
    const own = { no: number, dept: deptOf(open, given.madeBy), apply_at: day, made_by: given.madeBy, checked_by: given.checkedBy, method: given.method, place: given.place, escort1, escort2, destroyed_at: day };
    draft.add('destructions', own, given.set);
    for (const no of nos) {
      const carrier = rowInState(open, 'carriers', no, [inUse, toDestroy]);
      const same = Object.fromEntries(['name', 'level', 'type'].map((column) => [column, cellText(carrier, column) || undefined]));
      draft.add('destruction-items', { ...same, destruction: number, carrier: no, copies: cellText(carrier, 'qty') });
      draft.edit('carriers', no, { state: destroyed, checked_at: day });
    }
    return { number, carriers: nos };
  });
}

/** Numbers of the carriers that wait for destruction. */
export function listToDestroy(desk: Desk): Promise<readonly string[]> {
  return readBooks(desk, waitingIn);
}

function waitingIn(open: OpenBooks): string[] {
  keptBook('carriers', open.books);
  return rowsInUse('carriers', open.snapshot).filter((row) => cellText(row, 'state') === toDestroy).map((row) => cellText(row, 'no'));
}

// Two people see it: the same person under number and name is one.
function witnessesOf(open: OpenBooks, given: readonly string[]): readonly string[] {
  const found = given.map((witness) => onRoster(open, witness));
  if (unique(found).length < 2) throw new AppError('witnesses-two', { given: unique(found).length });
  return unique(found);
}
