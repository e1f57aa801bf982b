import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import type { AgentHealth } from '#domain/agent-health.js';
import { viewJobs } from '#workflows/schedule-jobs.js';
import { diskPolicy } from '#workflows/disk-policy.js';
import { healthFile } from '#workflows/read-health.js';
import { placeText } from './agent-files.js';
import type { Watch } from './watch.js';

const month = 30 * 24 * 60 * 60_000;

export interface HealthGiven {
  readonly version: string;
  readonly lastJournalWriteAt: string;
  readonly loop: IntervalHistogram;
}

/** Measures how long the agent's own loop was held up. */
export function loopMeter(): IntervalHistogram {
  const meter = monitorEventLoopDelay({ resolution: 10 });
  meter.enable();
  return meter;
}

/** How the watch is, as of now. */
export function healthOf(watch: Watch, { version, lastJournalWriteAt, loop }: HealthGiven): AgentHealth {
  const { store, world, state, ended } = watch;
  const at = world.now();
  const snapshot = store.read();
  const last = ended.at(-1);
  const [next] = viewJobs(snapshot, at, 1).flatMap(({ job, next: [time] }) => (time === undefined ? [] : [{ job: job.name, at: time.at }])).sort((left, right) => (left.at < right.at ? -1 : 1));
  const since = new Date(Date.parse(at) - month).toISOString();
  const free = world.diskFree();
  const delay = loop.max / 1e6;
  loop.reset();
  return {
    pid: process.pid,
    at,
    startedAt: state?.startedAt ?? at,
    startedBy: state?.startedBy ?? 'once',
    version,
    head: store.head,
    lastJournalWriteAt,
    lastEnded: last === undefined ? null : { slot: last.id, state: last.state, at: last.recordedAt },
    nextDue: next ?? null,
    missedIn30Days: Object.values(snapshot.slots).filter((slot) => slot.state === 'missed' && slot.dueAt > since).length,
    diskFreeBytes: free,
    disk: diskPolicy(free),
    loopDelayMaxMs: Number.isFinite(delay) ? Math.round(delay) : 0,
    residentMegabytes: Math.round(process.memoryUsage().rss / 1024 / 1024),
  };
}

export function writeHealth(folder: string, health: AgentHealth): void {
  placeText(folder, healthFile, `${JSON.stringify(health, null, 2)}\n`);
}
