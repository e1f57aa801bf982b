import { describe, expect, it } from 'vitest';
import { itemTextDigest } from '#evaluation/evaluate-manual.js';
import { answerTo } from '#workflows/answer-item.js';
import type { Reply } from '#workflows/reply.js';
import { refusalOf } from '../catalog/broken-files.js';
import { itemOf, judge } from '../evaluation/small-office.js';

const given = { id: '0b5f0d52-3f4e-4bd1-9a43-2f5b8c7a1e10', at: '2026-03-05T02:00:00.000Z', by: { person: '赵敏', role: 'officer', proof: 'claimed' }, subjectKey: 'unit', checklistId: 'small' } as const;
const heard = itemOf({
  id: 'UNIT-01', objective: '主要负责人本年度专题听取保密工作汇报', method: 'manual', points: 4, validFor: '12 months', guidance: { how: '看会议记录' },
  deductions: [{ id: 'UNIT-01.1', when: '没有听取汇报', points: 4 }, { id: 'UNIT-01.2', when: '没有落实结果', points: [0.5, 1] }, { id: 'UNIT-01.3', when: '每次漏报', points: 0.5, per: 'occurrence' }],
});
type Said = Reply & { readonly value: 'pass' | 'fail' | 'notapplicable' };
const reply = (more: Partial<Said> = {}): Said => ({ checklistId: 'small', itemId: 'UNIT-01', value: 'pass', deductions: [], evidence: [], ...more });
const failed = (...deductions: Reply['deductions']): Said => reply({ value: 'fail', fact: '只有口头汇报', deductions });
const refused = (asked: Said, item = heard): string => refusalOf(() => answerTo(item, asked, given)).code;

describe('an answer of the officer', () => {
  it('is bound to the text of the item and ends the day before its months are over', () => {
    expect(answerTo(heard, reply(), given)).toMatchObject({ itemDigest: itemTextDigest(heard), validUntil: '2027-03-04', deductions: [], bulk: false });
  });

  it.each([['1 month', '2026-01-31T02:00:00.000Z', '2026-02-27'], ['3 months', '2026-11-30T02:00:00.000Z', '2027-02-27'], ['6 months', '2026-03-05T17:00:00.000Z', '2026-09-05']] as const)('valid for %s from %s: to %s', (validFor, at, until) => {
    expect(answerTo({ ...heard, validFor }, reply(), { ...given, at }).validUntil).toBe(until);
  });

  it('no, with a deduction of fixed points', () => {
    expect(answerTo(heard, failed({ id: 'UNIT-01.1' }), given).deductions).toEqual([{ id: 'UNIT-01.1', points: 4, times: 1 }]);
  });

  it('no, with points chosen from a range', () => {
    expect(answerTo(heard, failed({ id: 'UNIT-01.2', points: 0.75 }), given).deductions).toEqual([{ id: 'UNIT-01.2', points: 0.75, times: 1 }]);
  });

  it('no, so many times; times count only where the sheet counts occurrences', () => {
    expect(answerTo(heard, failed({ id: 'UNIT-01.3', times: 3 }, { id: 'UNIT-01.1', times: 3 }), given).deductions.map((each) => each.times)).toEqual([3, 1]);
  });

  it('yes needs no deduction, and takes none', () => {
    expect(answerTo(heard, reply({ deductions: [{ id: 'UNIT-01.1' }] }), given).deductions).toEqual([]);
  });

  it.each([
    ['no without what was found', reply({ value: 'fail', deductions: [{ id: 'UNIT-01.1' }] }), 'answer-reason-missing'],
    ['not applicable without a reason', reply({ value: 'notapplicable' }), 'answer-reason-missing'],
    ['a reason of blanks', reply({ value: 'notapplicable', fact: '　' }), 'answer-reason-missing'],
    ['no without saying which deduction', failed(), 'deduction-missing'],
    ['a deduction that the item does not have', failed({ id: 'UNIT-02.1' }), 'deduction-unknown'],
    ['a range without points', failed({ id: 'UNIT-01.2' }), 'deduction-points'],
    ['points above the range', failed({ id: 'UNIT-01.2', points: 1.5 }), 'deduction-points'],
    ['points below the range', failed({ id: 'UNIT-01.2', points: 0.1 }), 'deduction-points'],
    ['other points than the fixed ones', failed({ id: 'UNIT-01.1', points: 1 }), 'deduction-points'],
  ])('%s is refused', (_what, asked, code) => {
    expect(refused(asked)).toBe(code);
  });

  it('to a check of the machine is refused: nobody answers for a machine', () => {
    expect(refused(reply(), itemOf({ expect: 'firewall.active' }))).toBe('item-not-manual');
  });

  it('that was recorded is the answer that is judged', () => {
    const answer = answerTo(heard, failed({ id: 'UNIT-01.2', points: 0.5 }), given);
    expect(judge(heard, { answers: [answer] })).toMatchObject({ result: 'fail', fact: '只有口头汇报', deductions: [{ points: 0.5 }], answerId: given.id });
  });
});
