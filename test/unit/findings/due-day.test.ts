import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.js';
import { dueDay, isOverdue } from '#findings/due-day.js';
import { plusWorkdays } from '#calendar/workday.js';
import { dayOf } from '#workflows/door.js';
import { verifyFinding } from '#findings/verify-finding.js';
import { night, person, type Seen } from './night-checks.js';

const missing: readonly Seen[] = [{ itemId: 'PER-04', result: 'fail', rows: { zhang: 'fail' } }];
const cured: readonly Seen[] = [{ itemId: 'PER-04', result: 'pass', rows: { zhang: 'pass' } }];
const open = night([], 1, missing)[0] as Finding; // 2026-11-01T17:00Z is 2 November in China
const noTable = { days: {}, years: {} };
const table2026 = { days: { '2026-11-09': { kind: 'holiday' }, '2026-11-14': { kind: 'workday' } }, years: { 2026: { year: '2026' }, 2027: { year: '2027' } } } as const;
const due = (finding: Finding, given: unknown, holidays: Parameters<typeof plusWorkdays>[2] = noTable): { day: string; sure: boolean } | undefined => dueDay(finding, given, dayOf, (day, count) => plusWorkdays(day, count, holidays));
const days = { critical: 3, high: 15, medium: 30, low: 60 };

describe('the day by which a finding must be cured', () => {
  it('is the day it was found in China plus the workdays of the unit for its severity', () => {
    expect(due(open, days, table2026)).toEqual({ day: '2026-11-23', sure: true });
    expect(due({ ...open, severity: 'critical' }, days, table2026)).toEqual({ day: '2026-11-05', sure: true });
  });

  it('leaves out public holidays and counts a weekend day that is worked', () => {
    expect(due(open, { high: 5 }, table2026)).toEqual({ day: '2026-11-10', sure: true });
    expect(due(open, { high: 9 }, table2026)).toEqual({ day: '2026-11-14', sure: true });
  });

  it('counts Monday to Friday and says that it is not sure where the year has no table', () => {
    expect(due(open, { high: 5 })).toEqual({ day: '2026-11-09', sure: false });
  });

  it('is the day that a person gave it, whatever the severity', () => {
    expect(due({ ...open, dueOn: '2026-12-31' }, days)).toEqual({ day: '2026-12-31', sure: true });
  });

  it('crosses months and years', () => {
    expect(due(open, { high: 60 })?.day).toBe('2027-01-25');
  });

  it.each([
    ['the unit filled in nothing', undefined],
    ['another severity only', { critical: 3 }],
    ['text', { high: '15' }],
    ['a number that no calendar holds', { high: 1e12 }],
    ['a negative number', { high: -1 }],
  ])('is not set where there is no rule: %s', (_what, given) => {
    expect(due(open, given)).toBeUndefined();
  });

  it('of a problem that came back counts from its return', () => {
    const closed = verifyFinding(night([open], 2, cured)[0] as Finding, { result: 'pass', by: person('孙丽'), at: '2026-11-03T01:00:00.000Z' });
    const back = night([closed], 20, missing)[0] as Finding;
    expect(due(back, days)?.day).toBe('2026-12-11');
  });
});

describe('overdue', () => {
  it('begins on the day after', () => {
    expect([isOverdue(open, '2026-11-17', '2026-11-17'), isOverdue(open, '2026-11-17', '2026-11-18')]).toEqual([false, true]);
  });

  it.each([['open', true], ['remediating', true], ['awaiting-verification', false], ['closed', false], ['deviation-approved', false], ['withdrawn', false]] as const)('%s: %s', (state, overdue) => {
    expect(isOverdue({ ...open, state }, '2026-11-17', '2026-12-01')).toBe(overdue);
  });

  it('never without a day', () => {
    expect(isOverdue(open, undefined, '2099-01-01')).toBe(false);
  });
});
