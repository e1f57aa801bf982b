import { describe, expect, it } from 'vitest';
import { planYear, type NamedHolidays } from '#calendar/officers-year.js';
import { lastWorkday } from '#calendar/workday.js';
import type { Duty, DutyTime } from '#domain/year-plan.js';

const duty = (when: DutyTime): Duty => ({ id: 'check', what: '自查', who: '各部门', when, source: 'practice' });
const none: NamedHolidays = { days: {}, years: {} };
const table = (years: readonly string[], days: Record<string, readonly ['holiday' | 'workday', string]>): NamedHolidays => ({
  years: Object.fromEntries(years.map((year) => [year, { year }])),
  days: Object.fromEntries(Object.entries(days).map(([day, [kind, name]]) => [day, { kind, name }])),
});
const days = (year: string, when: DutyTime, holidays: NamedHolidays): readonly string[] => planYear(year, [duty(when)], holidays).duties.map(({ to }) => to);

describe('the last workday', () => {
  it('is Friday where the month ends on a weekend, and says when nobody confirmed it', () => {
    expect(lastWorkday('2026-05-31', none)).toEqual({ day: '2026-05-29', sure: false });
    expect(lastWorkday('2026-05-31', table(['2026'], {}))).toEqual({ day: '2026-05-29', sure: true });
  });

  it('is before a holiday at the end of a month, and on a Saturday that is worked', () => {
    expect(lastWorkday('2026-04-30', table(['2026'], { '2026-04-30': ['holiday', '劳动节'] })).day).toBe('2026-04-29');
    expect(lastWorkday('2026-02-28', table(['2026'], { '2026-02-28': ['workday', '春节'] })).day).toBe('2026-02-28');
  });

  it('does not believe a holiday of more than a month', () => {
    const all = Object.fromEntries(Array.from({ length: 62 }, (_, index) => [new Date(Date.UTC(2026, 6, 1 + index)).toISOString().slice(0, 10), ['holiday', '假'] as const]));
    expect(lastWorkday('2026-08-31', table(['2026'], all))).toEqual({ day: '2026-08-31', sure: false });
  });
});

describe('the year', () => {
  it('has twelve month ends with their reminders, never on a day off', () => {
    const planned = planYear('2026', [duty({ kind: 'month-end', remindFrom: 25 })], table(['2026'], {})).duties;
    expect(planned).toHaveLength(12);
    expect(planned.map(({ to }) => new Date(to).getUTCDay()).filter((weekday) => weekday === 0 || weekday === 6)).toEqual([]);
    expect(planned[4]).toMatchObject({ to: '2026-05-29', remindFrom: '2026-05-25', sure: true });
  });

  it('reminds on the very day where a long holiday takes all that follows', () => {
    const off = Object.fromEntries([24, 25, 26, 27, 28, 29, 30].map((day) => [`2026-09-${String(day)}`, ['holiday', '假'] as const]));
    expect(planYear('2026', [duty({ kind: 'month-end', months: [9], remindFrom: 25 })], table(['2026'], off)).duties[0]).toMatchObject({ to: '2026-09-23', remindFrom: '2026-09-23' });
  });

  it('joins months that follow each other and keeps others apart', () => {
    expect(planYear('2026', [duty({ kind: 'months', months: [12, 6, 11] })], none).duties.map(({ from, to }) => [from, to])).toEqual([['2026-06-01', '2026-06-30'], ['2026-11-01', '2026-12-31']]);
    expect(days('2026', { kind: 'between', from: '04-15', to: '05-15' }, none)).toEqual(['2026-05-15']);
  });

  it('is in the order of its days', () => {
    const planned = planYear('2026', [duty({ kind: 'months', months: [12] }), { ...duty({ kind: 'months', months: [1] }), id: 'other' }], none).duties;
    expect(planned.map(({ to }) => to)).toEqual(['2026-01-30', '2026-12-31']);
  });
});

describe('before a holiday', () => {
  const before = (...names: string[]): DutyTime => ({ kind: 'before-holidays', names });

  it('is the last workday before its first day, also a worked Sunday', () => {
    const golden = { '2026-10-01': ['holiday', '国庆节'], '2026-10-02': ['holiday', '国庆节'] } as const;
    expect(days('2026', before('国庆'), table(['2026'], golden))).toEqual(['2026-09-30']);
    const spring = { '2026-02-16': ['holiday', '春节'], '2026-02-14': ['workday', '春节'], '2026-02-15': ['holiday', '春节'] } as const;
    expect(days('2026', before('春节'), table(['2026'], spring))).toEqual(['2026-02-14']);
  });

  it('skips the weekend before a Monday that is off', () => {
    expect(days('2026', before('清明'), table(['2026'], { '2026-04-06': ['holiday', '清明节'] }))).toEqual(['2026-04-03']);
  });

  it('is one check where two holidays are one', () => {
    const one = table(['2025'], { '2025-10-01': ['holiday', '国庆节、中秋节'] });
    expect(planYear('2025', [duty(before('中秋', '国庆'))], one).duties.map(({ to, holidays }) => [to, holidays])).toEqual([['2025-09-30', ['中秋', '国庆']]]);
  });

  it('takes New Year from the table of the next year, even where it begins in the old one', () => {
    expect(days('2026', before('元旦'), table(['2026', '2027'], { '2027-01-01': ['holiday', '元旦'] }))).toEqual(['2026-12-31']);
    expect(days('2022', before('元旦'), table(['2022', '2023'], { '2022-12-31': ['holiday', '元旦'], '2023-01-01': ['holiday', '元旦'] }))).toEqual(['2022-12-30']);
  });

  it('guesses no day: holidays without one are named with the reason', () => {
    expect(planYear('2026', [duty(before('元旦', '春节'))], none)).toEqual({ duties: [], dateless: [{ name: '元旦', year: '2027', reason: 'no-table' }, { name: '春节', year: '2026', reason: 'no-table' }] });
    expect(planYear('2026', [duty(before('端午'))], table(['2026'], {})).dateless).toEqual([{ name: '端午', year: '2026', reason: 'not-in-table' }]);
  });
});
