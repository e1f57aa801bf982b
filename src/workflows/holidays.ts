import { readBytes } from '#catalog/read-bytes.js';
import type { Holidays } from '#calendar/workday.js';
import { AppError, type Problem } from '#domain/app-error.js';
import type { CalendarDay, CalendarYear } from '#domain/calendar-day.js';
import type { Change } from '#domain/change.js';
import { IsoDay } from '#domain/primitives.js';
import type { WorkingSet } from '#domain/working-set.js';
import { dayPattern, dayWords } from '#messages/spellings.js';
import { decodeCsv } from '#registers/decode-csv.js';
import { plain } from '#registers/normalise-cell.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from './desk.js';

const limitBytes = 256 * 1024;

export interface HolidayTable {
  readonly years: readonly CalendarYear[];
  readonly days: readonly CalendarDay[];
}

/** The tables on file as the calendar reads them. */
export function holidaysOf(snapshot: Pick<WorkingSet, 'calendarDays' | 'calendarYears'>): Holidays {
  return { days: snapshot.calendarDays, years: snapshot.calendarYears };
}

/** The tables on file, or that of one year. */
export async function listHolidays(desk: Desk, year?: string): Promise<HolidayTable> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const { calendarDays, calendarYears } = store.read();
    const isAsked = (day: string): boolean => year === undefined || day.startsWith(year);
    const days = Object.values(calendarDays).filter(({ day }) => isAsked(day)).sort((left, right) => (left.day < right.day ? -1 : 1));
    const years = Object.values(calendarYears).filter((each) => isAsked(each.year)).sort((left, right) => (left.year < right.year ? -1 : 1));
    return { years, days };
  } finally {
    await store.close();
  }
}

/** Takes over a table of public holidays and worked weekends: `day,kind,name` lines. The years it names are replaced whole. */
export async function importHolidays(desk: Desk, file: string, source: string, by?: string): Promise<readonly CalendarYear[]> {
  const days = daysIn(decodeCsv(readBytes(file, limitBytes), file), file, sourceOf(source));
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    const actor = claimed(by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    return await store.transact({ actor, at }, (snapshot) => {
      const named = [...new Set(days.map(({ day }) => day.slice(0, 4)))].sort();
      const years = named.map((year): CalendarYear => ({ year, days: days.filter(({ day }) => day.startsWith(year)).length, source: sourceOf(source) }));
      const old = Object.keys(snapshot.calendarDays).filter((day) => named.includes(day.slice(0, 4)));
      const changes: Change[] = [
        ...old.map((id) => ({ collection: 'calendarDays' as const, id, value: null })),
        ...days.map((value) => ({ collection: 'calendarDays' as const, id: value.day, value })),
        ...years.map((value) => ({ collection: 'calendarYears' as const, id: value.year, value })),
      ];
      return { kind: 'calendar.imported', changes, result: years };
    });
  } finally {
    await store.close();
  }
}

function sourceOf(text: string): string {
  const source = text.trim();
  if (source === '' || source.length > 200) throw new AppError('usage-invalid', { detail: '--source' });
  return source;
}

function daysIn(text: string, file: string, source: string): readonly CalendarDay[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).map((written, index) => ({ cells: written.split(/[,，]/).map(plain), line: index + 1 }));
  const rows = lines.filter(({ cells }) => cells.some((cell) => cell !== '') && !dayWords.header.includes((cells[0] ?? '').toLowerCase()));
  const problems: Problem[] = rows.length === 0 ? [lineProblem(1, [])] : [];
  const seen = new Set<string>();
  const days = rows.flatMap(({ cells, line }): CalendarDay[] => {
    const [written = '', word = '', name = '', ...more] = cells;
    const day = dayIn(written);
    const kind = kindIn(word.toLowerCase());
    if (day === undefined || kind === undefined || seen.has(day) || more.some((cell) => cell !== '')) {
      problems.push(lineProblem(line, cells));
      return [];
    }
    seen.add(day);
    return [{ day, kind, name: name.slice(0, 40), source }];
  });
  if (problems.length > 0) throw new AppError('calendar-file-invalid', { file, count: problems.length }, { problems: problems.slice(0, 200) });
  return days;
}

function lineProblem(line: number, cells: readonly string[]): Problem {
  return { code: 'calendar-line-invalid', params: { line, text: cells.join(',').slice(0, 60) } };
}

// A spreadsheet writes 2026/10/1 where the notice said 2026-10-01.
function dayIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = dayPattern.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const written = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return IsoDay.safeParse(written).success ? written : undefined;
}

function kindIn(word: string): CalendarDay['kind'] | undefined {
  if (dayWords.holiday.includes(word)) return 'holiday';
  return dayWords.workday.includes(word) ? 'workday' : undefined;
}
