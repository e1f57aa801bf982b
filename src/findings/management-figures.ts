import type { Finding } from '#domain/finding.js';
import type { CureFigures, GroupFigures, ManagementFigures, MonthFigures } from '#domain/management-figures.js';

/** A finding as it stands today, late or not. */
export interface Watched {
  readonly finding: Finding;
  readonly overdue: boolean;
}

export interface WatchedUntil {
  readonly today: string;
  /** The day the records begin. */
  readonly since: string;
  /** The months that are looked at, oldest first, the last one that of today. */
  readonly months: readonly string[];
  /** Calendar day of a moment. */
  readonly dayOf: (instant: string) => string;
}

const dayMs = 86_400_000;

/** Completion, lateness, recurrence and time to close of all problems that were open at some time in these months, in all, by department and by section. */
export function managementFigures(watched: readonly Watched[], until: WatchedUntil): ManagementFigures {
  const { months } = until;
  const from = `${months[0] ?? ''}-01`;
  const own = watched.filter(({ finding }) => finding.state !== 'withdrawn' && wasOpenSince(finding, from, until));
  return {
    from,
    to: until.today,
    all: cureFigures(own, until),
    byDepartment: grouped(own, departmentOf, until),
    bySection: grouped(own, ({ section }) => section ?? null, until),
    months: months.map((month) => monthFigures(month, watched, until)),
  };
}

/** Days that each closing of a finding took, with the day it was closed. */
export function closingsOf({ events }: Finding, dayOf: WatchedUntil['dayOf']): readonly { readonly day: string; readonly days: number }[] {
  let found: string | undefined;
  return events.flatMap(({ event, to, from, at }) => {
    if (event === 'opened' || event === 'reopened') found = at;
    if (to !== 'closed' || from === 'closed' || found === undefined) return [];
    return [{ day: dayOf(at), days: (Date.parse(dayOf(at)) - Date.parse(dayOf(found))) / dayMs }];
  });
}

function cureFigures(own: readonly Watched[], { dayOf }: WatchedUntil): CureFigures {
  const closed = own.filter(({ finding }) => finding.state === 'closed');
  const days = closed.flatMap(({ finding }) => closingsOf(finding, dayOf).at(-1)?.days ?? []);
  return {
    total: own.length,
    closed: closed.length,
    overdue: own.filter(({ overdue }) => overdue).length,
    recurring: own.filter(({ finding }) => finding.recurrences > 0).length,
    rate: own.length === 0 ? null : (closed.length * 100) / own.length,
    meanDays: meanOf(days),
  };
}

export function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

// Most problems first; what belongs nowhere comes last.
function grouped(own: readonly Watched[], nameOf: (finding: Finding) => string | null, until: WatchedUntil): readonly GroupFigures[] {
  const groups = new Map<string | null, Watched[]>();
  for (const each of own) {
    const name = nameOf(each.finding);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  return [...groups].map(([name, group]) => ({ name, ...cureFigures(group, until) })).sort((left, right) => Number(left.name === null) - Number(right.name === null) || right.total - left.total || (left.name ?? '').localeCompare(right.name ?? ''));
}

function departmentOf({ department, subject }: Finding): string | null {
  return department ?? (subject.kind === 'department' ? subject.label : null);
}

function monthFigures(month: string, watched: readonly Watched[], { today, since, dayOf }: WatchedUntil): MonthFigures {
  if (month < since.slice(0, 7)) return { month, opened: null, closed: null, live: null };
  const counted = watched.filter(({ finding }) => finding.state !== 'withdrawn').map(({ finding }) => finding);
  const inMonth = (at: string): boolean => dayOf(at).startsWith(month);
  const sum = (count: (finding: Finding) => number): number => counted.reduce((total, finding) => total + count(finding), 0);
  const end = month === today.slice(0, 7) ? today : `${month}-31`;
  return {
    month,
    opened: sum(({ events }) => events.filter(({ event, at }) => (event === 'opened' || event === 'reopened') && inMonth(at)).length),
    closed: sum(({ events }) => events.filter(({ to, from, at }) => to === 'closed' && from !== 'closed' && inMonth(at)).length),
    live: counted.filter(({ events }) => isLiveOn(events, end, dayOf)).length,
  };
}

function isLiveOn(events: Finding['events'], day: string, dayOf: WatchedUntil['dayOf']): boolean {
  const last = events.findLast(({ at }) => dayOf(at) <= day);
  return last !== undefined && last.to !== 'closed' && last.to !== 'withdrawn';
}

// What is noted after the end, e.g. who was held to account, does not open it again.
function wasOpenSince({ state, events }: Finding, from: string, { dayOf }: WatchedUntil): boolean {
  return state !== 'closed' || events.some((each) => each.from !== 'closed' && dayOf(each.at) >= from);
}
