import type { Job } from '#domain/job.js';
import type { MissReason, Slot } from '#domain/slot.js';
import { dueTimesBetween, nextDueTimes, type DueTime } from './due-times.js';
import { localTime } from './local-time.js';
import type { Holidays } from './workday.js';

/** What the ledger says is to be done now. */
export interface DueSlot {
  readonly job: Job;
  readonly id: string;
  readonly dueAt: string;
  /** Made up after its time: 补检. */
  readonly late: boolean;
  /** How often it was begun before. */
  readonly attempts: number;
}

export interface MissedSlot {
  readonly job: Job;
  readonly id: string;
  readonly dueAt: string;
  readonly reason: MissReason;
}

export interface LedgerDecision {
  readonly run: readonly DueSlot[];
  readonly missed: readonly MissedSlot[];
}

export interface LedgerView {
  readonly jobs: readonly Job[];
  readonly slots: Readonly<Record<string, Slot>>;
  readonly holidays: Holidays;
  /** Moment on this machine's clock. */
  readonly now: string;
  /** 0 … 1, the same for one slot on one device: spreads the starts of many machines. */
  readonly spread: (slotId: string) => number;
}

const minute = 60_000;
/** After this a start counts as late. */
export const tolerance = 2 * minute;
const day = 24 * 60 * minute;

/** Compares the wall clock with the ledger: the newest open time of each job is run, older ones are missed. Pure. Asked only while nothing runs: a slot that still says so was left behind. */
export function decideDue(view: LedgerView): LedgerDecision {
  const decisions = view.jobs.filter((job) => job.enabled).map((job) => decideJob(job, view));
  return { run: decisions.flatMap((each) => each.run), missed: decisions.flatMap((each) => each.missed) };
}

/** Id of the slot of a due time. */
export function slotId(job: Pick<Job, 'id'>, local: string): string {
  return `${job.id}@${local}`;
}

function decideJob(job: Job, view: LedgerView): LedgerDecision {
  const own = ownSlots(job, view);
  const open = dueTimesBetween(job, startOf(job, own, view.now), view.now, view.holidays).filter((time) => !isSettled(own.get(slotId(job, time.local))));
  const newest = open.at(-1);
  const older = open.slice(0, -1).map((time) => missedSlot(job, time, 'machine-off'));
  const missed = [...older, ...leftBehind(job, open, own, view.now)];
  if (newest === undefined) return { run: [], missed };
  const entry = own.get(slotId(job, newest.local));
  const age = Date.parse(view.now) - Date.parse(newest.at);
  const late = age > tolerance + job.jitterMinutes * minute;
  if (!job.catchUp && late && entry === undefined) return { run: [], missed: [...missed, missedSlot(job, newest, 'no-catch-up')] };
  if (!mayStart(job, newest, own, age, view)) return { run: [], missed };
  return { run: [{ job, id: slotId(job, newest.local), dueAt: newest.at, late, attempts: entry?.attempts ?? 0 }], missed };
}

// Begun under a rhythm that was changed since, or before a pause: nobody will try it again.
function leftBehind(job: Job, open: readonly DueTime[], own: ReadonlyMap<string, Slot>, now: string): readonly MissedSlot[] {
  const due = new Set(open.map((time) => slotId(job, time.local)));
  const left = [...own.values()].filter((slot) => !isSettled(slot) && slot.dueAt <= now && !due.has(slot.id));
  return left.map(({ id, dueAt }) => ({ job, id, dueAt, reason: 'machine-off' }));
}

// A missed entry from the future was written by a clock that stood ahead: it binds nobody.
function ownSlots(job: Job, { slots, now }: LedgerView): ReadonlyMap<string, Slot> {
  const own = Object.values(slots).filter((slot) => slot.jobId === job.id && !(slot.state === 'missed' && slot.recordedAt > now));
  return new Map(own.map((slot) => [slot.id, slot]));
}

/** From where on times are looked at: the newest entry that is not ahead of the clock, never before the job's beginning. */
function startOf(job: Job, own: ReadonlyMap<string, Slot>, now: string): string {
  // Set back behind the job's own beginning: a day's worth is looked at, so that the night does not go unseen.
  let latest = job.since <= now ? job.since : new Date(Date.parse(now) - day).toISOString();
  for (const slot of own.values()) if (isSettled(slot) && slot.dueAt <= now && slot.recordedAt <= now && slot.dueAt > latest) latest = slot.dueAt;
  return latest;
}

function isSettled(slot: Slot | undefined): boolean {
  return slot?.state === 'done' || slot?.state === 'failed' || slot?.state === 'missed';
}

function mayStart(job: Job, time: DueTime, own: ReadonlyMap<string, Slot>, age: number, view: LedgerView): boolean {
  const id = slotId(job, time.local);
  if (isPausing(own.get(id), view.now) || age < job.jitterMinutes * minute * view.spread(id)) return false;
  return !isQuiet(job, view.now) || isOverdue(job, own, view);
}

// A pause that was written by a clock that stood ahead is no pause.
function isPausing(slot: Slot | undefined, now: string): boolean {
  return slot?.state === 'waiting' && slot.notBefore !== undefined && slot.notBefore > now && slot.recordedAt <= now;
}

// Counted from the first time that was not kept: a machine that is on in quiet hours only would otherwise miss every night.
function isOverdue(job: Job, own: ReadonlyMap<string, Slot>, { now, holidays }: LedgerView): boolean {
  let kept = job.since <= now ? job.since : new Date(Date.parse(now) - day).toISOString();
  for (const slot of own.values()) if (slot.state === 'done' && slot.dueAt <= now && slot.dueAt > kept) kept = slot.dueAt;
  const [first] = nextDueTimes(job, kept, holidays, 1);
  return first !== undefined && Date.parse(now) - Date.parse(first.at) > day;
}

function isQuiet({ quietHours, zone }: Job, now: string): boolean {
  if (quietHours === null) return false;
  const clock = localTime(now, zone).slice(11);
  const { from, to } = quietHours;
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

function missedSlot(job: Job, time: DueTime, reason: MissReason): MissedSlot {
  return { job, id: slotId(job, time.local), dueAt: time.at, reason };
}
