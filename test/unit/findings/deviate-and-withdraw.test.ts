import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.js';
import { addMonths } from '#evaluation/day-functions.js';
import { assignFinding } from '#findings/assign-finding.js';
import { deviateFinding } from '#findings/deviate-finding.js';
import { asOfToday } from '#findings/expire-deviation.js';
import { extendFinding, extensionsOf } from '#findings/extend-finding.js';
import { reopenFinding } from '#findings/reopen-finding.js';
import { askWithdrawal, decideWithdrawal } from '#findings/withdraw-finding.js';
import { verifyFinding } from '#findings/verify-finding.js';
import { refusalOf } from '../catalog/broken-files.js';
import { night, person, type Seen } from './night-checks.js';

const at = '2026-11-20T08:00:00.000Z';
const tool = { person: '自查程序', role: 'tool', proof: 'claimed' } as const;
const missing: readonly Seen[] = [{ itemId: 'PER-04', result: 'fail', rows: { zhang: 'fail' } }];
const cured: readonly Seen[] = [{ itemId: 'PER-04', result: 'pass', rows: { zhang: 'pass' } }];
const open = night([], 1, missing)[0] as Finding;
const order = { reason: '设备待更换', approvedBy: '王局长', document: '东示保〔2026〕3号', until: '2027-03-31', today: '2026-11-20', by: person('李娜'), at };
const rules = { forbids: (): undefined => undefined, addMonths };
const excepted = deviateFinding(open, order, rules);

const refused = (run: () => unknown): string => refusalOf(run).code;

describe('an approved deviation', () => {
  it('keeps reason, approver, document and last day', () => {
    expect(excepted).toMatchObject({ state: 'deviation-approved', deviation: { reason: '设备待更换', approvedBy: '王局长', document: '东示保〔2026〕3号', since: '2026-11-20', until: '2027-03-31' } });
    expect(excepted.events.at(-1)).toMatchObject({ event: 'deviated', day: '2027-03-31', note: '设备待更换' });
  });

  it.each([
    ['a day that is over', { until: '2026-11-19' }, 'finding-deviation-past'],
    ['more than twelve months', { until: '2027-11-21' }, 'finding-deviation-too-long'],
    ['no reason', { reason: '  ' }, 'finding-reason-missing'],
  ])('is refused for %s', (_what, change, code) => {
    expect(refused(() => deviateFinding(open, { ...order, ...change }, rules))).toBe(code);
  });

  it('may last twelve months to the day, and ends with February where the day does not exist', () => {
    expect(deviateFinding(open, { ...order, until: '2027-11-20' }, rules).state).toBe('deviation-approved');
    expect(refused(() => deviateFinding(open, { ...order, today: '2024-02-29', until: '2025-03-01' }, rules))).toBe('finding-deviation-too-long');
    expect(deviateFinding(open, { ...order, today: '2024-02-29', until: '2025-02-28' }, rules).state).toBe('deviation-approved');
  });

  it('is refused where the law itself forbids', () => {
    expect(refused(() => deviateFinding(open, order, { ...rules, forbids: () => '保守国家秘密法 28' }))).toBe('finding-deviation-forbidden');
  });

  it('stays while the check still fails, and closes when it passes', () => {
    expect(night([excepted], 21, missing)[0]).toMatchObject({ state: 'deviation-approved' });
    expect(night([excepted], 21, cured)[0]).toMatchObject({ state: 'closed' });
  });

  it('holds on its last day and opens the problem on the day after, by itself', () => {
    expect(asOfToday(excepted, '2027-03-31', tool)).toBe(excepted);
    const back = asOfToday(excepted, '2027-04-01', tool);
    expect(back).toMatchObject({ state: 'open' });
    expect(back.events.at(-1)).toEqual({ at: '2027-03-31T16:00:00.000Z', by: tool, event: 'deviation-expired', from: 'deviation-approved', to: 'open', day: '2027-03-31' });
    expect(asOfToday(back, '2028-01-01', tool)).toBe(back);
  });

  it('may be approved anew while it lasts, and ended early', () => {
    expect(deviateFinding(excepted, { ...order, until: '2027-06-30' }, rules).deviation?.until).toBe('2027-06-30');
    const ended = reopenFinding(excepted, { reason: '设备已到货', by: person('王强'), at });
    expect(ended).toMatchObject({ state: 'open', recurrences: 0 });
    expect(ended.deviation).toBeUndefined();
  });
});

describe('a withdrawal', () => {
  const asked = askWithdrawal(open, { reason: '登记有误', by: person('李娜'), at });

  it('asked for by one person changes nothing yet', () => {
    expect(asked).toMatchObject({ state: 'open' });
    expect(asked.events.at(-1)).toMatchObject({ event: 'withdrawal-asked', note: '登记有误' });
  });

  it('is agreed to by another', () => {
    expect(decideWithdrawal(asked, { agreed: true, by: person('王强'), at }).state).toBe('withdrawn');
  });

  it('is not for the one who asked, however the name is spaced, nor for the owner', () => {
    expect(refused(() => decideWithdrawal(asked, { agreed: true, by: person('李　娜'), at }))).toBe('finding-second-person');
    expect(refused(() => decideWithdrawal({ ...asked, owner: '张伟' }, { agreed: true, by: person('张伟'), at }))).toBe('finding-verifier-is-owner');
  });

  it('that is refused can be asked for again, and not twice at once', () => {
    expect(refused(() => askWithdrawal(asked, { reason: '再次', by: person('李娜'), at }))).toBe('finding-withdrawal-pending');
    const kept = decideWithdrawal(asked, { agreed: false, by: person('王强'), at });
    expect(kept.state).toBe('open');
    expect(askWithdrawal(kept, { reason: '再次', by: person('李娜'), at }).events.at(-1)?.event).toBe('withdrawal-asked');
  });

  it('nobody asked for is not decided', () => {
    expect(refused(() => decideWithdrawal(open, { agreed: true, by: person('王强'), at }))).toBe('finding-withdrawal-not-asked');
  });

  it('stands in the next nights, whatever the check says, until a person reopens it', () => {
    const gone = decideWithdrawal(asked, { agreed: true, by: person('王强'), at });
    expect(night([gone], 22, missing)[0]).toMatchObject({ state: 'withdrawn' });
    expect(reopenFinding(gone, { reason: '复查确有', by: person('王强'), at })).toMatchObject({ state: 'open', recurrences: 0 });
  });
});

describe('an extension', () => {
  const extension = { until: '2026-12-31', reason: '设备推迟到货', due: '2026-12-01', by: person('王强'), at };

  it('sets a later day and counts', () => {
    const once = extendFinding(open, extension);
    expect(once).toMatchObject({ state: 'open', dueOn: '2026-12-31' });
    expect([extensionsOf(open), extensionsOf(once), extensionsOf(extendFinding(once, { ...extension, due: '2026-12-31', until: '2027-01-31' }))]).toEqual([0, 1, 2]);
  });

  it.each([
    ['an earlier or the same day', { until: '2026-12-01' }, 'finding-extension-earlier'],
    ['no reason', { reason: '' }, 'finding-reason-missing'],
    ['no deadline to extend', { due: undefined }, 'finding-no-deadline'],
  ])('is refused for %s', (_what, change, code) => {
    expect(refused(() => extendFinding(open, { ...extension, ...change }))).toBe(code);
  });
});

describe('an assignment', () => {
  it('names owner, leader, department, kind and day, and sets the cure going', () => {
    expect(assignFinding(open, { owner: '张伟', leader: '王强', department: '办公室', kind: 'by-date', dueOn: '2026-12-31', by: person('李娜'), at })).toMatchObject({ state: 'remediating', owner: '张伟', leader: '王强', department: '办公室', kind: 'by-date', dueOn: '2026-12-31' });
  });

  it('without an owner, or without anything, is refused', () => {
    expect(refused(() => assignFinding(open, { leader: '王强', by: person('李娜'), at }))).toBe('finding-owner-missing');
    expect(refused(() => assignFinding(open, { by: person('李娜'), at }))).toBe('finding-nothing-given');
  });

  it('after the end adds accountability only', () => {
    const awaiting = night([assignFinding(open, { owner: '张伟', by: person('李娜'), at })], 21, cured)[0] as Finding;
    const closed = verifyFinding(awaiting, { result: 'pass', by: person('孙丽'), at });
    expect(assignFinding(closed, { accountability: '通报批评', by: person('李娜'), at })).toMatchObject({ state: 'closed', accountability: '通报批评' });
    expect(refused(() => assignFinding(closed, { dueOn: '2027-01-01', by: person('李娜'), at }))).toBe('finding-wrong-state');
  });
});
