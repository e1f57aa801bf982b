import type { Slot } from '#domain/slot.js';
import type { Say } from '#messages/say.js';
import type { AgentStatus, LedgerCounts } from '#workflows/agent-status.js';
import { minuteOf } from '#workflows/door.js';
import { latestLine } from '#workflows/latest-result.js';
import { labelled } from '../labelled.js';

/** One screen: does the watch live, what came of the last run, what comes next, how the last thirty days went. */
export function agentStatusPage(status: AgentStatus, say: Say, width: number): string[] {
  const { health, last, thirtyDays, jobs } = status;
  const next = jobs.flatMap(({ job, next: [time] }) => (time === undefined ? [] : [{ name: job.name, at: time.at }])).sort((left, right) => (left.at < right.at ? -1 : 1));
  const rows: [string, string][] = [
    [say('agent.label-state'), stateText(status, say)],
    [say('agent.label-last'), last === null ? say('agent.no-run') : latestLine(last, say)],
    [say('agent.label-next'), next[0] === undefined ? say('agent.no-next') : say('agent.next-text', { at: minuteOf(next[0].at), job: next[0].name })],
    [say('agent.label-month'), monthText(thirtyDays, say)],
    ...(health === null ? [] : ([[say('agent.label-disk'), say(`agent.disk-${health.disk}`, { free: Math.floor(health.diskFreeBytes / 2 ** 20) })]] as [string, string][])),
  ];
  return [...labelled(rows, width), ...(status.overdue ? [say('agent.overdue')] : [])];
}

/** A line for each slot that ended in this run. */
export function slotLines(slots: readonly Slot[], say: Say): string[] {
  return slots.map((slot) => say('agent.slot-line', { due: minuteOf(slot.dueAt), state: stateOf(slot, say) }));
}

function stateOf(slot: Slot, say: Say): string {
  const late = slot.late && slot.state === 'done' ? say('agent.late-mark') : '';
  const reason = slot.reason === undefined ? '' : say('agent.reason-text', { reason: say(`agent.reason.${slot.reason}`) });
  return `${say(`agent.state.${slot.state}`)}${late}${reason}`;
}

function stateText({ state, health }: AgentStatus, say: Say): string {
  if (health === null || state === 'stopped') return say('agent.stopped');
  const params = { since: minuteOf(health.startedAt), by: say(`agent.started-by.${health.startedBy}`), pid: health.pid, at: minuteOf(health.at) };
  return say(state === 'alive' ? 'agent.alive' : 'agent.stale', params);
}

function monthText({ due, done, late, failed, missed, open, reasons }: LedgerCounts, say: Say): string {
  const why = Object.entries(reasons).map(([reason, count]) => `${say(`agent.reason.${reason as 'machine-off'}`)} ${String(count)}`);
  const counts = say('agent.month-text', { due, done, late, failed, missed, open });
  return why.length === 0 ? counts : `${counts}${say('agent.month-reasons', { reasons: why.join(say('paper.list-joiner')) })}`;
}
