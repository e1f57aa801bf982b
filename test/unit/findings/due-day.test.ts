import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.js';
import { dueDay, isOverdue } from '#findings/due-day.js';
import { dayOf } from '#workflows/door.js';
import { verifyFinding } from '#findings/verify-finding.js';
import { night, person, type Seen } from './night-checks.js';

const missing: readonly Seen[] = [{ itemId: 'PER-04', result: 'fail', rows: { zhang: 'fail' } }];
const cured: readonly Seen[] = [{ itemId: 'PER-04', result: 'pass', rows: { zhang: 'pass' } }];
const open = night([], 1, missing)[0] as Finding; // 2026-11-01T17:00Z is 2 November in China
const days = { critical: 3, high: 15, medium: 30, low: 60 };

describe('the day by which a finding must be cured', () => {
  it('is the day it was found in China plus the days of the unit for its severity', () => {
    expect(dueDay(open, days, dayOf)).toBe('2026-11-17');
    expect(dueDay({ ...open, severity: 'critical' }, days, dayOf)).toBe('2026-11-05');
  });

  it('is the day that a person gave it, whatever the severity', () => {
    expect(dueDay({ ...open, dueOn: '2026-12-31' }, days, dayOf)).toBe('2026-12-31');
  });

  it('crosses months and years', () => {
    expect(dueDay(open, { high: 60 }, dayOf)).toBe('2027-01-01');
  });

  it.each([
    ['the unit filled in nothing', undefined],
    ['another severity only', { critical: 3 }],
    ['text', { high: '15' }],
    ['a number that no calendar holds', { high: 1e12 }],
    ['a negative number', { high: -1 }],
  ])('is not set where there is no rule: %s', (_what, given) => {
    expect(dueDay(open, given, dayOf)).toBeUndefined();
  });

  it('of a problem that came back counts from its return', () => {
    const closed = verifyFinding(night([open], 2, cured)[0] as Finding, { result: 'pass', by: person('孙丽'), at: '2026-11-03T01:00:00.000Z' });
    const back = night([closed], 20, missing)[0] as Finding;
    expect(dueDay(back, days, dayOf)).toBe('2026-12-06');
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
