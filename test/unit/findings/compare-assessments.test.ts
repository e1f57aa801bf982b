import { describe, expect, it } from 'vitest';
import { compareAssessments } from '#findings/compare-assessments.js';
import { nightCheck, type Seen } from './night-checks.js';

const compared = (before: readonly Seen[], after: readonly Seen[]) => {
  const { new: fresh, still, absent, unclear } = compareAssessments(nightCheck(1, before), nightCheck(2, after));
  const keys = (list: typeof still): string[] => list.map((each) => `${each.itemId} ${each.subjectKey}`);
  return { new: keys(fresh), still: keys(still), absent: keys(absent), unclear: keys(unclear) };
};
const none = { new: [], still: [], absent: [], unclear: [] };
const rows = (given: NonNullable<Seen['rows']>, result: Seen['result']): readonly Seen[] => [{ itemId: 'PER-04', result, rows: given }];
const whole = (result: Seen['result']): readonly Seen[] => [{ itemId: 'UNIT-03', result }];

describe('what changed between two assessments', () => {
  it('a person who failed and still fails, one who is new, one who is cured', () => {
    const before = rows({ zhang: 'fail', li: 'fail', wang: 'pass' }, 'fail');
    const after = rows({ zhang: 'fail', li: 'pass', wang: 'fail' }, 'fail');
    expect(compared(before, after)).toEqual({ new: ['PER-04 wang'], still: ['PER-04 zhang'], absent: ['PER-04 li'], unclear: [] });
  });

  it('the same twice is still there, nothing else', () => {
    expect(compared(whole('fail'), whole('fail'))).toEqual({ ...none, still: ['UNIT-03 unit'] });
  });

  it('a whole item that passes now is absent', () => {
    expect(compared(whole('fail'), whole('pass'))).toEqual({ ...none, absent: ['UNIT-03 unit'] });
  });

  it.each(['error', 'unknown', 'notchecked'] as const)('a whole item that is %s now is unclear, not cured', (result) => {
    expect(compared(whole('fail'), whole(result))).toEqual({ ...none, unclear: ['UNIT-03 unit'] });
  });

  it('a book that could not be judged at all leaves every old row unclear', () => {
    expect(compared(rows({ zhang: 'fail', li: 'fail' }, 'fail'), [{ itemId: 'PER-04', result: 'notchecked' }])).toEqual({ ...none, unclear: ['PER-04 zhang', 'PER-04 li'] });
  });

  it('a row that cannot be judged now is unclear although the item fails for another', () => {
    expect(compared(rows({ zhang: 'fail' }, 'fail'), rows({ zhang: 'unknown', li: 'fail' }, 'fail'))).toEqual({ ...none, new: ['PER-04 li'], unclear: ['PER-04 zhang'] });
  });

  it('a row that passes now is absent although another cannot be judged', () => {
    expect(compared(rows({ zhang: 'fail' }, 'fail'), rows({ zhang: 'pass', li: 'unknown' }, 'unknown'))).toEqual({ ...none, absent: ['PER-04 zhang'] });
  });

  it('an item that is no longer in the checklist says nothing', () => {
    expect(compared(whole('fail'), rows({ zhang: 'pass' }, 'pass'))).toEqual({ ...none, unclear: ['UNIT-03 unit'] });
  });

  it('what could not be judged before and fails now is new', () => {
    expect(compared(whole('unknown'), whole('fail'))).toEqual({ ...none, new: ['UNIT-03 unit'] });
  });

  it('each problem carries the words of its item and the masked name of its subject', () => {
    const [problem] = compareAssessments(nightCheck(1, rows({ zhang: 'fail' }, 'fail')), nightCheck(2, rows({ zhang: 'fail' }, 'fail'))).still;
    expect(problem).toEqual({ itemId: 'PER-04', subjectKey: 'zhang', subjectLabel: 'zhang某', objective: '在岗涉密人员均签订保密承诺书' });
  });
});
