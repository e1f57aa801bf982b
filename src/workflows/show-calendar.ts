import { dayKind, type DayKind } from '#calendar/workday.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { holidaysOf } from './holidays.js';

/** One day of a month as the calendar knows it. */
export interface CalendarLine {
  readonly day: string;
  readonly kind: DayKind;
  /** Name of the holiday, or why a weekend day is worked. */
  readonly name?: string;
}

export interface CalendarMonth {
  /** `YYYY-MM` */
  readonly month: string;
  /** Is the year's table of holidays on file? */
  readonly known: boolean;
  readonly days: readonly CalendarLine[];
}

/** A month, this one unless told, day by day. */
export async function showCalendar(desk: Desk, asked: string | undefined): Promise<CalendarMonth> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const month = asked ?? dayOf(desk.door.now()).slice(0, 7);
    const snapshot = store.read();
    const holidays = holidaysOf(snapshot);
    const days = daysOf(month).map((day): CalendarLine => {
      const name = snapshot.calendarDays[day]?.name ?? '';
      return { day, kind: dayKind(day, holidays), ...(name === '' ? {} : { name }) };
    });
    return { month, known: snapshot.calendarYears[month.slice(0, 4)] !== undefined, days };
  } finally {
    await store.close();
  }
}

function daysOf(month: string): readonly string[] {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return Array.from({ length: last }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}
