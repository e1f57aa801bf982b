import { nextDueTimes, type DueTime } from '#calendar/due-times.js';
import type { Slot } from '#domain/slot.js';
import type { WorkingSet } from '#domain/working-set.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { holidaysOf } from './holidays.js';
import { jobNamed, slotsOf } from './schedule-jobs.js';

/** A time that lies ahead, and whose it is. */
export interface ComingTime extends DueTime {
  readonly job: string;
  readonly zone: string;
}

/** An entry of the due ledger, with what it led to in numbers that people use. */
export interface LedgerLine {
  readonly slot: Slot;
  /** Name of the job, null when it was removed. */
  readonly job: string | null;
  readonly assessmentNumbers: readonly string[];
}

/** The coming due times of one job or of all enabled ones, in order of time. */
export async function comingTimes(desk: Desk, name: string | undefined, count: number): Promise<readonly ComingTime[]> {
  return reading(desk, (snapshot) => {
    const now = desk.door.now();
    const jobs = name === undefined ? Object.values(snapshot.jobs) : [jobNamed(snapshot, name)];
    const holidays = holidaysOf(snapshot);
    const times = jobs.filter((job) => job.enabled).flatMap((job) => nextDueTimes(job, now, holidays, count).map((time) => ({ ...time, job: job.name, zone: job.zone })));
    return times.sort((left, right) => left.at.localeCompare(right.at) || left.job.localeCompare(right.job, 'zh-CN')).slice(0, count);
  });
}

/** The due ledger of one job or of all, newest first. */
export async function showLedger(desk: Desk, name: string | undefined, limit: number): Promise<readonly LedgerLine[]> {
  return reading(desk, (snapshot) => {
    const slots = name === undefined ? Object.values(snapshot.slots) : slotsOf(snapshot, jobNamed(snapshot, name));
    const newest = [...slots].sort((left, right) => right.dueAt.localeCompare(left.dueAt) || right.id.localeCompare(left.id)).slice(0, limit);
    return newest.map((slot) => ({
      slot,
      job: snapshot.jobs[slot.jobId]?.name ?? null,
      assessmentNumbers: slot.assessmentIds.flatMap((id) => snapshot.assessments[id]?.number ?? []),
    }));
  });
}

async function reading<T>(desk: Desk, read: (snapshot: WorkingSet) => T): Promise<T> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return read(store.read());
  } finally {
    await store.close();
  }
}
