import { describe, expect, it } from 'vitest';
import type { Finding, FindingEvent } from '#domain/finding.js';
import { closingsOf, managementFigures, meanOf, type Watched } from '#findings/management-figures.js';
import { monthsUpTo } from '#workflows/months.js';
import { night, person } from './night-checks.js';

const dayOf = (instant: string): string => instant.slice(0, 10);
const until = { today: '2026-11-24', since: '2025-01-01', months: monthsUpTo('2026-11-24', 12), dayOf };
const template = night([], 1, [{ itemId: 'PER-04', result: 'fail', rows: { zhang: 'fail' } }])[0] as Finding;

type Told = readonly [day: string, event: FindingEvent['event'], to: Finding['state']];
const found = (day: string): Told => [day, 'opened', 'open'];
const closed = (day: string): Told => [day, 'verified', 'closed'];

/** A problem to which these things happened. */
function problem(steps: readonly Told[], more: Partial<Finding> = {}, overdue = false): Watched {
  const events = steps.map(([day, event, to], index): FindingEvent => ({ at: `${day}T02:00:00.000Z`, by: person('李娜'), event, from: steps[index - 1]?.[2] ?? null, to }));
  return { finding: { ...template, events, firstSeenAt: events[0]?.at ?? '', state: steps.at(-1)?.[2] ?? 'open', recurrences: steps.filter(([, event]) => event === 'reopened').length, ...more }, overdue };
}

describe('how the cure of problems goes', () => {
  it('two of three closed after ten and twenty days: 66.7 per cent, fifteen days on average', () => {
    const { all } = managementFigures([problem([found('2026-03-01'), closed('2026-03-11')]), problem([found('2026-03-01'), closed('2026-03-21')]), problem([found('2026-03-01')], {}, true)], until);
    expect(all).toEqual({ total: 3, closed: 2, overdue: 1, recurring: 0, rate: 200 / 3, meanDays: 15 });
  });

  it('no problem at all: no rate and no mean, instead of a nought that looks like a failure', () => {
    expect(managementFigures([], until).all).toEqual({ total: 0, closed: 0, overdue: 0, recurring: 0, rate: null, meanDays: null });
    expect([meanOf([]), meanOf([1, 2])]).toEqual([null, 1.5]);
  });

  it('what was closed on the day it was found took no days', () => {
    expect(managementFigures([problem([found('2026-03-01'), closed('2026-03-01')])], until).all.meanDays).toBe(0);
  });

  it('what came back is counted from the day it came back, and as recurring', () => {
    const back = problem([found('2026-01-01'), closed('2026-01-31'), ['2026-06-01', 'reopened', 'open'], closed('2026-06-05')]);
    expect(closingsOf(back.finding, dayOf)).toEqual([{ day: '2026-01-31', days: 30 }, { day: '2026-06-05', days: 4 }]);
    expect(managementFigures([back], until).all).toMatchObject({ closed: 1, recurring: 1, meanDays: 4 });
  });

  it('a false alarm is counted nowhere: not in the whole, not in a group, not in a month', () => {
    const alarm = problem([found('2026-03-01'), ['2026-03-02', 'withdrawal-asked', 'open'], ['2026-03-03', 'withdrawn', 'withdrawn']], { department: '办公室', section: '一' }, true);
    const figures = managementFigures([alarm], until);
    expect([figures.all.total, figures.all.overdue, figures.byDepartment, figures.bySection]).toEqual([0, 0, [], []]);
    expect(figures.months.every(({ opened, live }) => opened === 0 && live === 0)).toBe(true);
  });
});

describe('the twelve months', () => {
  it('begin eleven months before this one', () => {
    const { from, to, months } = managementFigures([], until);
    expect([from, to, months.length, months[0]?.month, months.at(-1)?.month]).toEqual(['2025-12-01', '2026-11-24', 12, '2025-12', '2026-11']);
  });

  it('say nothing about the time before the records began', () => {
    const { months } = managementFigures([problem([found('2026-09-20')])], { ...until, since: '2026-09-15' });
    expect(months.find(({ month }) => month === '2026-08')).toEqual({ month: '2026-08', opened: null, closed: null, live: null });
    expect(months.find(({ month }) => month === '2026-09')).toEqual({ month: '2026-09', opened: 1, closed: 0, live: 1 });
  });

  it('count what was found, what was closed, and what was still there at the end', () => {
    const { months } = managementFigures([problem([found('2026-08-31'), closed('2026-10-01')]), problem([found('2026-10-31')])], until);
    expect(months.slice(-4).map(({ opened, closed: done, live }) => [opened, done, live])).toEqual([[1, 0, 1], [0, 0, 1], [1, 1, 1], [0, 0, 1]]);
  });

  it('a problem that was over before they began is not in the figures; one closed within them is', () => {
    expect(managementFigures([problem([found('2025-10-01'), closed('2025-11-30')])], until).all.total).toBe(0);
    expect(managementFigures([problem([found('2025-10-01'), closed('2025-12-01')])], until).all.total).toBe(1);
    expect(managementFigures([problem([found('2025-01-01')])], until).all.total).toBe(1);
  });

  it('who was held to account for an old one, noted only now, does not bring it back', () => {
    expect(managementFigures([problem([found('2025-03-01'), closed('2025-03-31'), ['2026-10-01', 'assigned', 'closed']])], until).all.total).toBe(0);
  });
});

describe('departments and sections', () => {
  it('most problems first, what belongs nowhere last; a department that is the subject counts as its own', () => {
    const figures = managementFigures([
      problem([found('2026-03-01')], { department: '办公室' }),
      problem([found('2026-03-01'), closed('2026-03-05')], { department: '业务科' }),
      problem([found('2026-03-01')], { subject: { kind: 'department', key: 'D2', label: '业务科' } }),
      problem([found('2026-03-01')]), problem([found('2026-03-01')]), problem([found('2026-03-01')]),
    ], until);
    expect(figures.byDepartment.map(({ name, total, closed: done }) => [name, total, done])).toEqual([['业务科', 2, 1], ['办公室', 1, 0], [null, 3, 0]]);
    expect(figures.bySection.reduce((sum, { total }) => sum + total, 0)).toBe(6);
  });
});
