import type { DueSlot, MissedSlot } from '#calendar/due-slots.js';
import { AppError } from '#domain/app-error.js';
import type { Actor } from '#domain/actor.js';
import type { Change } from '#domain/change.js';
import type { Job } from '#domain/job.js';
import type { FailReason, Slot } from '#domain/slot.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { Store } from '#store/store.js';

/** Who writes the ledger, and when. */
export interface Recording {
  readonly actor: Actor;
  readonly at: string;
}

/** Minutes until the second and the third try. */
const pauses = [1, 5] as const;
export const mostAttempts = 3;

/** Marks a slot as running under a new attempt; undefined when it is settled, was tried often enough, or its job is gone. */
export function beginSlot(store: Store, due: DueSlot, attemptId: string, clockSuspect: boolean, { actor, at }: Recording): Promise<Slot | undefined> {
  return store.transact<Slot | undefined>({ actor, at }, (snapshot) => {
    const known = snapshot.slots[due.id];
    if (isFinal(known, at) || !isLive(snapshot, due.job.id)) return { kind: 'slot.begun', changes: [], result: undefined };
    if (known !== undefined && known.attempts >= mostAttempts) return { kind: 'slot.failed', changes: [put(unfinished(known, at))], result: undefined };
    const slot: Slot = {
      id: due.id, jobId: due.job.id, dueAt: due.dueAt, state: 'running', late: startsLate(known, due), attempts: (known?.attempts ?? 0) + 1, attemptId,
      recordedAt: at, startedAt: at, clockSuspect: clockSuspect || known?.clockSuspect === true, assessmentIds: [],
    };
    return { kind: 'slot.begun', changes: [put(slot)], result: slot };
  });
}

// The first try decides: one that began on time and needed a second is not late.
function startsLate(known: Slot | undefined, due: DueSlot): boolean {
  return known === undefined || known.attempts === 0 ? due.late : known.late;
}

/** Records times that passed while nothing could run; one that had been begun is failed, not missed. */
export function recordMissed(store: Store, missed: readonly MissedSlot[], { actor, at }: Recording): Promise<number> {
  return store.transact({ actor, at }, (snapshot) => {
    const changes = missed.flatMap(({ id, job, dueAt, reason }): Change[] => {
      const known = snapshot.slots[id];
      if (isFinal(known, at)) return [];
      if (known !== undefined && known.attempts > 0) return [put(unfinished(known, at))];
      return [put({ id, jobId: job.id, dueAt, state: 'missed', late: false, attempts: 0, recordedAt: at, reason, clockSuspect: false, assessmentIds: [] })];
    });
    return { kind: 'slot.missed', changes, result: changes.length };
  });
}

/** The change that completes a slot, for the very transaction that keeps what the run found; throws when the run was given up. */
export function completion(snapshot: Pick<WorkingSet, 'slots'>, id: string, attemptId: string, at: string, found: Pick<Slot, 'assessmentIds' | 'backup'>): Change {
  const slot = snapshot.slots[id];
  if (slot?.state !== 'running' || slot.attemptId !== attemptId) throw new AppError('slot-given-up', { slot: id });
  return put({ ...ended(slot, at), ...found, state: 'done' });
}

/** A run ended without a result: another try later, or failed for good after the third. */
export function failAttempt(store: Store, id: string, attemptId: string, reason: FailReason, spread: number, { actor, at }: Recording): Promise<Slot | undefined> {
  return store.transact<Slot | undefined>({ actor, at }, (snapshot) => {
    const slot = snapshot.slots[id];
    if (slot?.state !== 'running' || slot.attemptId !== attemptId) return { kind: 'slot.failed', changes: [], result: slot };
    const isLast = slot.attempts >= mostAttempts || reason === 'refused' || !isLive(snapshot, slot.jobId);
    const next: Slot = isLast ? { ...ended(slot, at), state: 'failed', reason } : { ...ended(slot, at), state: 'waiting', reason, notBefore: later(at, pauseOf(slot.attempts, spread)) };
    return { kind: isLast ? 'slot.failed' : 'slot.postponed', changes: [put(next)], result: next };
  });
}

/** A run that was told to stop did nothing wrong: its try does not count. */
export function interruptSlot(store: Store, id: string, attemptId: string, { actor, at }: Recording): Promise<void> {
  return store.transact<undefined>({ actor, at }, (snapshot) => {
    const slot = snapshot.slots[id];
    if (slot?.state !== 'running' || slot.attemptId !== attemptId) return { kind: 'slot.interrupted', changes: [], result: undefined };
    const untried: Slot = { ...ended(slot, at), state: 'waiting', attempts: slot.attempts - 1, notBefore: at };
    return { kind: 'slot.interrupted', changes: [put(isLive(snapshot, slot.jobId) ? untried : unfinished(untried, at))], result: undefined };
  });
}

/** Puts back what a program that is gone left running: the ledger's lock proves that it is gone. */
export function reclaimSlots(store: Store, { actor, at }: Recording): Promise<number> {
  return store.transact({ actor, at }, (snapshot) => {
    const left = Object.values(snapshot.slots).filter((slot) => slot.state === 'running');
    const changes = left.map((slot) => {
      const crashed: Slot = { ...ended(slot, at), reason: 'crashed' };
      return put(slot.attempts < mostAttempts && isLive(snapshot, slot.jobId) ? { ...crashed, state: 'waiting', notBefore: at } : unfinished(crashed, at));
    });
    return { kind: 'slot.reclaimed', changes, result: changes.length };
  });
}

/** Ends what waits for another try of a job that is removed or disabled: nobody will try again. */
export function givenUp(snapshot: Pick<WorkingSet, 'slots'>, job: Pick<Job, 'id'>, at: string): readonly Change[] {
  return Object.values(snapshot.slots).filter((slot) => slot.jobId === job.id && slot.state === 'waiting').map((slot) => put(unfinished(slot, at)));
}

// A person may have removed or disabled the job in the meantime.
function isLive({ jobs }: Pick<WorkingSet, 'jobs'>, jobId: string): boolean {
  return jobs[jobId]?.enabled === true;
}

// What was tried has failed; what was only interrupted was missed.
function unfinished(slot: Slot, at: string): Slot {
  const isTried = slot.attempts > 0;
  return { ...ended(slot, at), state: isTried ? 'failed' : 'missed', reason: isTried ? (slot.reason ?? 'crashed') : 'machine-off' };
}

/** Done and failed are for ever; missed too, unless a clock that stood ahead said so. */
function isFinal(slot: Slot | undefined, now: string): boolean {
  if (slot === undefined) return false;
  if (slot.state === 'done' || slot.state === 'failed') return true;
  return slot.state === 'missed' && slot.recordedAt <= now;
}

// Without the attempt that ran it and the pause it waited for.
function ended(slot: Slot, at: string): Slot {
  const ended: Slot = { ...slot, recordedAt: at };
  delete ended.attemptId;
  delete ended.notBefore;
  return ended;
}

function pauseOf(attempts: number, spread: number): number {
  const minutes = pauses[attempts - 1] ?? 25;
  return minutes * 60_000 * (0.8 + 0.4 * spread);
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

function put(value: Slot): Change {
  return { collection: 'slots', id: value.id, value };
}
