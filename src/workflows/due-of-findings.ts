import { plusWorkdays } from '#calendar/workday.js';
import type { Finding } from '#domain/finding.js';
import type { WorkingSet } from '#domain/working-set.js';
import { dueDay, type Due } from '#findings/due-day.js';
import { dayOf } from './door.js';
import { parameterValues } from './parameter-values.js';

/** By when each finding is due, by the unit's own parameter and the imported holidays: computed, never stored. */
export function dueOfFindings(snapshot: Pick<WorkingSet, 'parameters' | 'calendarDays' | 'calendarYears'>): (finding: Finding) => Due | undefined {
  const days = parameterValues(snapshot)['rectificationDays'];
  const holidays = { days: snapshot.calendarDays, years: snapshot.calendarYears };
  return (finding) => dueDay(finding, days, dayOf, (day, count) => plusWorkdays(day, count, holidays));
}
