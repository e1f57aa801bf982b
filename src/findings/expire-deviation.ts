import type { Actor } from '#domain/actor.js';
import type { Finding } from '#domain/finding.js';
import { stepped } from './step.js';
import { without } from './without.js';

/** The finding as it is on `today`: a deviation counts until its last day inclusive, then the problem is open again with a new deadline. */
export function asOfToday(finding: Finding, today: string, tool: Actor): Finding {
  const { state, deviation } = finding;
  if (state !== 'deviation-approved' || deviation === undefined || deviation.until >= today) return finding;
  return without(stepped(finding, { event: 'deviation-expired', by: tool, at: dayAfter(deviation.until), day: deviation.until }), 'dueOn');
}

// Midnight in China: the first moment that the approval does not cover.
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString();
}
