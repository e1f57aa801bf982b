import type { CalendarDay, CalendarYear } from '#domain/calendar-day.js';

/** The imported tables of public holidays, as looked up by day. */
export interface Holidays {
  readonly days: Readonly<Record<string, Pick<CalendarDay, 'kind'>>>;
  readonly years: Readonly<Record<string, Pick<CalendarYear, 'year'>>>;
}

/** Is `day` worked? `unknown-…` where its year has no table: what its weekday says, and that nobody knows better. */
export type DayKind = 'workday' | 'day-off' | 'unknown-weekday' | 'unknown-weekend';

export function dayKind(day: string, { days, years }: Holidays): DayKind {
  const listed = days[day];
  if (listed !== undefined) return listed.kind === 'workday' ? 'workday' : 'day-off';
  const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  if (years[day.slice(0, 4)] === undefined) return isWeekend ? 'unknown-weekend' : 'unknown-weekday';
  return isWeekend ? 'day-off' : 'workday';
}
