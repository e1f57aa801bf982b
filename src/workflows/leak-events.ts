import { AppError } from '#domain/app-error.js';
import type { LeakEvent } from '#domain/leak-event.js';
import type { WorkingSet } from '#domain/working-set.js';
import { changeBooks, readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { numberSource } from './display-number.js';

const hourMs = 3_600_000;
/** 实施条例第六十一条. */
const reportHours = 24;

/** A suspected leak on the clock: times only, never a word about what leaked. */
export interface LeakView {
  readonly event: LeakEvent;
  /** By when it has to be reported: 24 hours after it was found (实施条例第六十一条). */
  readonly reportBy: string;
  /** Minutes left; negative = late. Absent once it is reported. */
  readonly minutesLeft?: number;
  /** Of a reported one: within the 24 hours or not. */
  readonly inTime?: boolean;
}

export function listLeaks(desk: Desk): Promise<readonly LeakView[]> {
  return readBooks(desk, ({ snapshot, at }) => viewLeaks(snapshot, at));
}

export function viewLeaks({ leakEvents }: Pick<WorkingSet, 'leakEvents'>, now: string): readonly LeakView[] {
  return Object.values(leakEvents).sort((left, right) => (left.foundAt < right.foundAt ? 1 : -1)).map((event) => viewLeak(event, now));
}

export function viewLeak(event: LeakEvent, now: string): LeakView {
  const by = Date.parse(event.foundAt) + reportHours * hourMs;
  const clock = event.reportedAt === undefined ? { minutesLeft: Math.floor((by - Date.parse(now)) / 60_000) } : { inTime: Date.parse(event.reportedAt) <= by };
  return { event, reportBy: new Date(by).toISOString(), ...clock };
}

/** Counts a suspected leak from the moment it was found. */
export function openLeak(desk: Desk, foundAt: string, by: string | undefined): Promise<LeakView> {
  return changeBooks(desk, { kind: 'leak.found', by }, (open) => {
    if (foundAt > open.at) throw new AppError('moment-ahead', { moment: foundAt });
    const numbers = numberSource(open.snapshot, open.today.slice(0, 4));
    const event: LeakEvent = { id: open.newId(), number: numbers.next('XM'), foundAt, by: open.by, at: open.at };
    return { changes: [{ collection: 'leakEvents', id: event.id, value: event }, ...numbers.changes()], result: viewLeak(event, open.at) };
  });
}

/** Notes when it was reported. */
export function reportLeak(desk: Desk, number: string, reportedAt: string, by: string | undefined): Promise<LeakView> {
  return change(desk, number, 'leak.reported', by, (event, open) => {
    if (reportedAt > open.at) throw new AppError('moment-ahead', { moment: reportedAt });
    if (reportedAt < event.foundAt) throw new AppError('leak-reported-before', { number: event.number });
    return { ...event, reportedAt };
  });
}

/** Ends it; only one that was reported. */
export function closeLeak(desk: Desk, number: string, by: string | undefined): Promise<LeakView> {
  return change(desk, number, 'leak.closed', by, (event, open) => {
    if (event.reportedAt === undefined) throw new AppError('leak-unreported', { number: event.number });
    return { ...event, closedAt: open.at };
  });
}

export function leakNumbered(snapshot: Pick<WorkingSet, 'leakEvents'>, number: string): LeakEvent {
  const found = Object.values(snapshot.leakEvents).find((each) => each.number === number.toUpperCase());
  if (found === undefined) throw new AppError('leak-unknown', { number });
  return found;
}

function change(desk: Desk, number: string, kind: string, by: string | undefined, decide: (event: LeakEvent, open: OpenBooks) => LeakEvent): Promise<LeakView> {
  return changeBooks(desk, { kind, by }, (open) => {
    const before = leakNumbered(open.snapshot, number);
    if (before.closedAt !== undefined) throw new AppError('leak-closed', { number: before.number });
    const event = decide(before, open);
    return { changes: [{ collection: 'leakEvents', id: event.id, value: event }], result: viewLeak(event, open.at) };
  });
}
