import { Cron } from 'croner';
import type { Job, Rhythm } from '#domain/job.js';
import { localTime } from './local-time.js';
import { dayKind, type DayKind, type Holidays } from './workday.js';

/** One time at which a job falls due. */
export interface DueTime {
  /** Moment, ISO. */
  readonly at: string;
  /** `YYYY-MM-DDTHH:MM` in the job's zone: it names the slot. */
  readonly local: string;
  /** What is known of the day. */
  readonly dayKind: DayKind;
}

type Timed = Pick<Job, 'rhythm' | 'zone'>;

const dayLength = 24 * 60 * 60_000;

/** The due times after `from` up to and with `to`, oldest first; of more than `most` the newest. */
export function dueTimesBetween(job: Timed, from: string, to: string, holidays: Holidays, most = 400): readonly DueTime[] {
  // A rhythm of minutes over a year off would be half a million looks: the last days are looked at first.
  for (const days of [2, 60]) {
    const start = new Date(Date.parse(to) - days * dayLength).toISOString();
    const found = start > from ? collected(job, start, to, holidays) : [];
    if (found.length >= most) return found.slice(-most);
  }
  return collected(job, from, to, holidays).slice(-most);
}

function collected(job: Timed, from: string, to: string, holidays: Holidays): readonly DueTime[] {
  const found: DueTime[] = [];
  for (const time of dueTimesAfter(job, from, holidays)) {
    if (time.at > to) break;
    found.push(time);
  }
  return found;
}

/** The next due times after a moment. */
export function nextDueTimes(job: Timed, after: string, holidays: Holidays, count: number): readonly DueTime[] {
  const found: DueTime[] = [];
  for (const time of dueTimesAfter(job, after, holidays)) {
    if (found.push(time) === count) break;
  }
  return found;
}

// A rhythm that never falls due (31 February) ends after as many looks as four years have days.
const mostLooks = 1_500;

function* dueTimesAfter({ rhythm, zone }: Timed, after: string, holidays: Holidays): Generator<DueTime> {
  const cron = new Cron(patternOf(rhythm), { timezone: zone, paused: true, mode: '5-part' });
  let idle = 0;
  let latest = '';
  for (let next = cron.nextRun(new Date(after)); next !== null && idle < mostLooks; next = cron.nextRun(next)) {
    const local = localTime(next, zone);
    const kind = dayKind(local.slice(0, 10), holidays);
    idle += 1;
    // The hour that autumn gives twice is due once: local time names the slot.
    if (local <= latest || !fallsOn(rhythm, local.slice(0, 10), kind)) continue;
    idle = 0;
    latest = local;
    yield { at: next.toISOString(), local, dayKind: kind };
  }
}

/** The rhythm as a cron expression; days it names too many of are sieved by `fallsOn`. */
export function patternOf(rhythm: Rhythm): string {
  if (rhythm.kind === 'cron') return rhythm.expression;
  const [hour, minute] = rhythm.at.split(':').map(Number);
  const clock = `${String(minute)} ${String(hour)}`;
  if (rhythm.kind === 'week') return `${clock} * * ${String(rhythm.on)}`;
  const day = rhythm.kind === 'month' || rhythm.kind === 'quarter' ? (rhythm.on > 28 ? `28-31` : String(rhythm.on)) : '*';
  return `${clock} ${day} ${rhythm.kind === 'quarter' ? '1,4,7,10' : '*'} *`;
}

function fallsOn(rhythm: Rhythm, day: string, kind: DayKind): boolean {
  if (rhythm.kind === 'workday') return kind === 'workday' || kind === 'unknown-weekday';
  if (rhythm.kind !== 'month' && rhythm.kind !== 'quarter') return true;
  return Number(day.slice(8)) === Math.min(rhythm.on, lastOfMonth(day));
}

function lastOfMonth(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}

const cronFields = ['minute', 'hour', 'day', 'month', 'weekday'] as const;

/** What is wrong with a cron expression: the number of its fields, one of them, or that it never falls due. */
export type CronFault = (typeof cronFields)[number] | 'fields' | 'never';

/** Why a cron expression is refused, or undefined for one that falls due some day after `now`. */
export function cronFault(expression: string, zone: string, now: string): CronFault | undefined {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== cronFields.length) return 'fields';
  const wrong = cronFields.find((_name, position) => nextOf(fields.map((field, index) => (index === position ? field : '*')).join(' '), zone, now) === undefined);
  if (wrong !== undefined) return wrong;
  return nextOf(expression, zone, now) instanceof Date ? undefined : 'never';
}

// The parser's own words are English and about its grammar; what matters is the field.
function nextOf(expression: string, zone: string, now: string): Date | null | undefined {
  try {
    return new Cron(expression, { timezone: zone, paused: true, mode: '5-part' }).nextRun(new Date(now));
  } catch {
    return undefined;
  }
}
