import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween } from '#evaluation/day-functions.js';
import { bookOf, judge } from './small-office.js';

describe('months and days of the calendar', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-05', 12, '2027-03-05'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('%s and %i months: %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000, -1_000_000])('%f months is no answer, rather than text that compares wrongly', (months) => {
    expect(() => addMonths('2026-03-05', months)).toThrow(RangeError);
  });

  it.each([['2026-03-01', '2026-03-31', 30], ['2026-03-31', '2026-03-01', -30], ['2024-02-28', '2024-03-01', 2], ['2026-12-31', '2027-01-01', 1]])('from %s to %s: %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('days later', () => {
    expect([addDays('2026-12-31', 1), addDays('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']);
  });

  it.each(['2026/03/05', '去年', ''])('“%s” is no day', (text) => {
    expect(() => daysBetween(text, '2026-03-05')).toThrow();
  });
});

describe('functions of expressions', () => {
  const registers = { ...bookOf('staff', [{ no: 'S01', hours_year: 4 }, { no: 'S02', hours_year: 2.5 }]), ...bookOf('personnel', [{ no: 'S01' }]) };

  it.each([
    ['sum adds', 'sum(register.staff.map(s, s.hours_year)) == 6.5', 'pass'],
    ['percent does not lose its fraction', 'percent(register.personnel.size(), register.staff.size()) == 50', 'pass'],
    ['percent of nothing is unknown', 'percent(register.personnel.size(), register.staff.filter(s, s.hours_year > 99).size()) >= 90', 'unknown'],
    ['the 12 months end today: still in time', 'addMonths("2025-11-24", 12) >= today', 'pass'],
    ['the 12 months ended yesterday', 'addMonths("2025-11-23", 12) >= today', 'fail'],
    ['the year is that of today', 'today.startsWith(year) && year == "2026"', 'pass'],
  ] as const)('%s', (_what, expected, result) => {
    expect(judge({ method: 'register', expect: expected }, { registers }).result).toBe(result);
  });
});
