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

/** A day, and whether the table of its year confirms what it is. */
export interface SureDay {
  readonly day: string;
  readonly sure: boolean;
}

/** The last day up to `day` that is worked; by its weekday alone where the year has no table. */
export function lastWorkday(day: string, holidays: Holidays): SureDay {
  for (let at = day, left = 31; left > 0; at = shifted(at, -1), left -= 1) {
    const kind = dayKind(at, holidays);
    if (kind === 'workday' || kind === 'unknown-weekday') return { day: at, sure: kind === 'workday' };
  }
  // No holiday is a month long: a table that says so is not believed.
  return { day, sure: false };
}

/** The day so many days later. */
export function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day that is so many workdays after `day`; whole days only. `sure` is false where weekdays had to stand for a missing table. */
export function plusWorkdays(day: string, count: number, holidays: Holidays): SureDay {
  let [at, left, sure] = [day, Math.ceil(count), true];
  while (left > 0) {
    at = shifted(at, 1);
    const kind = dayKind(at, holidays);
    if (kind.startsWith('unknown')) sure = false;
    if (kind === 'workday' || kind === 'unknown-weekday') left -= 1;
  }
  return { day: at, sure };
}
