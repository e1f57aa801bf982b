import type { Say } from '#messages/say.js';
import type { HolidayTable } from '#workflows/holidays.js';
import type { CalendarMonth } from '#workflows/show-calendar.js';
import { tableLines } from '../table.js';
import { weekdayText } from './rhythm-text.js';

/** A month, a day on each line. */
export function calendarRows({ month, known, days }: CalendarMonth, say: Say, width: number): string[] {
  const columns = [{ title: say('column.day') }, { title: say('column.weekday') }, { title: say('column.day-kind') }, { title: say('column.title'), wide: true }];
  const rows = days.map(({ day, kind, name }) => [day, weekdayText(day, say), say(`day-kind.${kind}`), name ?? '']);
  const worked = days.filter(({ kind }) => kind === 'workday' || kind === 'unknown-weekday').length;
  return [...tableLines(columns, rows, width), '', say(known ? 'calendar.month-known' : 'calendar.month-unknown', { month, worked, year: month.slice(0, 4) })];
}

/** The tables of holidays on file: the years with their sources, then the days. */
export function holidayRows({ years, days }: HolidayTable, say: Say, width: number): string[] {
  if (years.length === 0) return [say('calendar.no-table')];
  const yearColumns = [{ title: say('column.year') }, { title: say('column.days'), align: 'right' as const }, { title: say('column.source'), wide: true }];
  const dayColumns = [{ title: say('column.day') }, { title: say('column.weekday') }, { title: say('column.day-kind') }, { title: say('column.title'), wide: true }];
  return [
    ...tableLines(yearColumns, years.map(({ year, days: count, source }) => [year, String(count), source]), width),
    '',
    ...tableLines(dayColumns, days.map(({ day, kind, name }) => [day, weekdayText(day, say), say(kind === 'holiday' ? 'day-kind.day-off' : 'day-kind.workday'), name]), width),
  ];
}
