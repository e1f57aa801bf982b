import { AppError } from '#domain/app-error.js';
import { bookValues } from '#messages/book-values.js';
import { flow, unique, type FlowOptions, type FlowOutcome } from './carrier-moves.js';
import { bookNamed } from './open-books.js';
import type { Desk } from './desk.js';
import type { RowDraft } from './draft-rows.js';
import type { OpenBooks } from './change-books.js';
import { deptOf } from './roster.js';

const { classified, toDestruction } = bookValues.waste;

export interface WasteCollection extends FlowOptions {
  readonly dept: string;
  readonly point: string;
  readonly kind: string;
  readonly qty: string;
  readonly unit: string;
  readonly checked: boolean;
  readonly handler: string;
  readonly receiver: string;
  readonly dispose?: string;
  readonly date?: string;
  /** Numbers under which classified sheets among the paper go into the ledger, to be destroyed. */
  readonly found: readonly string[];
}

/** Waste paper that was collected; classified sheets in it become carriers that wait for destruction. */
export function collectWaste(desk: Desk, given: WasteCollection): Promise<FlowOutcome> {
  return flow(desk, 'waste.collected', given, (draft, open) => {
    const date = given.date ?? open.today;
    const isClassified = given.kind === classified || given.found.length > 0;
    const dispose = given.dispose ?? (isClassified ? toDestruction : undefined);
    if (isClassified && dispose !== toDestruction) throw new AppError('waste-is-classified', { kind: given.kind, dispose: dispose ?? '', wanted: toDestruction });
    const number = draft.number('waste-paper', 'HS');
    const { dept, point, kind, qty, unit, handler, receiver } = given;
    draft.add('waste-paper', { no: number, date, dept, point, kind, qty, unit, checked: yesNo(given.checked), handler, receiver, dispose }, given.set);
    return { number, carriers: toLedger(draft, open, given.found, receiver, date) };
  });
}

export interface SpotCheck extends FlowOptions {
  readonly checkers: readonly string[];
  readonly foundWork: number;
  readonly action: string;
  readonly date?: string;
  readonly points: readonly string[];
  /** How many classified sheets were found, and the numbers under which they go into the ledger. */
  readonly foundSecret: number;
  readonly found: readonly string[];
}

/** A spot check of waste paper; each classified sheet found goes into the ledger and waits for destruction. */
export function spotCheckWaste(desk: Desk, given: SpotCheck): Promise<FlowOutcome> {
  return flow(desk, 'waste.checked', given, (draft, open) => {
    const date = given.date ?? open.today;
    const found = unique(given.found);
    const mayKeep = bookNamed('carriers', open.books).standing === 'open';
    if (mayKeep && found.length !== given.foundSecret) throw new AppError('waste-found-count', { found: given.foundSecret, numbers: found.length });
    const [checker = '', checker2] = given.checkers;
    const number = draft.number('waste-checks', 'CC');
    draft.add('waste-checks', { no: number, date, checker, checker2, found_secret: String(given.foundSecret), found_work: String(given.foundWork), action: given.action }, given.set);
    for (const point of given.points) draft.add('waste-check-places', { check: number, place: point });
    return { number, carriers: toLedger(draft, open, found, checker, date) };
  });
}

function toLedger(draft: RowDraft, open: OpenBooks, found: readonly string[], keeper: string, date: string): readonly string[] {
  for (const no of unique(found)) {
    draft.add('carriers', { no, qty: '1', keeper, dept: deptOf(open, keeper), received_at: date, checked_at: date, match: bookValues.no, state: bookValues.carrier.toDestroy });
  }
  return found;
}

function yesNo(value: boolean): string {
  return value ? bookValues.yes : bookValues.no;
}
