import type { Finding } from '#domain/finding.js';

/** Adds workdays to a day; `sure` is false where a year's table of holidays is missing and weekdays had to do. */
export type PlusWorkdays = (day: string, count: number) => { readonly day: string; readonly sure: boolean };

/** The day by which a finding must be cured, and whether the tables of holidays confirm it. */
export interface Due {
  readonly day: string;
  readonly sure: boolean;
}

const longestDays = 2500;

/** The day given to a finding, else the day it was found (found again, or no longer excepted) + the unit's own workdays for its severity; undefined = not set. `dayOf` gives the calendar day of a moment. */
export function dueDay(finding: Finding, daysBySeverity: unknown, dayOf: (instant: string) => string, plusWorkdays: PlusWorkdays): Due | undefined {
  if (finding.dueOn !== undefined) return { day: finding.dueOn, sure: true };
  const days = typeof daysBySeverity === 'object' && daysBySeverity !== null ? (daysBySeverity as Record<string, unknown>)[finding.severity] : undefined;
  if (typeof days !== 'number' || !(days >= 0 && days <= longestDays)) return undefined;
  return plusWorkdays(dayOf(foundAt(finding)), days);
}

function foundAt(finding: Finding): string {
  return finding.events.findLast(({ event }) => event === 'opened' || event === 'reopened' || event === 'deviation-expired')?.at ?? finding.firstSeenAt;
}

/** Still to be rectified after its day. */
export function isOverdue(finding: Finding, due: string | undefined, today: string): boolean {
  return due !== undefined && due < today && (finding.state === 'open' || finding.state === 'remediating');
}
