import { describe, expect, it } from 'vitest';
import type { Answer } from '#domain/answer.js';
import type { Item } from '#domain/checklist.js';
import { itemTextDigest } from '#evaluation/evaluate-manual.js';
import { itemOf, judge } from './small-office.js';

const heard = itemOf({
  id: 'UNIT-01',
  objective: '主要负责人本年度专题听取保密工作汇报',
  method: 'manual',
  points: 4,
  validFor: '12 months',
  guidance: { how: '看会议记录', evidence: '会议记录' },
  deductions: [{ id: 'UNIT-01.1', when: '没有听取汇报', points: [0.5, 1], per: 'item' }],
});

function answerTo(item: Item, given: Partial<Answer> = {}): Answer {
  return {
    id: '0b5f0d52-3f4e-4bd1-9a43-2f5b8c7a1e10',
    itemId: item.id,
    checklistId: 'small',
    subjectKey: 'unit',
    value: 'pass',
    deductions: [],
    by: { person: '赵敏', role: 'officer', proof: 'claimed' },
    at: '2026-03-05T02:00:00.000Z',
    validUntil: '2027-03-04',
    itemDigest: itemTextDigest(item),
    evidence: [],
    bulk: false,
    ...given,
  };
}

const judged = (given: Partial<Answer>, item: Item = heard) => judge(item, { answers: [answerTo(heard, given)] });

describe('a question that a person answers', () => {
  it('nobody has answered: notchecked', () => {
    expect(judge(heard)).toMatchObject({ result: 'notchecked', gaps: [{ reason: 'not-answered', about: 'UNIT-01' }] });
  });

  it('yes: pass, with the answer named', () => {
    expect(judged({})).toMatchObject({ result: 'pass', answerId: '0b5f0d52-3f4e-4bd1-9a43-2f5b8c7a1e10', deductions: [] });
  });

  it('no: fail, with what was found and the deduction that was chosen', () => {
    const chosen = { id: 'UNIT-01.1', points: 0.75, times: 1 };
    expect(judged({ value: 'fail', fact: '只有一次口头汇报', deductions: [chosen] })).toMatchObject({ result: 'fail', fact: '只有一次口头汇报', deductions: [chosen], subjects: { fail: 1 } });
  });

  it('not applicable with a reason: notapplicable, with the reason', () => {
    expect(judged({ value: 'notapplicable', fact: '本年度新设单位，尚未满年' })).toMatchObject({ result: 'notapplicable', fact: '本年度新设单位，尚未满年', subjects: { total: 0 } });
  });

  it('an answer counts on its last day and no longer', () => {
    expect(judged({ validUntil: '2026-11-24' }).result).toBe('pass');
    expect(judged({ validUntil: '2026-11-23' })).toMatchObject({ result: 'notchecked', gaps: [{ reason: 'answer-expired' }] });
  });

  it.each([
    ['the objective', { ...heard, objective: '主要负责人本年度两次专题听取保密工作汇报' }],
    ['how to look', { ...heard, guidance: { how: '看会议记录和批示' } }],
    ['the points', { ...heard, points: 5 }],
    ['a deduction', { ...heard, deductions: [{ id: 'UNIT-01.1', when: '没有听取汇报', points: 2, per: 'item' as const }] }],
  ])('a changed text voids the answer: %s', (_what, item) => {
    expect(judged({}, item)).toMatchObject({ result: 'notchecked', gaps: [{ reason: 'answer-outdated' }] });
  });

  it('a changed remediation does not: the question is the same', () => {
    expect(judged({}, { ...heard, remediation: '列入下次会议议题' }).result).toBe('pass');
  });

  it('the newest answer counts, whatever order they lie in', () => {
    const older = answerTo(heard, { at: '2026-01-05T02:00:00.000Z', value: 'fail', fact: '没有听取' });
    for (const answers of [[older, answerTo(heard)], [answerTo(heard), older]]) expect(judge(heard, { answers }).result).toBe('pass');
  });

  it('an expired newest answer is not replaced by an older one that still runs', () => {
    const older = answerTo(heard, { at: '2026-01-05T02:00:00.000Z' });
    expect(judge(heard, { answers: [older, answerTo(heard, { validUntil: '2026-06-30' })] }).result).toBe('notchecked');
  });

  it.each([
    ['another item', { itemId: 'UNIT-02' }],
    ['another checklist', { checklistId: 'organisation' }],
    ['another subject', { subjectKey: 'dept-2' }],
  ])('an answer to %s says nothing here', (_what, given) => {
    expect(judged(given)).toMatchObject({ result: 'notchecked', gaps: [{ reason: 'not-answered' }] });
  });

  it('a question that does not apply is not asked, answered or not', () => {
    expect(judged({}, { ...heard, applies: 'unit.hasCryptography' }).result).toBe('notapplicable');
  });
});
