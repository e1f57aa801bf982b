import type { Slot } from '#domain/slot.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { Say } from '#messages/say.js';
import { minuteOf } from './door.js';

/** What the last run came to, for people (`latest.txt`) and programs (`latest.json`). */
export interface LatestResult {
  readonly at: string;
  readonly job: string;
  readonly state: Slot['state'];
  readonly late: boolean;
  readonly reason?: Slot['reason'];
  readonly counts: { readonly pass: number; readonly fail: number; readonly open: number };
  readonly openFindings: number;
  readonly report?: string;
}

export function latestResult(slot: Slot, snapshot: WorkingSet): LatestResult {
  const entries = Object.values(snapshot.assessments).filter((entry) => slot.assessmentIds.includes(entry.id));
  const sum = (...names: readonly string[]): number => entries.reduce((total, { counts }) => total + names.reduce((part, name) => part + (counts[name] ?? 0), 0), 0);
  const open = Object.values(snapshot.findings).filter(({ state }) => state !== 'closed' && state !== 'withdrawn').length;
  return {
    at: slot.recordedAt,
    job: snapshot.jobs[slot.jobId]?.name ?? slot.jobId,
    state: slot.state,
    late: slot.late,
    ...(slot.reason === undefined ? {} : { reason: slot.reason }),
    counts: { pass: sum('pass', 'fixed'), fail: sum('fail'), open: sum('error', 'unknown', 'notchecked') },
    openFindings: open,
    ...(slot.reportNumber === undefined ? {} : { report: slot.reportNumber }),
  };
}

/** One line a person can read at login. */
export function latestLine(result: LatestResult, say: Say): string {
  const at = minuteOf(result.at);
  if (result.state !== 'done') return say('agent.latest-not-done', { at, job: result.job, state: say(`agent.state.${result.state}`) });
  const late = result.late ? say('agent.late-mark') : '';
  return say('agent.latest-done', { at, job: result.job, late, ...result.counts, findings: result.openFindings });
}
