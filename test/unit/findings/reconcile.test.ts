import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/finding.js';
import { fingerprint } from '#findings/fingerprint.js';
import { rectifyFinding } from '#findings/rectify-finding.js';
import { reconcileFindings } from '#findings/reconcile-findings.js';
import { verifyFinding } from '#findings/verify-finding.js';
import { afterNight, deviceId, identifyAfter, night, nightCheck, passedIn, person, scheduler, type Seen } from './night-checks.js';

const missing: readonly Seen[] = [{ itemId: 'PER-04', result: 'fail', rows: { zhang: 'fail', li: 'pass' } }];
const cured: readonly Seen[] = [{ itemId: 'PER-04', result: 'pass', rows: { zhang: 'pass', li: 'pass' } }];
const at = '2026-11-20T08:00:00.000Z';

const only = (findings: readonly Finding[]): Finding => {
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
};
const closed = (): Finding => {
  const awaiting = only(night(night([], 1, missing), 2, cured));
  return verifyFinding(rectifiedFirst(awaiting), { result: 'pass', by: person('孙丽'), at });
};
const rectifiedFirst = (finding: Finding): Finding => ({ ...finding, owner: '张伟', dueOn: '2026-11-10' });

describe('a problem that a check finds', () => {
  it('is opened with the words of the item, the subject and the moment', () => {
    expect(only(night([], 1, missing))).toMatchObject({
      number: 'W-2026-0001', itemId: 'PER-04', checklistId: 'small', statement: '没有保密承诺书签订记录', severity: 'high', remediation: '限期签订',
      subject: { key: 'zhang', label: 'zhang某' }, state: 'open', recurrences: 0, firstSeenAt: '2026-11-01T17:00:00.000Z', source: 'register',
      events: [{ event: 'opened', from: null, to: 'open', by: scheduler }],
    });
  });

  it('says what the person found, where a person said it', () => {
    expect(only(night([], 1, [{ itemId: 'UNIT-01', result: 'fail', fact: '只有口头汇报' }])).statement).toBe('只有口头汇报');
  });

  it('two subjects with the same fault give two findings', () => {
    const two = night([], 1, [{ itemId: 'PER-04', result: 'fail', rows: { zhang: 'fail', li: 'fail' } }]);
    expect(two.map((finding) => [finding.number, finding.subject.key])).toEqual([['W-2026-0001', 'zhang'], ['W-2026-0002', 'li']]);
  });

  it('one subject with two faults gives two findings', () => {
    expect(night([], 1, [...missing, { itemId: 'PER-02', result: 'fail', rows: { zhang: 'fail' } }])).toHaveLength(2);
  });

  it('seen again the next night it is the same finding, only later', () => {
    const again = only(night(night([], 1, missing), 2, missing));
    expect(again).toMatchObject({ number: 'W-2026-0001', state: 'open', firstSeenAt: '2026-11-01T17:00:00.000Z', lastSeenAt: '2026-11-02T17:00:00.000Z' });
    expect(again.events).toHaveLength(1);
  });

  it('the same assessment a second time changes nothing', () => {
    for (const [seen, before] of [[missing, []], [missing, night([], 1, missing)], [cured, night([], 1, missing)]] as const) {
      const check = nightCheck(2, seen);
      const once = afterNight(before, check, seen);
      expect(reconcileFindings(once, check, passedIn(check, seen), identifyAfter(once))).toEqual([]);
    }
  });

  it('of a terminal it belongs to this device, of a person it does not', () => {
    const terminal = only(night([], 1, [{ itemId: 'TERM-27', result: 'fail' }], 'terminal'));
    expect(terminal).toMatchObject({ deviceId, source: 'automated', fingerprint: fingerprint('TERM-27', deviceId, deviceId) });
    expect(only(night([], 1, missing))).not.toHaveProperty('deviceId');
  });

  it('the fingerprint tells item, subject and device apart', () => {
    const prints = [fingerprint('A-01', 'x', undefined), fingerprint('A-02', 'x', undefined), fingerprint('A-01', 'y', undefined), fingerprint('A-01', 'x', deviceId), fingerprint('A-01x', '', undefined)];
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('what is no event', () => {
  const open = night([], 1, missing);

  it.each([
    ['the whole item is unknown', [{ itemId: 'PER-04', result: 'unknown' }]],
    ['the book is not confirmed', [{ itemId: 'PER-04', result: 'notchecked' }]],
    ['the item does not apply this time', [{ itemId: 'PER-04', result: 'notapplicable' }]],
    ['the row could not be judged', [{ itemId: 'PER-04', result: 'unknown', rows: { zhang: 'unknown', li: 'pass' } }]],
    ['the row is not selected any more: it does not close the finding', [{ itemId: 'PER-04', result: 'pass', rows: { li: 'pass' } }]],
    ['another item was checked', [{ itemId: 'PER-02', result: 'pass', rows: { zhang: 'pass' } }]],
  ] as const)('%s', (_what, seen) => {
    expect(night(open, 2, seen)).toEqual(open);
  });

  it('a pass that had no finding opens none', () => {
    expect(night([], 1, cured)).toEqual([]);
  });
});

describe('a re-check that passes', () => {
  const awaiting = only(night(night([], 1, missing), 2, cured));

  it('moves the finding to verification, with the assessment as evidence', () => {
    expect(awaiting.state).toBe('awaiting-verification');
    expect(awaiting.events.at(-1)).toMatchObject({ event: 'recheck-passed', from: 'open', assessmentId: '00000000-0000-4000-8000-000000000002' });
    expect(awaiting.lastSeenAt).toBe('2026-11-01T17:00:00.000Z');
  });

  it('passing once more changes nothing', () => {
    expect(night([awaiting], 3, cured)).toEqual([awaiting]);
  });

  it('failing again before the verification sends it back', () => {
    expect(only(night([awaiting], 3, missing))).toMatchObject({ state: 'remediating', recurrences: 0 });
  });

  it('under an approved deviation a cure closes it, and a failure changes nothing', () => {
    const deviation = { reason: '业务需要', approvedBy: '周局长', document: '东示办〔2026〕3号', until: '2026-12-31' };
    const approved: Finding = { ...awaiting, state: 'deviation-approved', deviation };
    expect(only(night([approved], 3, cured)).state).toBe('closed');
    expect(only(night([approved], 3, missing))).toMatchObject({ state: 'deviation-approved', deviation });
  });
});

describe('a closed problem that comes back', () => {
  const back = only(night([closed()], 9, missing));

  it('is opened again under its old number, and counted', () => {
    expect(back).toMatchObject({ number: 'W-2026-0001', state: 'open', recurrences: 1, firstSeenAt: '2026-11-01T17:00:00.000Z' });
    expect(back.events.map((each) => each.event)).toEqual(['opened', 'recheck-passed', 'verified', 'reopened']);
  });

  it('gets a new deadline: the old one was kept', () => {
    expect(closed().dueOn).toBe('2026-11-10');
    expect(back).not.toHaveProperty('dueOn');
  });

  it('passing leaves it closed', () => {
    expect(night([closed()], 9, cured)).toEqual([closed()]);
  });

  it('a second return counts twice', () => {
    const again = verifyFinding(only(night([back], 10, cured)), { result: 'pass', by: person('孙丽'), at });
    expect(only(night([again], 11, missing)).recurrences).toBe(2);
  });
});

describe('only the pairs that were judged are touched', () => {
  it('the finding of another subject stays as it is', () => {
    const two = night([], 1, [{ itemId: 'PER-04', result: 'fail', rows: { zhang: 'fail', li: 'fail' } }]);
    const check = nightCheck(2, [{ itemId: 'PER-04', result: 'unknown', rows: { zhang: 'pass', li: 'unknown' } }]);
    const moved = reconcileFindings(two, check, { 'PER-04': ['zhang'] }, identifyAfter(two));
    expect(moved.map((finding) => [finding.subject.key, finding.state])).toEqual([['zhang', 'awaiting-verification']]);
  });

  it('what was withdrawn stays withdrawn, seen or not', () => {
    const withdrawn: Finding = { ...only(night([], 1, missing)), state: 'withdrawn' };
    expect(only(night([withdrawn], 2, missing)).state).toBe('withdrawn');
  });

  it('a rectification in between is kept', () => {
    const rectified = rectifyFinding(only(night([], 1, missing)), { measure: '已补签', by: person('张伟'), at });
    expect(only(night([rectified], 2, missing))).toMatchObject({ state: 'remediating', measure: '已补签', owner: '张伟' });
  });
});
