import { describe, expect, it } from 'vitest';
import { exitOfRun } from '#cli/exit-of-run.js';
import type { Assessment } from '#domain/assessment.js';
import type { ResultCounts } from '#domain/score.js';

const none: ResultCounts = { pass: 0, fail: 0, error: 0, unknown: 0, notapplicable: 0, notchecked: 0, notselected: 0, informational: 0, fixed: 0 };
const exitOf = (...counts: readonly Partial<ResultCounts>[]): string =>
  exitOfRun({ assessments: counts.map((each) => ({ score: { counts: { ...none, ...each }, veto: false }, results: [], checklist: { sections: [] } }) as unknown as Assessment), excepted: [] }, []);

describe('the exit of a run', () => {
  it('is incomplete by itself when nothing was applicable', () => {
    expect(exitOf({ notapplicable: 61 })).toBe('incomplete');
  });

  it('is incomplete when all that was applicable could not be seen', () => {
    expect(exitOf({ notapplicable: 20, unknown: 30, notchecked: 8, error: 3 })).toBe('incomplete');
  });

  it('is done as soon as evidence decided one item of one checklist', () => {
    expect(exitOf({ notapplicable: 61 }, { pass: 1, unknown: 60 })).toBe('done');
  });
});
