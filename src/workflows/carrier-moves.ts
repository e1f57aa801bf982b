import { AppError } from '#domain/app-error.js';
import { bookValues } from '#messages/book-values.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import { cellText, draftRows, rowInState, type RowDraft } from './draft-rows.js';
import type { Desk } from './desk.js';
import { rowsInUse } from './open-books.js';
import { deptOf } from './roster.js';

const { inUse, lent, toDestroy, returned } = bookValues.carrier;

/** What a flow wrote: the number it gave and the carriers it concerns. */
export interface FlowOutcome {
  readonly flow: string;
  readonly number: string;
  readonly carriers: readonly string[];
  /** Rows written, by book. */
  readonly rows: Readonly<Record<string, number>>;
}

export interface FlowOptions {
  readonly by?: string;
  readonly late?: boolean;
  /** Further cells of the flow's own row, by column. */
  readonly set: Readonly<Record<string, string>>;
}

/** A carrier that came in: into the book of incoming papers and into the master ledger. */
export function receiveCarrier(desk: Desk, given: FlowOptions & { readonly no: string; readonly keeper: string; readonly dept?: string; readonly copies?: string; readonly date?: string; readonly place?: string; readonly ledger: Readonly<Record<string, string>> }): Promise<FlowOutcome> {
  return flow(desk, 'carrier.received', given, (draft, open) => {
    const received = given.date ?? open.today;
    const dept = given.dept ?? deptOf(open, given.keeper);
    draft.add('incoming', { no: given.no, received, copies: given.copies ?? '1', signer: given.keeper, signed_at: received, dept, place: given.place }, given.set);
    draft.add('carriers', { no: given.no, qty: given.copies ?? '1', keeper: given.keeper, dept, place: given.place, received_at: received, checked_at: received, match: bookValues.yes, state: inUse }, given.ledger);
    return { number: given.no, carriers: [given.no] };
  });
}

/** Lends a carrier that is in use; the loan stays open until it is returned. */
export function lendCarrier(desk: Desk, given: FlowOptions & { readonly no: string; readonly borrower: string; readonly due: string; readonly approver?: string; readonly date?: string }): Promise<FlowOutcome> {
  return flow(desk, 'carrier.lent', given, (draft, open) => {
    const carrier = rowInState(open, 'carriers', given.no, [inUse]);
    const out = given.date ?? open.today;
    if (given.due < out) throw new AppError('days-out-of-order', { earlier: given.due, later: out });
    const number = draft.number('loans', 'JY');
    draft.add('loans', { no: number, carrier: given.no, copies: cellText(carrier, 'qty'), borrower: given.borrower, dept: deptOf(open, given.borrower), approver: given.approver, out_at: out, due: given.due }, given.set);
    draft.edit('carriers', given.no, { state: lent });
    return { number, carriers: [given.no] };
  });
}

/** Takes back what was lent or carried out. */
export function returnCarrier(desk: Desk, given: FlowOptions & { readonly no: string; readonly date?: string; readonly intact: boolean; readonly receiver?: string }): Promise<FlowOutcome> {
  return flow(desk, 'carrier.returned', given, (draft, open) => {
    const back = given.date ?? open.today;
    const loan = openLoan(open, given.no);
    if (loan !== undefined) {
      draft.edit('loans', loan, { back_at: back, intact: given.intact ? bookValues.yes : bookValues.no, receiver: given.receiver }, given.set);
      draft.edit('carriers', given.no, { state: inUse });
      return { number: loan, carriers: [given.no] };
    }
    const trip = openTrip(open, given.no);
    if (trip === undefined) throw new AppError('carrier-not-out', { key: given.no });
    draft.edit('carry-outs', trip, { back_at: back }, given.set);
    const carriers = carriersOfTrip(open, trip);
    for (const no of carriers) draft.edit('carriers', no, { state: inUse });
    return { number: trip, carriers };
  });
}

/** Copies of a carrier: the decision, and each copy as a carrier of its own. */
export function copyCarrier(desk: Desk, given: FlowOptions & { readonly no: string; readonly applicant: string; readonly operator: string; readonly receiver: string; readonly copies: readonly string[]; readonly date?: string }): Promise<FlowOutcome> {
  return flow(desk, 'carrier.copied', given, (draft, open) => {
    const original = rowInState(open, 'carriers', given.no, [inUse, lent]);
    const day = given.date ?? open.today;
    const number = draft.number('copies', 'FZ');
    const dept = deptOf(open, given.applicant);
    draft.add('copies', { no: number, apply_at: day, dept, applicant: given.applicant, carrier: given.no, copies: String(given.copies.length), operator: given.operator, receiver: given.receiver, serials: given.copies.join(', ') }, given.set);
    const same = Object.fromEntries(['type', 'name', 'level', 'term', 'scope', 'origin', 'place'].map((column) => [column, cellText(original, column) || undefined]));
    for (const no of given.copies) draft.add('carriers', { ...same, no, qty: '1', keeper: given.receiver, dept: deptOf(open, given.receiver), copy_log: number, received_at: day, checked_at: day, match: bookValues.yes, state: inUse });
    return { number, carriers: given.copies };
  });
}

/** Carrying carriers out of the office, with what goes along. */
export function carryOut(desk: Desk, given: FlowOptions & { readonly nos: readonly string[]; readonly person: string; readonly from: string; readonly to: string }): Promise<FlowOutcome> {
  return flow(desk, 'carrier.carried-out', given, (draft, open) => {
    if (given.to < given.from) throw new AppError('days-out-of-order', { earlier: given.to, later: given.from });
    const number = draft.number('carry-outs', 'WC');
    draft.add('carry-outs', { no: number, applicant: given.person, dept: deptOf(open, given.person), from: given.from, to: given.to }, given.set);
    for (const no of unique(given.nos)) {
      const carrier = rowInState(open, 'carriers', no, [inUse]);
      draft.add('carry-out-items', { carry_out: number, carrier: no, qty: cellText(carrier, 'qty') });
      draft.edit('carriers', no, { state: lent });
    }
    return { number, carriers: given.nos };
  });
}

/** 清退: a carrier goes back to whoever issued it. */
export function clearCarriers(desk: Desk, given: FlowOptions & { readonly nos: readonly string[]; readonly returner: string; readonly date?: string }): Promise<FlowOutcome> {
  return flow(desk, 'carrier.cleared', given, (draft, open) => {
    const day = given.date ?? open.today;
    const numbers = unique(given.nos).map((no) => {
      const carrier = rowInState(open, 'carriers', no, [inUse, toDestroy]);
      const number = draft.number('returns', 'QT');
      const qty = cellText(carrier, 'qty');
      draft.add('returns', { no: number, carrier: no, copies: qty, returned: qty, returner: given.returner, returned_at: day, state: bookValues.returned }, given.set);
      draft.edit('carriers', no, { state: returned, checked_at: day });
      return number;
    });
    return { number: numbers.join(', '), carriers: given.nos };
  });
}

/** One transaction of a flow: what was written is counted by book. */
export function flow(desk: Desk, kind: string, given: Omit<FlowOptions, 'set'>, write: (draft: RowDraft, open: OpenBooks) => Pick<FlowOutcome, 'number' | 'carriers'>): Promise<FlowOutcome> {
  return changeBooks(desk, { kind, by: given.by }, (open) => {
    const draft = draftRows(open, { late: given.late ?? false });
    const outcome = write(draft, open);
    const changes = draft.changes();
    const rows: Record<string, number> = {};
    for (const { collection, value } of changes) if (collection === 'rows' && value !== null) rows[value.register] = (rows[value.register] ?? 0) + 1;
    return { changes, result: { flow: kind, ...outcome, rows } };
  });
}

function openLoan(open: OpenBooks, no: string): string | undefined {
  const loan = rowsInUse('loans', open.snapshot).find(({ cells }) => cells['carrier'] === no && cells['back_at'] === undefined);
  return loan === undefined ? undefined : cellText(loan, 'no');
}

function openTrip(open: OpenBooks, no: string): string | undefined {
  const trips = new Set(rowsInUse('carry-out-items', open.snapshot).filter(({ cells }) => cells['carrier'] === no).map((item) => cellText(item, 'carry_out')));
  const trip = rowsInUse('carry-outs', open.snapshot).find((row) => trips.has(cellText(row, 'no')) && row.cells['back_at'] === undefined);
  return trip === undefined ? undefined : cellText(trip, 'no');
}

function carriersOfTrip(open: OpenBooks, trip: string): string[] {
  return rowsInUse('carry-out-items', open.snapshot).filter((item) => cellText(item, 'carry_out') === trip).map((item) => cellText(item, 'carrier'));
}

export function unique(numbers: readonly string[]): string[] {
  return [...new Set(numbers)];
}
