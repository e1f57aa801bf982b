import { extname } from 'node:path';
import { writeICalendar, type CalendarEvent } from '#calendar/icalendar.js';
import { AppError } from '#domain/app-error.js';
import { readBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { yearOf, type OfficersYear, type YearEntry } from './officers-year.js';
import { writePaper } from './write-paper.js';

export interface ExportedYear {
  readonly year: string;
  readonly path: string;
  readonly events: number;
  readonly known: boolean;
  readonly dateless: OfficersYear['dateless'];
}

/** Writes the officer's year for a calendar program; numbers and books are named, never people. */
export async function exportYear(desk: Desk, file: string, asked?: string): Promise<ExportedYear> {
  if (extname(file).toLowerCase() !== '.ics') throw new AppError('calendar-format-unknown', { file });
  const { year, unit, known, dateless, events } = await readBooks(desk, (open) => {
    const { entries, ...rest } = yearOf(desk, open, asked ?? open.today.slice(0, 4));
    return { ...rest, events: entries.map((entry) => eventOf(desk, entry, open.identity.storeId)) };
  });
  const text = writeICalendar(events, { name: desk.say('year.calendar', { year, unit }), at: new Date(desk.door.now()).toISOString() });
  writePaper(file, Buffer.from(text));
  return { year, path: file, events: events.length, known, dateless };
}

function eventOf({ say }: Desk, { id, from, to, remindFrom, what, who, source, basis, command, sure }: YearEntry, office: string): CalendarEvent {
  const origin = `${say(`year-source.${source}`)}${basis === undefined ? '' : ` ${basis}`}`;
  const description = [who ?? '', origin, command ?? '', sure ? '' : say('year.unsure')].filter((line) => line !== '').join('\n');
  return { uid: `${id}@${office}`, from, to, summary: what, description, ...(remindFrom && { remindOn: remindFrom }) };
}
