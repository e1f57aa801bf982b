import { describe, expect, it } from 'vitest';
import { cronFault, dueTimesBetween, nextDueTimes } from '#calendar/due-times.js';
import type { Rhythm } from '#domain/job.js';
import { china, holidays2026, jobOf, noTable } from './office-jobs.js';

const nextLocal = (rhythm: Rhythm, after: string, count: number, zone = 'Asia/Shanghai'): readonly string[] =>
  nextDueTimes({ rhythm, zone }, china(after), holidays2026, count).map((time) => time.local.replace('T', ' '));

describe('the next times of a rhythm', () => {
  it('every day', () => {
    expect(nextLocal({ kind: 'day', at: '12:30' }, '2026-10-01 12:30', 2)).toEqual(['2026-10-02 12:30', '2026-10-03 12:30']);
  });

  it('every workday: not in the holiday, on the Saturday that is worked', () => {
    expect(nextLocal({ kind: 'workday', at: '08:30' }, '2026-09-30 12:00', 4)).toEqual(['2026-10-09 08:30', '2026-10-10 08:30', '2026-10-12 08:30', '2026-10-13 08:30']);
  });

  it('every workday of a year without a table goes by the weekday, and says that it is not known', () => {
    const times = nextDueTimes({ rhythm: { kind: 'workday', at: '08:30' }, zone: 'Asia/Shanghai' }, china('2027-09-30 12:00'), holidays2026, 2);
    expect(times.map(({ local, dayKind }) => [local, dayKind])).toEqual([['2027-10-01T08:30', 'unknown-weekday'], ['2027-10-04T08:30', 'unknown-weekday']]);
  });

  it.each([[1, '2026-10-12'], [6, '2026-10-10'], [7, '2026-10-11']])('every week on day %i', (on, day) => {
    expect(nextLocal({ kind: 'week', at: '09:00', on }, '2026-10-09 12:00', 1)).toEqual([`${day} 09:00`]);
  });

  it('every month on the 5th', () => {
    expect(nextLocal({ kind: 'month', at: '10:00', on: 5 }, '2026-12-05 10:00', 2)).toEqual(['2027-01-05 10:00', '2027-02-05 10:00']);
  });

  it('every month on the 31st is the last day of a shorter month', () => {
    expect(nextLocal({ kind: 'month', at: '10:00', on: 31 }, '2026-12-31 12:00', 4)).toEqual(['2027-01-31 10:00', '2027-02-28 10:00', '2027-03-31 10:00', '2027-04-30 10:00']);
  });

  it.each([29, 30, 31])('every month on the %ith, in the February of a leap year', (on) => {
    expect(nextLocal({ kind: 'month', at: '10:00', on }, '2028-02-01 00:00', 1)).toEqual(['2028-02-29 10:00']);
  });

  it('every month on the 29th is the 28th in other Februaries, once', () => {
    expect(nextLocal({ kind: 'month', at: '10:00', on: 29 }, '2027-02-01 00:00', 2)).toEqual(['2027-02-28 10:00', '2027-03-29 10:00']);
  });

  it('every quarter: January, April, July, October, at most on their last day', () => {
    expect(nextLocal({ kind: 'quarter', at: '10:00', on: 31 }, '2026-11-01 00:00', 4)).toEqual(['2027-01-31 10:00', '2027-04-30 10:00', '2027-07-31 10:00', '2027-10-31 10:00']);
  });

  it('by cron', () => {
    expect(nextLocal({ kind: 'cron', expression: '*/30 9-10 * * 1' }, '2026-10-11 00:00', 5)).toEqual(['2026-10-12 09:00', '2026-10-12 09:30', '2026-10-12 10:00', '2026-10-12 10:30', '2026-10-19 09:00']);
  });

  it('a rhythm that never falls due has none, and says so at once', () => {
    expect(nextDueTimes({ rhythm: { kind: 'cron', expression: '0 0 31 2 *' }, zone: 'Asia/Shanghai' }, china('2026-01-01 00:00'), noTable, 3)).toEqual([]);
  });

  it('in Urumqi is two hours after the same hour in Shanghai', () => {
    const [time] = nextDueTimes({ rhythm: { kind: 'day', at: '10:00' }, zone: 'Asia/Urumqi' }, china('2026-11-24 00:00'), noTable, 1);
    expect(time).toEqual({ at: china('2026-11-24 12:00'), local: '2026-11-24T10:00', dayKind: 'unknown-weekday' });
  });
});

describe('where the clocks are changed', () => {
  const year = (at: string): readonly string[] => dueTimesBetween({ rhythm: { kind: 'day', at }, zone: 'America/New_York' }, '2026-01-01T05:00:00.000Z', '2027-01-01T05:00:00.000Z', noTable).map((time) => time.local);

  it.each(['01:30', '02:00', '02:30', '03:00', '12:30', '00:30'])('every day of a year in New York has exactly one time, for %s', (at) => {
    const days = year(at).map((local) => local.slice(0, 10));
    expect(days).toHaveLength(365);
    expect(new Set(days).size).toBe(365);
  });

  it('a time that spring leaves out falls due right after the gap', () => {
    expect(year('02:30').find((local) => local.startsWith('2026-03-08'))).toBe('2026-03-08T03:00');
  });

  it('the hour that autumn gives twice is due once', () => {
    const every15 = { rhythm: { kind: 'cron', expression: '*/15 1 * * *' }, zone: 'America/New_York' } as const;
    const locals = dueTimesBetween(every15, '2026-11-01T04:00:00.000Z', '2026-11-01T12:00:00.000Z', noTable).map((time) => time.local.slice(11));
    expect(locals).toEqual(['01:00', '01:15', '01:30', '01:45']);
  });
});

describe('the times between two moments', () => {
  const daily = jobOf({ kind: 'day', at: '12:30' });

  it('the first moment is outside, the last one inside', () => {
    expect(dueTimesBetween(daily, china('2026-10-01 12:30'), china('2026-10-03 12:30'), noTable).map((time) => time.local)).toEqual(['2026-10-02T12:30', '2026-10-03T12:30']);
  });

  it('of many the newest are told, the same whatever window they are found in', () => {
    const minutes = jobOf({ kind: 'cron', expression: '* * * * *' });
    const some = dueTimesBetween(minutes, china('2025-10-01 00:00'), china('2026-10-03 12:30'), noTable, 3).map((time) => time.local);
    expect(some).toEqual(['2026-10-03T12:28', '2026-10-03T12:29', '2026-10-03T12:30']);
    const all = dueTimesBetween(daily, china('2024-01-01 00:00'), china('2026-10-03 12:30'), noTable, 10_000);
    expect(dueTimesBetween(daily, china('2024-01-01 00:00'), china('2026-10-03 12:30'), noTable, 50)).toEqual(all.slice(-50));
  });

  it('none, when the clock was set back', () => {
    expect(dueTimesBetween(daily, china('2026-10-03 00:00'), china('2025-10-03 00:00'), noTable)).toEqual([]);
  });
});

describe('a cron expression', () => {
  it.each([['30 12 * * 1-5'], ['*/15 8-18 * * *'], ['0 0 29 2 *'], ['0 9 1 1,4,7,10 *'], ['0 9 * * 7'], ['0 9 L * *']])('%s is taken', (expression) => {
    expect(cronFault(expression, 'Asia/Shanghai', china('2026-10-01 00:00'))).toBeUndefined();
  });

  it.each([
    ['', 'fields'], ['@daily', 'fields'], ['* * * *', 'fields'], ['0 * * * * *', 'fields'], ['2026-10-01T00:00:00', 'fields'],
    ['60 12 * * *', 'minute'], ['x 12 * * *', 'minute'], ['30 24 * * *', 'hour'], ['30 12 32 * *', 'day'], ['30 12 * 13 *', 'month'], ['30 12 * * 8', 'weekday'], ['30 12 * * ;', 'weekday'],
    ['0 0 31 2 *', 'never'], ['0 0 31 4,6,9,11 *', 'never'],
  ])('%s is refused: %s', (expression, fault) => {
    expect(cronFault(expression, 'Asia/Shanghai', china('2026-10-01 00:00'))).toBe(fault);
  });
});
