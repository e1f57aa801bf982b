import { planYear, type DatelessHoliday, type PlannedDuty } from '#calendar/officers-year.js';
import { shifted } from '#calendar/workday.js';
import type { Round } from '#domain/round.js';
import type { Duty } from '#domain/year-plan.js';
import { unitTraits } from '#evaluation/world.js';
import { listJoiner } from '#messages/spellings.js';
import { readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { dueUntil, type DueLine } from './list-due.js';
import { loadYearPlan } from './load-year-plan.js';
import { unitTraitsOf } from './unit-traits.js';

/** Something to be done in the year, by rhythm or by what the records say. */
export interface YearEntry {
  /** The same for the same matter each time it is asked for. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly remindFrom?: string;
  readonly what: string;
  readonly who?: string;
  readonly source: Duty['source'] | DueLine['source'] | 'round';
  readonly basis?: string;
  readonly command?: string;
  /** False where the day was reckoned by weekdays alone. */
  readonly sure: boolean;
  readonly overdue: boolean;
}

export interface OfficersYear {
  readonly year: string;
  readonly unit: string;
  readonly today: string;
  /** Is the year's table of holidays on file? */
  readonly known: boolean;
  readonly plan: 'program' | 'office';
  readonly entries: readonly YearEntry[];
  /** Holidays whose day nobody knows. */
  readonly dateless: readonly DatelessHoliday[];
}

/** The officer's year, this one unless told: rhythms, deadlines of rounds, and everything due by the books. */
export function officersYear(desk: Desk, asked?: string): Promise<OfficersYear> {
  return readBooks(desk, (open) => yearOf(desk, open, asked ?? open.today.slice(0, 4)));
}

export function yearOf(desk: Desk, open: OpenBooks, year: string): OfficersYear {
  const { plan, origin } = loadYearPlan(desk);
  const { calendarDays: days, calendarYears: years } = open.snapshot;
  const { duties, dateless } = planYear(year, plan.duties.filter(isOurs(open)), { days, years });
  const entries = [...duties.map((planned) => rhythmEntry(desk, planned)), ...roundEntries(desk, open), ...dueEntries(desk, open, year)];
  // What is overdue since an earlier year is still to be done in this one.
  const isShown = ({ from, to, overdue }: YearEntry): boolean => (from <= `${year}-12-31` && to >= `${year}-01-01`) || (overdue && year === open.today.slice(0, 4));
  return { year, unit: open.identity.unit, today: open.today, known: years[year] !== undefined, plan: origin, entries: entries.filter(isShown).sort(byDay), dateless };
}

/** The next few entries from today on, within so many days, and what is late. */
export function entriesAhead(desk: Desk, open: OpenBooks, days: number): readonly YearEntry[] {
  const until = shifted(open.today, days);
  const years = [...new Set([open.today.slice(0, 4), until.slice(0, 4)])];
  const entries = years.flatMap((year) => yearOf(desk, open, year).entries).filter(({ to }) => to >= open.today && to <= until);
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(byDay);
}

function byDay(left: YearEntry, right: YearEntry): number {
  return left.to === right.to ? (left.id < right.id ? -1 : 1) : left.to < right.to ? -1 : 1;
}

// A kind of business that the program does not ask for counts as "has".
function isOurs({ identity }: OpenBooks): (duty: Duty) => boolean {
  const traits: Readonly<Record<string, boolean>> = unitTraitsOf(identity);
  return ({ needs }) => needs === undefined || !(unitTraits as readonly string[]).includes(needs) || traits[needs] === true;
}

function rhythmEntry(desk: Desk, { duty, from, to, remindFrom, holidays, sure }: PlannedDuty): YearEntry {
  const { id, what, who, source, basis, command } = duty;
  const text = holidays.length === 0 ? what : desk.say('year.before', { what, holidays: holidays.join(listJoiner) });
  return { id: `${id}-${to}`, from, to, ...(remindFrom && { remindFrom }), what: text, who, source, ...(basis && { basis }), ...(command && { command }), sure, overdue: false };
}

function roundEntries(desk: Desk, { snapshot, today }: OpenBooks): readonly YearEntry[] {
  return openRounds(Object.values(snapshot.rounds)).flatMap(({ number, checklistId, deadline, in: handed, of }): YearEntry[] => {
    if (deadline === undefined) return [];
    return [{ id: `round-${number}`, from: deadline, to: deadline, what: desk.say('year.round', { number, checklist: checklistId, in: handed, of }), source: 'round', sure: true, overdue: deadline < today && handed < of }];
  });
}

/** A round that is still out: how many of its subjects handed in. */
export interface OpenRound {
  readonly number: string;
  readonly checklistId: string;
  readonly deadline?: string;
  readonly in: number;
  readonly of: number;
}

export function openRounds(rounds: readonly Round[]): readonly OpenRound[] {
  return rounds
    .filter(({ state }) => state === 'open')
    .map(({ number, checklistId, deadline, handedIn, subjects }) => ({ number, checklistId, ...(deadline && { deadline }), in: Object.keys(handedIn).length, of: subjects.length }))
    .sort((left, right) => (left.number < right.number ? -1 : 1));
}

// Thirty reviews of one book, or thirty findings, on one day are one entry that says thirty.
function dueEntries(desk: Desk, open: OpenBooks, year: string): readonly YearEntry[] {
  const groups = new Map<string, DueLine[]>();
  for (const line of dueUntil(open, `${year}-12-31`)) {
    const key = [line.day, line.source, line.register, line.column].filter((part) => part !== undefined).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].flatMap(([key, lines]): YearEntry[] => {
    const [line] = lines;
    if (line === undefined) return [];
    return [{ id: `due-${key.replaceAll(' ', '-')}`, from: line.day, to: line.day, what: dueText(desk, line, lines.length), source: line.source, command: commandOf(line, lines.length), sure: true, overdue: line.overdue }];
  });
}

function dueText(desk: Desk, { source, title, what, subject }: DueLine, count: number): string {
  if (source === 'finding') return count === 1 ? desk.say('year.finding', { number: subject }) : desk.say('year.findings', { count });
  if (source === 'supervision') return desk.say('year.supervision', { number: subject });
  if (source === 'leak') return desk.say('year.leak', { number: subject });
  return source === 'training' ? desk.say('year.training', { title, count }) : desk.say('year.book', { what: what?.zh ?? '', title, count });
}

function commandOf({ source, register, subject }: DueLine, count: number): string {
  if (source === 'finding') return count === 1 ? `zicha finding show ${subject}` : 'zicha finding list';
  if (source === 'supervision') return `zicha supervision show ${subject.split(' ')[0] ?? ''}`;
  if (source === 'leak') return 'zicha leak list';
  return source === 'training' ? 'zicha register list trainings' : `zicha register list ${register ?? ''}`;
}
