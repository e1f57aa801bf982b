import type { AgentHealth } from '#domain/agent-health.js';
import { slotId } from '#calendar/due-slots.js';
import { dueTimesBetween } from '#calendar/due-times.js';
import type { WorkingSet } from '#domain/working-set.js';
import { agentFolder } from '#store/agent-lock.js';
import { agentHolder } from '#store/agent-holder.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { holidaysOf } from './holidays.js';
import { latestResult, type LatestResult } from './latest-result.js';
import { readHealth } from './read-health.js';
import { viewJobs, type JobView } from './schedule-jobs.js';

/** How many due times of the last thirty days came to what. */
export interface LedgerCounts {
  readonly due: number;
  readonly done: number;
  readonly late: number;
  readonly failed: number;
  readonly missed: number;
  /** Due, and neither begun nor recorded yet. */
  readonly open: number;
  /** Reason → number, of the missed and failed ones. */
  readonly reasons: Readonly<Record<string, number>>;
}

export interface AgentStatus {
  /** `alive`: its lock is held and its health is fresh; `stale`: held, but silent; `stopped`: nobody holds it. */
  readonly state: 'alive' | 'stale' | 'stopped';
  readonly health: AgentHealth | null;
  readonly jobs: readonly JobView[];
  readonly last: LatestResult | null;
  readonly thirtyDays: LedgerCounts;
  /** A due time that has waited for more than 26 hours. */
  readonly overdue: boolean;
}

const staleAfter = 3 * 60_000;
const overdueAfter = 26 * 60 * 60_000;
const month = 30 * 24 * 60 * 60_000;

export async function agentStatus(desk: Desk): Promise<AgentStatus> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const now = desk.door.now();
    const snapshot = store.read();
    const health = readHealth(agentFolder(desk.folder));
    const jobs = viewJobs(snapshot, now, 3);
    const settled = Object.values(snapshot.slots).filter((slot) => slot.state === 'done' || slot.state === 'failed').sort((left, right) => (left.recordedAt > right.recordedAt ? -1 : 1));
    const [last] = settled;
    return {
      state: stateOf(agentHolder(desk.folder) !== undefined, health, now),
      health: health ?? null,
      jobs,
      last: last === undefined ? null : latestResult(last, snapshot),
      thirtyDays: countLedger(snapshot, now),
      overdue: openTimes(snapshot, new Date(Date.parse(now) - month).toISOString(), now).some((at) => Date.parse(now) - Date.parse(at) > overdueAfter),
    };
  } finally {
    await store.close();
  }
}

function stateOf(isHeld: boolean, health: AgentHealth | undefined, now: string): AgentStatus['state'] {
  if (!isHeld) return 'stopped';
  const age = health === undefined ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(now) - Date.parse(health.at));
  return age > staleAfter ? 'stale' : 'alive';
}

function countLedger(snapshot: WorkingSet, now: string): LedgerCounts {
  const from = new Date(Date.parse(now) - month).toISOString();
  const settled = Object.values(snapshot.slots).filter((slot) => slot.dueAt > from && slot.dueAt <= now && isSettled(slot));
  const open = openTimes(snapshot, from, now).length;
  const count = (state: string, late?: boolean): number => settled.filter((slot) => slot.state === state && (late === undefined || slot.late === late)).length;
  const reasons: Record<string, number> = {};
  for (const { reason } of settled) if (reason !== undefined) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return { due: settled.length + open, done: count('done', false), late: count('done', true), failed: count('failed'), missed: count('missed'), open, reasons };
}

/** Due times of enabled jobs that nothing in the ledger has settled. */
function openTimes(snapshot: WorkingSet, from: string, now: string): readonly string[] {
  const holidays = holidaysOf(snapshot);
  const jobs = Object.values(snapshot.jobs).filter((job) => job.enabled);
  return jobs.flatMap((job) => {
    const times = dueTimesBetween(job, job.since > from ? job.since : from, now, holidays, 10_000);
    return times.filter((time) => !isSettled(snapshot.slots[slotId(job, time.local)])).map((time) => time.at);
  });
}

function isSettled(slot: WorkingSet['slots'][string] | undefined): boolean {
  return slot?.state === 'done' || slot?.state === 'failed' || slot?.state === 'missed';
}
