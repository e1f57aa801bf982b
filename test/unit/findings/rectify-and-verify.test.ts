import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.js';
import { rectifyFinding } from '#findings/rectify-finding.js';
import { verifyFinding } from '#findings/verify-finding.js';
import { refusalOf } from '../catalog/broken-files.js';
import { night, person, type Seen } from './night-checks.js';

const at = '2026-11-20T08:00:00.000Z';
const missing: readonly Seen[] = [{ itemId: 'PER-04', result: 'fail', rows: { zhang: 'fail' } }];
const cured: readonly Seen[] = [{ itemId: 'PER-04', result: 'pass', rows: { zhang: 'pass' } }];
const open = night([], 1, missing)[0] as Finding;
const rectified = rectifyFinding(open, { measure: '已补签承诺书', cause: '新调入人员漏办', dueOn: '2026-11-30', department: '办公室', by: person('张伟'), at });
const awaiting = night([rectified], 2, cured)[0] as Finding;

const refusal = (run: () => unknown): { code: string; exit: number } => {
  const { code, exit } = refusalOf(run);
  return { code, exit };
};

describe('a rectification', () => {
  it('records measure, cause, department and day; who reports it owns it', () => {
    expect(rectified).toMatchObject({ state: 'remediating', measure: '已补签承诺书', cause: '新调入人员漏办', department: '办公室', dueOn: '2026-11-30', owner: '张伟' });
    expect(rectified.events.at(-1)).toEqual({ at, by: person('张伟'), event: 'rectified', from: 'open', to: 'remediating', note: '已补签承诺书' });
  });

  it('of what a check found does not lead to verification: the check must pass first', () => {
    expect(refusal(() => verifyFinding(rectified, { result: 'pass', by: person('孙丽'), at }))).toEqual({ code: 'finding-wrong-state', exit: 4 });
  });

  it('of what a person found leads to verification', () => {
    const reported = rectifyFinding({ ...open, source: 'supervision' }, { measure: '已整改', by: person('张伟'), at });
    expect(reported.state).toBe('awaiting-verification');
  });

  it('by the officer for somebody else keeps the owner', () => {
    expect(rectifyFinding(open, { measure: '已补签', owner: '李娜', by: person('赵敏'), at }).owner).toBe('李娜');
    expect(rectifyFinding({ ...open, owner: '李娜' }, { measure: '已补签', by: person('赵敏'), at }).owner).toBe('李娜');
  });

  it('without a measure is refused', () => {
    expect(refusal(() => rectifyFinding(open, { measure: ' 　', by: person('张伟'), at }))).toEqual({ code: 'finding-measure-missing', exit: 4 });
  });

  it.each(['awaiting-verification', 'closed', 'deviation-approved', 'withdrawn'] as const)('is refused where nothing is to be cured: %s', (state) => {
    expect(refusal(() => rectifyFinding({ ...open, state }, { measure: '已补签', by: person('张伟'), at })).code).toBe('finding-wrong-state');
  });

  it('changes nothing of the finding that came in', () => {
    expect(open).toMatchObject({ state: 'open', events: [{ event: 'opened' }] });
  });
});

describe('a verification', () => {
  it('by another person closes', () => {
    const done = verifyFinding(awaiting, { result: 'pass', note: '见承诺书原件', by: person('孙丽'), at });
    expect(done.state).toBe('closed');
    expect(done.events.at(-1)).toEqual({ at, by: person('孙丽'), event: 'verified', from: 'awaiting-verification', to: 'closed', note: '见承诺书原件' });
  });

  it('that does not agree sends it back', () => {
    expect(verifyFinding(awaiting, { result: 'fail', note: '没有原件', by: person('孙丽'), at })).toMatchObject({ state: 'remediating' });
  });

  it.each<[string, string, Finding]>([
    ['the owner', '张伟', awaiting],
    ['the owner with a blank behind the name', '张伟 ', awaiting],
    ['the owner with the name spaced out', '张　伟', awaiting],
    ['the owner, whose name is spaced out on file', '张伟', { ...awaiting, owner: '张 伟', events: [] }],
    ['somebody who reported the rectification for the owner', '张伟', { ...awaiting, owner: '李娜' }],
  ])('by %s is refused', (_who, name, finding) => {
    expect(refusal(() => verifyFinding(finding, { result: 'pass', by: person(name), at }))).toEqual({ code: 'finding-verifier-is-owner', exit: 4 });
  });

  it('that rejects is not for the owner either', () => {
    expect(refusal(() => verifyFinding(awaiting, { result: 'fail', by: person('张伟'), at })).code).toBe('finding-verifier-is-owner');
  });

  it('by somebody who rectified it before it came back is refused too', () => {
    const done = verifyFinding(awaiting, { result: 'pass', by: person('孙丽'), at });
    const again = night(night([done], 3, missing), 4, cured)[0] as Finding;
    expect(refusal(() => verifyFinding({ ...again, owner: '李娜' }, { result: 'pass', by: person('张伟'), at })).code).toBe('finding-verifier-is-owner');
  });

  it('of a finding that nobody owns may be done by anybody named', () => {
    const nobody = night([open], 2, cured)[0] as Finding;
    expect(verifyFinding(nobody, { result: 'pass', by: person('孙丽'), at }).state).toBe('closed');
  });

  it.each(['open', 'remediating', 'closed', 'deviation-approved', 'withdrawn'] as const)('is refused where nothing awaits it: %s', (state) => {
    expect(refusal(() => verifyFinding({ ...awaiting, state }, { result: 'pass', by: person('孙丽'), at })).code).toBe('finding-wrong-state');
  });
});
