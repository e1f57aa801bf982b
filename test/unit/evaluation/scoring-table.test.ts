import { describe, expect, it } from 'vitest';
import { resultValues, type ResultValue } from '#domain/result-value.js';
import { scoreChecklist } from '#evaluation/score-checklist.js';
import { modelOf, resultsOf } from './scored.js';

const earned = { earned: 400, lost: 0, pending: 0, total: 400 };
const lost = { earned: 0, lost: 400, pending: 0, total: 400 };
const pending = { earned: 0, lost: 0, pending: 400, total: 400 };
const excluded = { earned: 0, lost: 0, pending: 0, total: 0 };

/** Where the 4 points of one item go; written out, never computed. */
const table: Readonly<Record<ResultValue, { readonly split: typeof earned; readonly where: string }>> = {
  pass: { split: earned, where: '得分' },
  fail: { split: lost, where: '失分' },
  error: { split: pending, where: '待定' },
  unknown: { split: pending, where: '待定' },
  notchecked: { split: pending, where: '待定' },
  notapplicable: { split: excluded, where: '不计入' },
  notselected: { split: excluded, where: '不计入' },
  informational: { split: excluded, where: '不计入' },
  fixed: { split: lost, where: '失分（本单位没有规定给分）' },
};

describe('where the points of each result go', () => {
  it('the table has the nine results of the standard and no other', () => {
    expect(Object.keys(table).sort()).toEqual([...resultValues].sort());
  });

  it.each(resultValues.map((value) => [value, table[value].where] as const))('%s → %s', (value) => {
    const lines = [{ id: 'A-01', points: 4, result: value }];
    const score = scoreChecklist(modelOf(lines), resultsOf(lines));
    expect(score.split).toEqual(table[value].split);
    expect(score.counts).toEqual({ ...zeroCounts, [value]: 1 });
  });

  it.each(resultValues.map((value) => [value, table[value].where] as const))('a veto item that is %s leaves the grade open only where it is still to be found out (%s)', (value, where) => {
    const lines = [{ id: 'A-01', points: 4, result: 'pass' as const }, { id: 'V-01', kind: 'veto' as const, points: null, result: value }];
    const { grade } = scoreChecklist(modelOf(lines), resultsOf(lines));
    expect(grade).toBe(where === '待定' ? null : value === 'fail' ? 'does-not-meet' : 'meets');
  });

  it('a fault cured on the spot costs no more than one that was not', () => {
    const item = { id: 'PER-04', points: 4, deduct: { perSubject: 1 }, subjects: { pass: 3, fail: 1, open: 0 } };
    const lostBy = (result: 'fail' | 'fixed'): number => scoreChecklist(modelOf([{ ...item, result }]), resultsOf([{ ...item, result }])).split.lost;
    expect([lostBy('fixed'), lostBy('fail')]).toEqual([100, 100]);
  });

  it('fixed earns where the unit has a rule that says so', () => {
    const lines = [{ id: 'A-01', points: 4, result: 'fixed' as const }];
    expect(scoreChecklist(modelOf(lines), resultsOf(lines), { fixedEarns: true }).split).toEqual(earned);
  });

  it('an item outside the score is no line of it: no split', () => {
    const lines = [{ id: 'A-01', points: 4, result: 'notapplicable' as const }];
    expect(scoreChecklist(modelOf(lines), resultsOf(lines)).items).toEqual([{ itemId: 'A-01', points: 400, split: null }]);
  });

  it('a failure that counts no subject still costs the points', () => {
    const lines = [{ id: 'A-01', points: 4, result: 'fail' as const, subjects: { pass: 0, fail: 0, open: 0 } }];
    expect(scoreChecklist(modelOf(lines), resultsOf(lines)).split).toEqual(lost);
  });
});

const zeroCounts = Object.fromEntries(resultValues.map((value) => [value, 0]));
