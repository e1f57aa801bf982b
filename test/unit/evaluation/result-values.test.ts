import { describe, expect, it } from 'vitest';
import { judge, bookOf, seen, unseen, worldOf, compiled, itemOf } from './small-office.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';

const oneAdministrator = { method: 'automated', expect: 'accounts.uidZero == 1', observe: { 超级用户数: 'accounts.uidZero' } } as const;
const pledged = { each: 'register.personnel', where: 'row.state == "在岗"', expect: 'has(row.undertaking_at)', observe: { 涉密等级: 'row.level' } } as const;
const zhang = { no: 'S01', name: '张伟', state: '在岗', level: '重要', undertaking_at: '2026-01-05' };
const li = { no: 'S02', name: '李娜', state: '在岗', level: '一般' };
const wang = { no: 'S03', name: '王强', state: '解除', level: '一般' };

describe('what a machine check says', () => {
  it('one administrator: pass, with what was seen', () => {
    const result = judge(oneAdministrator, { facts: { accounts: seen({ uidZero: 1 }) } });
    expect(result).toMatchObject({ result: 'pass', observed: [{ label: '超级用户数', value: 1 }], subjects: { total: 1, pass: 1, fail: 0, open: 0 }, gaps: [] });
  });

  it('two administrators: fail, with what was seen', () => {
    const result = judge(oneAdministrator, { facts: { accounts: seen({ uidZero: 2 }) } });
    expect(result).toMatchObject({ result: 'fail', observed: [{ label: '超级用户数', value: 2 }], subjects: { total: 1, pass: 0, fail: 1, open: 0 } });
  });

  it('the list of accounts may not be read: unknown, with the reason', () => {
    const result = judge(oneAdministrator, { facts: { accounts: unseen('no-permission') } });
    expect(result).toMatchObject({ result: 'unknown', gaps: [{ reason: 'no-permission', about: 'accounts' }], observed: [], subjects: { total: 1, pass: 0, fail: 0, open: 1 } });
  });

  it('nobody looked: unknown', () => {
    expect(judge(oneAdministrator)).toMatchObject({ result: 'unknown', gaps: [{ reason: 'not-collected', about: 'accounts' }] });
  });

  it('a standalone machine is not asked about two networks: notapplicable', () => {
    const item = { ...oneAdministrator, applies: 'machine.network != "standalone"' };
    const result = judge(item, { machine: { network: 'standalone', mode: 'non-classified' } });
    expect(result).toMatchObject({ result: 'notapplicable', gaps: [{ reason: 'not-applicable-here' }], subjects: { total: 0 } });
  });

  it('an item for information judges nobody: informational', () => {
    const result = judge({ ...oneAdministrator, kind: 'information' }, { facts: { accounts: seen({ uidZero: 2 }) } });
    expect(result).toMatchObject({ result: 'informational', observed: [{ label: '超级用户数', value: 2 }] });
  });

  it('an item for information over the rows of a book judges nobody either', () => {
    const result = judge({ ...pledged, kind: 'information' }, { registers: bookOf('personnel', [li]) });
    expect(result.result).toBe('informational');
  });

  it('an item for information that could not be answered stays open', () => {
    expect(judge({ ...oneAdministrator, kind: 'information' }).result).toBe('unknown');
  });
});

describe('what a book says', () => {
  it('every person in post has signed: pass', () => {
    expect(judge(pledged, { registers: bookOf('personnel', [zhang, wang]) })).toMatchObject({ result: 'pass', subjects: { total: 1, pass: 1, fail: 0, open: 0 }, observations: [] });
  });

  it('one of two has not signed: fail, and the row is named with what is on file about it', () => {
    const result = judge(pledged, { registers: bookOf('personnel', [zhang, li, wang]) });
    expect(result).toMatchObject({ result: 'fail', subjects: { total: 2, pass: 1, fail: 1, open: 0 } });
    expect(result.observations).toEqual([
      { subject: { kind: 'row', key: 'personnel-2', label: '第2行' }, result: 'fail', reasons: [], observed: [{ label: '涉密等级', value: '一般' }] },
    ]);
  });

  it('a confirmed book without rows: notapplicable', () => {
    expect(judge(pledged, { registers: bookOf('personnel', []) })).toMatchObject({ result: 'notapplicable', gaps: [{ reason: 'register-empty', about: 'personnel' }] });
  });

  it('a confirmed book of which no row is selected: notapplicable', () => {
    expect(judge(pledged, { registers: bookOf('personnel', [wang]) })).toMatchObject({ result: 'notapplicable', gaps: [{ reason: 'nothing-selected', about: 'personnel' }] });
  });

  it('a failing row outranks one that cannot be judged; both are listed', () => {
    const item = { each: 'register.personnel', expect: 'row.review_due >= today' };
    const result = judge(item, { registers: bookOf('personnel', [{ ...zhang, review_due: '2025-01-01' }, li]) });
    expect(result).toMatchObject({ result: 'fail', subjects: { total: 2, pass: 0, fail: 1, open: 1 } });
    expect(result.observations.map((each) => [each.result, each.reasons])).toEqual([['fail', []], ['unknown', ['cell-blank']]]);
  });

  it('a blank cell that `where` needs leaves the row open instead of leaving it out', () => {
    const item = { each: 'register.personnel', where: 'row.key_person', expect: 'has(row.talk_at)' };
    expect(judge(item, { registers: bookOf('personnel', [zhang]) })).toMatchObject({ result: 'unknown', subjects: { total: 1, open: 1 }, gaps: [{ reason: 'cell-blank', about: 'personnel' }] });
  });

  it('the keys of the rows that passed are handed on, so that findings about them can move', () => {
    const { passedSubjects } = evaluateChecklist(compiled(itemOf(pledged)), worldOf({ registers: bookOf('personnel', [zhang, li]) }));
    expect(passedSubjects).toEqual({ 'PER-04': ['personnel-1'] });
  });
});

describe('the values that no judging gives', () => {
  it('error, notselected and fixed are known to scoring but never come out of an expression', () => {
    const worlds = [{}, { facts: { accounts: seen({ uidZero: 1 }) } }, { facts: { accounts: seen({ uidZero: '1' }) } }, { facts: { accounts: unseen('crashed') } }];
    const values = worlds.map((world) => judge(oneAdministrator, world).result);
    expect(values).toEqual(['unknown', 'pass', 'unknown', 'unknown']);
  });
});
