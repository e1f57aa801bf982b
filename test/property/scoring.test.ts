import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultValues, type ResultValue } from '#domain/result-value.js';
import type { Score } from '#domain/score.js';
import { scoreChecklist } from '#evaluation/score-checklist.js';
import { explainScore } from '#evaluation/explain-score.js';
import { modelOf, resultsOf, type SheetLine } from '../unit/evaluation/scored.js';

const cents = (low: number, high: number): fc.Arbitrary<number> => fc.integer({ min: low, max: high }).map((value) => value / 100);
const kinds = fc.oneof({ weight: 6, arbitrary: fc.constant('scored' as const) }, { weight: 2, arbitrary: fc.constantFrom('aggravating' as const, 'veto' as const, 'information' as const) });

/** A line of the sheet as judging makes it: subjects fit the result, chosen deductions stand only under a failure. */
const line: fc.Arbitrary<Omit<SheetLine, 'id'>> = fc
  .record({
    kind: kinds,
    points: fc.oneof({ weight: 20, arbitrary: cents(1, 2000) }, { weight: 1, arbitrary: fc.constant(null) }),
    result: fc.constantFrom(...resultValues),
    perSubject: fc.option(cents(1, 500), { nil: undefined }),
    menu: fc.option(fc.array(fc.record({ points: cents(1, 500), per: fc.constantFrom('item' as const, 'occurrence' as const) }), { minLength: 1, maxLength: 3 }), { nil: undefined }),
    take: fc.nat({ max: 3 }),
    times: fc.integer({ min: 1, max: 4 }),
    rows: fc.record({ pass: fc.nat({ max: 5 }), fail: fc.nat({ max: 5 }), open: fc.nat({ max: 5 }) }),
  })
  .map(({ kind, points, result, perSubject, menu, take, times, rows }) => {
    const deductions = menu?.map((each, index) => ({ id: `A-01.${index + 1}`, when: '见检查表', ...each }));
    const chosen = result === 'fail' ? (deductions ?? []).slice(0, take).map((each) => ({ id: each.id, points: each.points, times: each.per === 'occurrence' ? times : 1 })) : [];
    const subjects = subjectsFor(result, rows, menu !== undefined);
    return { kind, points, result, ...(perSubject === undefined || menu ? {} : { deduct: { perSubject } }), ...(deductions ? { deductions } : {}), ...(subjects ? { subjects } : {}), chosen };
  });
const sheet = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.map((each, index): SheetLine => ({ id: `A-${String(index + 10)}`, ...each })));

function subjectsFor(result: ResultValue, rows: { pass: number; fail: number; open: number }, single: boolean): SheetLine['subjects'] | undefined {
  if (single || rows.pass + rows.fail + rows.open === 0) return undefined;
  if (result === 'pass') return { pass: rows.pass + 1, fail: 0, open: 0 };
  if (result === 'fail') return { ...rows, fail: rows.fail + 1 };
  return result === 'unknown' || result === 'notchecked' ? { pass: rows.pass, fail: 0, open: rows.open + 1 } : undefined;
}

const score = (lines: readonly SheetLine[], fixedEarns = false): Score => scoreChecklist(modelOf(lines), resultsOf(lines), { fixedEarns });
const net = ({ split, aggravating }: Score): number => split.earned - aggravating;
/** The same sheet with its line number `at` replaced. */
const withLine = (lines: readonly SheetLine[], at: number, change: (line: SheetLine) => SheetLine): readonly SheetLine[] => lines.map((each, index) => (index === at % lines.length ? change(each) : each));
const gone = (each: SheetLine): SheetLine => ({ ...each, result: 'unknown', chosen: [], subjects: { pass: 0, fail: 0, open: 1 } });
const holdsFact = (each: SheetLine | undefined): each is SheetLine => each?.result === 'pass' || each?.result === 'fail';

// A tenth of the runs lets mutants of the rarer kinds of item live.
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 1000 });

describe('the score', () => {
  it('losing a fact never raises what is earned, nor the lowest share still possible', () => {
    fc.assert(
      fc.property(sheet, fc.nat({ max: 11 }), (lines, at) => {
        fc.pre(holdsFact(lines[at % lines.length]));
        const [before, after] = [score(lines), score(withLine(lines, at, gone))];
        expect(after.split.earned).toBeLessThanOrEqual(before.split.earned);
        expect(after.range?.low ?? 0).toBeLessThanOrEqual(before.range?.low ?? 100);
      }),
    );
  });

  it('a row that can no longer be seen never raises what is earned', () => {
    fc.assert(
      fc.property(sheet, fc.nat({ max: 11 }), fc.constantFrom('pass' as const, 'fail' as const), (lines, at, from) => {
        const chosen = lines[at % lines.length];
        fc.pre(chosen?.subjects !== undefined && chosen.subjects[from] > 0 && holdsFact(chosen));
        const after = score(withLine(lines, at, (each) => rowLost(each, from)));
        expect(after.split.earned).toBeLessThanOrEqual(score(lines).split.earned);
      }),
    );
  });

  it('turning anything but a pass into a failure never raises the highest share still possible', () => {
    fc.assert(
      fc.property(sheet, fc.nat({ max: 11 }), fc.boolean(), (lines, at, fixedEarns) => {
        const chosen = lines[at % lines.length];
        fc.pre(chosen !== undefined && !['pass', 'notapplicable', 'notselected', 'informational'].includes(chosen.result));
        const failed = score(withLine(lines, at, (each) => ({ ...each, result: 'fail', subjects: allFailed(each) })), fixedEarns);
        expect(failed.range?.high ?? 0).toBeLessThanOrEqual(score(lines, fixedEarns).range?.high ?? 100);
      }),
    );
  });

  it('turning anything but a pass into a failure of the whole item never raises what is earned', () => {
    fc.assert(
      fc.property(sheet, fc.nat({ max: 11 }), (lines, at) => {
        fc.pre(lines[at % lines.length]?.result !== 'pass');
        const whole = (each: SheetLine): SheetLine => ({ id: each.id, kind: each.kind ?? 'scored', points: each.points, result: 'fail' });
        expect(net(score(withLine(lines, at, whole)))).toBeLessThanOrEqual(net(score(lines)) + aggravatingOf(lines, at));
      }),
    );
  });

  it('0 ≤ earned ≤ earned + pending ≤ total, for the sheet, its sections and each item', () => {
    fc.assert(
      fc.property(sheet, fc.boolean(), (lines, fixedEarns) => {
        const { split, sections, items } = score(lines, fixedEarns);
        for (const each of [split, ...sections.map((section) => section.split), ...items.flatMap((item) => item.split ?? [])]) {
          expect(Math.min(each.earned, each.lost, each.pending)).toBeGreaterThanOrEqual(0);
          expect(each.earned + each.lost + each.pending).toBe(each.total);
        }
      }),
    );
  });

  it('the order of the items does not matter', () => {
    fc.assert(
      fc.property(sheet, (lines) => {
        const { items: _items, ...backwards } = score([...lines].reverse());
        const { items: _same, ...forwards } = score(lines);
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  it('counts in whole hundredths of a point', () => {
    fc.assert(
      fc.property(sheet, (lines) => {
        const { split, aggravating, items } = score(lines);
        const sums = [split, ...items.flatMap((item) => item.split ?? [])].flatMap((each) => Object.values(each));
        expect([...sums, aggravating].every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('the range lies between 0 and 100 with low ≤ high, and a grade is given only where both ends have it', () => {
    fc.assert(
      fc.property(sheet, (lines) => {
        const { range, grade, veto } = score(lines);
        if (range === null) return;
        expect(0 <= range.low && range.low <= range.high && range.high <= 100).toBe(true);
        if (grade === 'meets') expect(range.low >= 90 && !veto).toBe(true);
        if (grade === 'basically-meets') expect(range.low >= 80 && range.high < 90 && !veto).toBe(true);
      }),
    );
  });

  it('a veto outranks everything', () => {
    fc.assert(
      fc.property(sheet, (lines) => {
        const vetoed = score([...lines, { id: 'V-01', kind: 'veto', points: null, result: 'fail' }]);
        expect([vetoed.veto, vetoed.grade]).toEqual([true, 'does-not-meet']);
      }),
    );
  });
});

describe('the explanation of a score', () => {
  it('its steps add up to the score exactly', () => {
    fc.assert(
      fc.property(sheet, fc.boolean(), (lines, fixedEarns) => {
        const { split, aggravating, range } = score(lines, fixedEarns);
        const told = explainScore(modelOf(lines), resultsOf(lines), { fixedEarns });
        const sum = (pick: (each: (typeof told.items)[number]) => number): number => told.items.reduce((all, each) => all + pick(each), 0);
        expect({ earned: sum((each) => each.split.earned), lost: sum((each) => each.split.lost), pending: sum((each) => each.split.pending), total: sum((each) => each.points) }).toEqual(split);
        expect(told.aggravating.reduce((all, each) => all + each.loss, 0)).toBe(aggravating);
        expect(told.items.length + told.excluded.length + told.withoutPoints.length).toBe(lines.filter(({ kind = 'scored' }) => kind === 'scored').length);
        if (range === null) return;
        expect(range.high).toBeCloseTo(Math.max(0, (told.highestPoints * 100) / split.total), 9);
        expect(range.low).toBeCloseTo(told.lowestPoints === null ? 0 : Math.max(0, (told.lowestPoints * 100) / split.total), 9);
      }),
    );
  });

  it('an item loses what its failures come to, up to its points; each deduction is its points times its occurrences', () => {
    fc.assert(
      fc.property(sheet, fc.boolean(), (lines, fixedEarns) => {
        for (const each of explainScore(modelOf(lines), resultsOf(lines), { fixedEarns }).items) {
          expect(each.split.lost).toBe(Math.min(each.uncapped, each.points));
          expect(each.capped).toBe(each.uncapped > each.points);
          for (const { points, times, loss } of each.deductions) expect(loss).toBe(points * times);
          if (each.way === 'deductions') expect(each.deductions.reduce((all, { loss }) => all + loss, 0)).toBe(each.uncapped);
          if (each.way === 'per-subject') expect((each.perSubject ?? 0) * each.subjects.fail).toBe(each.uncapped);
        }
      }),
    );
  });
});

function rowLost(line: SheetLine, from: 'pass' | 'fail'): SheetLine {
  const { pass, fail, open } = line.subjects ?? { pass: 0, fail: 0, open: 0 };
  const subjects = { pass: pass - (from === 'pass' ? 1 : 0), fail: fail - (from === 'fail' ? 1 : 0), open: open + 1 };
  return { ...line, subjects, result: subjects.fail > 0 ? 'fail' : 'unknown', chosen: [] };
}

function allFailed({ subjects }: SheetLine): { pass: number; fail: number; open: number } {
  return { pass: subjects?.pass ?? 0, fail: (subjects?.fail ?? 0) + (subjects?.open ?? 0) || 1, open: 0 };
}

// What the line itself took from the total before it was replaced by a failure without a stated loss.
function aggravatingOf(lines: readonly SheetLine[], at: number): number {
  const chosen = lines[at % lines.length];
  return chosen === undefined ? 0 : score([chosen]).aggravating;
}
