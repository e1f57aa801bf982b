import { resolve } from 'node:path';
import { cronFault, nextDueTimes, type DueTime } from '#calendar/due-times.js';
import { isZone } from '#calendar/local-time.js';
import { openChecklist } from '#catalog/open-checklist.js';
import { AppError } from '#domain/app-error.js';
import type { NetworkClass } from '#domain/identity.js';
import { Job, type JobAction, type Rhythm } from '#domain/job.js';
import type { Slot } from '#domain/slot.js';
import type { WorkingSet } from '#domain/working-set.js';
import { openStore, type Store } from '#store/store.js';
import { isInside } from './backup-places.js';
import { claimed, type Desk } from './desk.js';
import { officeZone } from './door.js';
import { holidaysOf } from './holidays.js';
import { fittingId, refuseOtherNetwork } from './fitting-checklist.js';
import { checklistFile, refuseWithoutRound } from './load-checklist.js';
import { listChecklistFiles } from './list-checklists.js';
import { givenUp } from './slot-ledger.js';

/** A job, its next times and its last slot. */
export interface JobView {
  readonly job: Job;
  readonly next: readonly DueTime[];
  readonly last: Slot | undefined;
}

/** What a person says of a job; what is left out keeps its usual or former value. */
export interface JobDetails {
  readonly rhythm?: Rhythm;
  readonly zone?: string;
  readonly action?: JobAction;
  readonly catchUp?: boolean;
  readonly jitterMinutes?: number;
  readonly quietHours?: Job['quietHours'];
  readonly maxRuntimeMinutes?: number;
  /** Times before this moment never fall due; now, unless told. */
  readonly since?: string;
}

const usual = { zone: officeZone, catchUp: true, jitterMinutes: 0, quietHours: null, maxRuntimeMinutes: 30 } as const;

export async function listJobs(desk: Desk, count = 3): Promise<readonly JobView[]> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return viewJobs(store.read(), desk.door.now(), count);
  } finally {
    await store.close();
  }
}

/** Jobs by name, each with its next `count` times. */
export function viewJobs(snapshot: WorkingSet, now: string, count: number): readonly JobView[] {
  const holidays = holidaysOf(snapshot);
  return Object.values(snapshot.jobs)
    .sort((left, right) => left.name.localeCompare(right.name, 'zh-CN'))
    .map((job) => ({ job, next: job.enabled ? nextDueTimes(job, now, holidays, count) : [], last: slotsOf(snapshot, job)[0] }));
}

/** Slots of a job, newest first. */
export function slotsOf(snapshot: Pick<WorkingSet, 'slots'>, job: Pick<Job, 'id'>): readonly Slot[] {
  return Object.values(snapshot.slots).filter((slot) => slot.jobId === job.id).sort((left, right) => (left.dueAt > right.dueAt ? -1 : 1));
}

export function addJob(desk: Desk, name: string, details: JobDetails & Pick<Job, 'rhythm' | 'action'>, by?: string): Promise<JobView> {
  return change(desk, 'schedule.added', by, (snapshot, now, network) => {
    const job = checked(desk, { ...usual, since: now, ...details, id: desk.door.newId(), name, enabled: true }, now, network);
    if (Object.values(snapshot.jobs).some((other) => other.name === job.name)) throw new AppError('job-exists', { name: job.name });
    return job;
  });
}

/** A new rhythm or zone begins now: times of the old one no longer fall due. */
export function editJob(desk: Desk, name: string, details: JobDetails, by?: string): Promise<JobView> {
  return change(desk, 'schedule.edited', by, (snapshot, now, network) => {
    const job = jobNamed(snapshot, name);
    const restarts = details.rhythm !== undefined || details.zone !== undefined;
    return checked(desk, { ...job, ...details, since: restarts ? now : job.since }, now, network);
  });
}

/** Times that passed while a job was disabled never fall due. */
export function enableJob(desk: Desk, name: string, enabled: boolean, by?: string): Promise<JobView> {
  return change(desk, enabled ? 'schedule.enabled' : 'schedule.disabled', by, (snapshot, now) => {
    const job = jobNamed(snapshot, name);
    return { ...job, enabled, since: enabled && !job.enabled ? now : job.since };
  });
}

/** Removes a job; what the ledger says of its past stays. */
export async function removeJob(desk: Desk, name: string, by?: string): Promise<Job> {
  const store = await openStore(desk.folder);
  try {
    const given = request(store, desk, by);
    return await store.transact(given, (snapshot) => {
      const job = jobNamed(snapshot, name);
      return { kind: 'schedule.removed', changes: [{ collection: 'jobs', id: job.id, value: null }, ...givenUp(snapshot, job, given.at)], result: job };
    });
  } finally {
    await store.close();
  }
}

export function jobNamed(snapshot: Pick<WorkingSet, 'jobs'>, name: string): Job {
  const jobs = Object.values(snapshot.jobs);
  const found = jobs.find((job) => job.name === name.trim());
  if (found === undefined) throw new AppError('job-unknown', { name, known: jobs.map((job) => job.name).join(', ') });
  return found;
}

async function change(desk: Desk, kind: string, by: string | undefined, decide: (snapshot: WorkingSet, now: string, network: NetworkClass) => Job): Promise<JobView> {
  const store = await openStore(desk.folder);
  try {
    const given = request(store, desk, by);
    const job = await store.transact(given, (snapshot) => {
      const decided = decide(snapshot, given.at, store.identity.network);
      const ended = decided.enabled ? [] : givenUp(snapshot, decided, given.at);
      return { kind, changes: [{ collection: 'jobs', id: decided.id, value: decided }, ...ended], result: decided };
    });
    const view = viewJobs(store.read(), given.at, 3).find((each) => each.job.id === job.id);
    return view ?? { job, next: [], last: undefined };
  } finally {
    await store.close();
  }
}

function request(store: Store, desk: Desk, by: string | undefined): { readonly actor: ReturnType<typeof claimed>; readonly at: string } {
  return { actor: claimed(by ?? store.identity.officer ?? desk.say('actor.unnamed')), at: desk.door.now() };
}

// A job that is only switched is not judged again: its checklist may be gone, and it must still be possible to disable it.
function checked(desk: Desk, job: Job, now: string, network: NetworkClass): Job {
  if (!isZone(job.zone)) throw new AppError('job-zone-unknown', { zone: job.zone });
  if (job.rhythm.kind === 'cron') checkCron(desk, job.rhythm.expression, job.zone, now);
  const files = listChecklistFiles(desk.program, desk.folder);
  for (const id of job.action.kind === 'assess' ? job.action.checklistIds : []) {
    const { checklist } = openChecklist(checklistFile(fittingId(id, network), files).file);
    refuseWithoutRound(checklist);
    refuseOtherNetwork(checklist, network);
  }
  const parsed = Job.safeParse({ ...job, action: placed(desk, job.action) });
  if (!parsed.success) throw new AppError('usage-invalid', { detail: parsed.error.issues.map((issue) => issue.path.join('.')).join(', ') });
  return parsed.data;
}

// The night watch stands in another folder than the person who named this one.
function placed(desk: Desk, action: JobAction): JobAction {
  if (action.kind !== 'backup' || action.to === undefined) return action;
  const to = resolve(action.to);
  if (isInside(to, desk.folder)) throw new AppError('backup-inside-records', { path: to });
  return { ...action, to };
}

function checkCron(desk: Desk, expression: string, zone: string, now: string): void {
  const fault = cronFault(expression, zone, now);
  if (fault !== undefined) throw new AppError('job-cron-invalid', { expression: expression.slice(0, 100), detail: desk.say(`cron-fault.${fault}`) });
}
