import { describe, expect, it } from 'vitest';
import { dayKind } from '#calendar/workday.js';
import { holidays2026, noTable } from './office-jobs.js';

describe('a day of the calendar', () => {
  it.each([
    ['2026-10-01', 'day-off', 'a Thursday that is a public holiday'],
    ['2026-10-04', 'day-off', 'a Sunday within the holiday'],
    ['2026-10-10', 'workday', 'a Saturday that is worked instead'],
    ['2026-10-11', 'day-off', 'an ordinary Sunday'],
    ['2026-10-12', 'workday', 'an ordinary Monday'],
    ['2027-10-01', 'unknown-weekday', 'a Friday of a year without a table'],
    ['2027-10-02', 'unknown-weekend', 'a Saturday of a year without a table'],
  ])('%s is %s: %s', (day, kind) => {
    expect(dayKind(day, holidays2026)).toBe(kind);
  });

  it('without any table nothing is known but the weekday', () => {
    expect([dayKind('2026-10-01', noTable), dayKind('2026-10-03', noTable)]).toEqual(['unknown-weekday', 'unknown-weekend']);
  });
});
