import { describe, expect, it } from 'vitest';
import type { Assessment } from '#domain/assessment.js';
import type { Finding } from '#domain/finding.js';
import { scoreChecklist } from '#evaluation/score-checklist.js';
import { reconcileFindings } from '#findings/reconcile-findings.js';
import { today, worldOf } from '../evaluation/small-office.js';
import { identifyAfter, nightCheck } from '../findings/night-checks.js';
import { bookOrder, booksOf, faultsIn, judged, parameters, planted, rowsOf, shipped } from './donghu.js';
import { evaluateChecklist, type Evaluation } from '#evaluation/evaluate-checklist.js';

const ids = Object.keys(planted);

/** The assessment of a night in which the office was judged by one checklist. */
function assessmentOf(id: string, night: number, { results }: Evaluation): Assessment {
  const { checklist } = shipped(id);
  return { ...nightCheck(night, [{ itemId: 'UNIT-01', result: 'notchecked' }]), checklist, level: checklist.level, results: [...results], score: scoreChecklist(checklist, results) };
}

function findingsAfter(findings: readonly Finding[], id: string, night: number, evaluation: Evaluation): readonly Finding[] {
  const moved = reconcileFindings(findings, assessmentOf(id, night, evaluation), evaluation.passedSubjects, identifyAfter(findings));
  return [...findings.filter((finding) => !moved.some((each) => each.id === finding.id)), ...moved];
}

describe('the books of 东湖区示例局', () => {
  it('are read whole, whatever spelling of days, ticks and names its people use', () => {
    const rows = rowsOf();
    expect(bookOrder.map((register) => rows.filter((row) => row.register === register).length)).toEqual([3, 7, 4, 5, 2, 1, 5, 0]);
    expect(rows.find((row) => row.cells['name'] === '李娜' && row.register === 'personnel')?.cells).toMatchObject({ no: 'S05', dept: 'D3' });
    expect(rows.find((row) => row.cells['no'] === 'D3')?.cells).toMatchObject({ letter_at: '2026-01-12', letter_until: '2026-12-31' });
  });

  it.each(ids)('%s finds every planted fault and no other', (id) => {
    expect(faultsIn(judged(id))).toEqual(planted[id]);
  });

  it.each(ids)('%s leaves nothing of the books that are kept open: only questions are unanswered', (id) => {
    const isKept = (gap: { readonly reason: string; readonly about: string }): boolean => gap.reason !== 'column-hidden' && !(gap.reason === 'register-unconfirmed' && !bookOrder.includes(gap.about as (typeof bookOrder)[number]));
    const open = judged(id).results.filter((result) => (result.result === 'unknown' || (result.result === 'notchecked' && result.method !== 'manual')) && result.gaps.every(isKept));
    expect(open.map((result) => `${result.itemId} ${result.gaps.map((gap) => `${gap.reason} ${gap.about}`).join()}`)).toEqual({ organisation: ['UNIT-40 parameter-blank selfCheckMonths'], personnel: ['PER-103 parameter-blank keyCheckMonths'] }[id] ?? []);
  });

  it('no full name of a classified person is in a result', () => {
    const text = JSON.stringify(ids.map((id) => judged(id)));
    expect(['张伟', '李娜', '王强', '赵敏', '孙丽'].filter((name) => text.includes(name))).toEqual([]);
    expect(text).toContain('S04 张某');
  });

  it('a book that is not confirmed leaves its items open and everything else as it was', () => {
    const books = booksOf(rowsOf(), ['departments', 'staff', 'computers', 'places', 'trainings', 'attendance', 'online-training']);
    const { results } = judged('organisation', { registers: books });
    expect(results.filter((result) => ['UNIT-14', 'UNIT-15', 'UNIT-16'].includes(result.itemId)).map((result) => result.result)).toEqual(['notchecked', 'notchecked', 'notchecked']);
    const { 'UNIT-14': _unpledged, ...others } = planted['organisation'] ?? {};
    expect(faultsIn({ results, passedSubjects: {} })).toEqual(others);
  });

  it('a unit without key places is not asked about them', () => {
    const { results } = judged('key-places', { unit: { ...worldOf().unit, hasPlaces: false } });
    expect(results.filter((result) => result.itemId.startsWith('PLC')).every((result) => result.result === 'notapplicable')).toBe(true);
  });

  it('without its own rules the items that rest on them are notchecked, not passed', () => {
    const { results } = judged('personnel', { parameters: {} });
    const limited = ['PER-06', 'PER-18', 'PER-83', 'PER-86', 'PER-14'];
    expect(results.filter((result) => limited.includes(result.itemId)).map((result) => result.result)).toEqual(limited.map(() => 'notchecked'));
  });
});

describe('the score of 东湖区示例局', () => {
  const { results } = judged('organisation');
  const score = scoreChecklist(shipped('organisation').checklist, results);

  it('leaves out what it does not have, and carries the rest in whole hundredths', () => {
    const { earned, lost, pending, total } = score.split;
    expect(results.filter((result) => result.result === 'notapplicable').map((result) => result.itemId)).toEqual(['UNIT-29']);
    expect([total, earned + lost + pending]).toEqual([9800, 9800]);
  });

  it('splits what failed by person and by machine', () => {
    const lost = Object.fromEntries(score.items.filter((item) => (item.split?.lost ?? 0) > 0).map((item) => [item.itemId, item.split?.lost]));
    // 1 of 3 departments, 1 of 6 people in service, 1 pledge at 1 point, 1 of 3 computers twice, 1 of 2 discarded, 1 of 2 places twice.
    expect(lost).toEqual({ 'UNIT-04': 100, 'UNIT-11': 50, 'UNIT-14': 100, 'UNIT-26': 100, 'UNIT-27': 100, 'UNIT-28': 100, 'UNIT-32': 200, 'UNIT-33': 100 });
  });

  it('gives a range, no grade: this sheet is the tool\'s own', () => {
    expect([score.grade, score.noGrade]).toEqual([null, 'own-profile']);
    expect(score.range?.high).toBeCloseTo(((9800 - 850) * 100) / 9800, 10);
  });
});

describe('the findings of 东湖区示例局', () => {
  const count = Object.values(planted).flatMap((items) => Object.values(items)).flat().length;
  const first = ids.reduce<readonly Finding[]>((findings, id, index) => findingsAfter(findings, id, index + 1, judged(id)), []);

  it('one for each planted fault', () => {
    expect(first).toHaveLength(count);
    expect(new Set(first.map((finding) => finding.number)).size).toBe(count);
  });

  it('a second run adds none', () => {
    expect(ids.reduce((findings, id, index) => findingsAfter(findings, id, index + 4, judged(id)), first)).toHaveLength(count);
  });

  it('the pledge is signed: both findings about it await verification, all others stay', () => {
    const signed = booksOf(rowsOf({ personnel: (text) => text.replace('2027-05-20,是,,2026-05-20', '2027-05-20,是,2026-11-20,2026-05-20') }));
    const after = ids.reduce<readonly Finding[]>((findings, id, index) => {
      const evaluation = evaluateChecklist(shipped(id), worldOf({ registers: signed, parameters, today }));
      return findingsAfter(findings, id, index + 4, evaluation);
    }, first);
    expect(after.filter((finding) => finding.state === 'awaiting-verification').map((finding) => finding.itemId).sort()).toEqual(['PER-04', 'UNIT-14']);
    expect(after.filter((finding) => finding.state === 'open')).toHaveLength(count - 2);
  });
});
