import type { CalendarDay } from '#domain/calendar-day.js';
import type { Duty, DutyTime } from '#domain/year-plan.js';
import { newYearHoliday } from '#messages/spellings.js';
import { dayKind, lastWorkday, shifted, type Holidays, type SureDay } from './workday.js';

/** A duty at its time of the year. */
export interface PlannedDuty {
  readonly duty: Duty;
  readonly from: string;
  /** By when; the same as `from` for a single day. */
  readonly to: string;
  /** Reminders begin on this day. */
  readonly remindFrom?: string;
  /** Holidays before which it is done. */
  readonly holidays: readonly string[];
  /** False where the day was reckoned by weekdays alone, for want of a table of holidays. */
  readonly sure: boolean;
}

/** A holiday whose day nobody knows: its table is not on file, or does not name it. */
export interface DatelessHoliday {
  readonly name: string;
  /** Year of the table in which it would stand. */
  readonly year: string;
  readonly reason: 'no-table' | 'not-in-table';
}

export interface PlannedYear {
  readonly duties: readonly PlannedDuty[];
  readonly dateless: readonly DatelessHoliday[];
}

/** Tables of holidays with the names of their days. */
export interface NamedHolidays extends Holidays {
  readonly days: Readonly<Record<string, Pick<CalendarDay, 'kind' | 'name'>>>;
}

/** The duties of a year, each on its days, soonest first; a day that is not known is never guessed. */
export function planYear(year: string, duties: readonly Duty[], holidays: NamedHolidays): PlannedYear {
  const found = duties.map((duty) => planDuty(year, duty, holidays));
  const planned = found.flatMap((each) => each.duties).sort((left, right) => (left.to === right.to ? 0 : left.to < right.to ? -1 : 1));
  const dateless = [...new Map(found.flatMap((each) => each.dateless).map((each) => [`${each.year} ${each.name}`, each])).values()];
  return { duties: planned, dateless };
}

function planDuty(year: string, duty: Duty, holidays: NamedHolidays): PlannedYear {
  if (duty.when.kind === 'before-holidays') return beforeHolidays(year, duty, duty.when.names, holidays);
  return { duties: timesOf(year, duty.when, holidays).map((time) => ({ duty, holidays: [], ...time })), dateless: [] };
}

type Time = Pick<PlannedDuty, 'from' | 'to' | 'remindFrom' | 'sure'>;

function timesOf(year: string, when: Exclude<DutyTime, { kind: 'before-holidays' }>, holidays: Holidays): readonly Time[] {
  if (when.kind === 'between') return [{ from: `${year}-${when.from}`, to: `${year}-${when.to}`, sure: true }];
  if (when.kind === 'months') return runsOf(when.months).map(([first, last]) => monthsTime(year, first, last, holidays));
  return (when.months ?? allMonths).map((month) => monthEnd(year, month, when.remindFrom, holidays));
}

const allMonths = Array.from({ length: 12 }, (_, index) => index + 1);

function monthsTime(year: string, first: number, last: number, holidays: Holidays): Time {
  const end = lastWorkday(lastDayOf(year, last), holidays);
  return { from: `${year}-${two(first)}-01`, to: end.day, sure: end.sure };
}

// A long holiday may take the last workday before the day of the reminder: then the reminder is on that workday.
function monthEnd(year: string, month: number, remindFrom: number | undefined, holidays: Holidays): Time {
  const { day, sure } = lastWorkday(lastDayOf(year, month), holidays);
  const reminder = `${year}-${two(month)}-${two(remindFrom ?? 0)}`;
  return { from: day, to: day, sure, ...(remindFrom === undefined ? {} : { remindFrom: reminder < day ? reminder : day }) };
}

/** First and last of months that follow each other. */
function runsOf(months: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = [...new Set(months)].sort((left, right) => left - right);
  const firsts = sorted.filter((month) => !sorted.includes(month - 1));
  const lasts = sorted.filter((month) => !sorted.includes(month + 1));
  return firsts.map((first, index) => [first, lasts[index] ?? first]);
}

function beforeHolidays(year: string, duty: Duty, names: readonly string[], holidays: NamedHolidays): PlannedYear {
  const found = names.map((name) => ({ name, eve: eveOf(year, name, holidays) }));
  const days = new Map<string, { readonly names: string[]; readonly sure: boolean }>();
  for (const { name, eve } of found) {
    if (eve === undefined || !('day' in eve)) continue;
    // 中秋 and 国庆 may be one holiday: one check before it.
    days.set(eve.day, { names: [...(days.get(eve.day)?.names ?? []), name], sure: eve.sure });
  }
  return {
    duties: [...days].map(([day, { names: before, sure }]) => ({ duty, from: day, to: day, holidays: before, sure })),
    dateless: found.flatMap(({ eve }) => (eve !== undefined && 'reason' in eve ? [eve] : [])),
  };
}

/** Last workday before the holiday; undefined where it lies in another year. */
function eveOf(year: string, name: string, holidays: NamedHolidays): SureDay | DatelessHoliday | undefined {
  const tableYear = name.startsWith(newYearHoliday) ? String(Number(year) + 1) : year;
  const first = firstDayNamed(name, tableYear, holidays);
  if (first === undefined) return { name, year: tableYear, reason: holidays.years[tableYear] === undefined ? 'no-table' : 'not-in-table' };
  const eve = lastWorkday(shifted(first, -1), holidays);
  return eve.day.startsWith(year) ? eve : undefined;
}

// The holiday of New Year may begin in the old year.
function firstDayNamed(name: string, tableYear: string, holidays: NamedHolidays): string | undefined {
  const isNewYear = name.startsWith(newYearHoliday);
  const from = isNewYear ? `${Number(tableYear) - 1}-12-15` : `${tableYear}-01-01`;
  const to = isNewYear ? `${tableYear}-01-31` : `${tableYear}-12-31`;
  const named = Object.keys(holidays.days).filter((day) => day >= from && day <= to && dayKind(day, holidays) === 'day-off' && (holidays.days[day]?.name.includes(name) ?? false));
  return named.sort()[0];
}

function lastDayOf(year: string, month: number): string {
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
