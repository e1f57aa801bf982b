import type { Finding } from '#domain/finding.js';

const dayMs = 86_400_000;

const longestDays = 36_525;

/** Day by which a finding must be rectified: the one given to it, else the day it was found (or found again after it was closed) + the unit's own days for its severity; undefined = not set. `dayOf` gives the calendar day of a moment. */
export function dueDay(finding: Finding, daysBySeverity: unknown, dayOf: (instant: string) => string): string | undefined {
  if (finding.dueOn !== undefined) return finding.dueOn;
  const days = typeof daysBySeverity === 'object' && daysBySeverity !== null ? (daysBySeverity as Record<string, unknown>)[finding.severity] : undefined;
  if (typeof days !== 'number' || !(days >= 0 && days <= longestDays)) return undefined;
  return new Date(Date.parse(dayOf(foundAt(finding))) + days * dayMs).toISOString().slice(0, 10);
}

function foundAt(finding: Finding): string {
  return finding.events.findLast((each) => each.event === 'opened' || each.event === 'reopened')?.at ?? finding.firstSeenAt;
}

/** Still to be rectified after its day. */
export function isOverdue(finding: Finding, due: string | undefined, today: string): boolean {
  return due !== undefined && due < today && (finding.state === 'open' || finding.state === 'remediating');
}
