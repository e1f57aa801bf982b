import { expect, it } from 'vitest';
import { lastLine, tallySteps, tallyTests } from '../tally.js';

const file = (...tests: readonly [fullName: string, status: string][]) => ({
  name: 'test/unit/findings/due.test.ts',
  status: tests.some(([, status]) => status === 'failed') ? 'failed' : 'passed',
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
});

it('each passed test is one', () => {
  expect(tallyTests({ testResults: [file(['a', 'passed'], ['b', 'passed'])] }, true)).toEqual({ passed: 2, failed: [], skipped: [] });
});

it('a failed test is named', () => {
  expect(tallyTests({ testResults: [file(['a', 'passed'], ['b', 'failed'])] }, false)).toEqual({ passed: 1, failed: ['b'], skipped: [] });
});

it('a runner that died without a report is a failure', () => {
  expect(tallyTests(undefined, false).failed).toEqual(['vitest wrote no report']);
});

it('a run that collected nothing is a failure', () => {
  expect(tallyTests({ testResults: [] }, true).failed).toEqual(['vitest collected no test']);
});

it('a file that does not load is a failure, although no test of it failed', () => {
  const broken = { name: 'broken.test.ts', status: 'failed', assertionResults: [] };
  expect(tallyTests({ testResults: [file(['a', 'passed']), broken] }, false).failed).toEqual(['broken.test.ts did not load']);
});

it('a run that ended badly although every test passed is a failure', () => {
  expect(tallyTests({ testResults: [file(['a', 'passed'])] }, false).failed).toEqual(['vitest ended badly although no test failed']);
});

it('a skipped test gives its need', () => {
  const name = 'the pages pass Preflight (skipped: needs libpdfbox2-java)';
  expect(tallyTests({ testResults: [file(['a', 'passed'], [name, 'skipped'])] }, true)).toEqual({
    passed: 1,
    failed: [],
    skipped: [{ name, reason: 'needs libpdfbox2-java' }],
  });
});

it.each(['skipped', 'pending', 'todo', 'disabled'])('a %s test without a need is a failure', (status) => {
  expect(tallyTests({ testResults: [file(['a', 'passed'], ['b', status])] }, true).failed).toEqual(['b (skipped without a named need)']);
});

it('steps are one check each', () => {
  const steps = [
    { name: 'lint', passed: true },
    { name: 'unused code', passed: false },
  ];
  expect(tallySteps(steps)).toEqual({ passed: 1, failed: ['unused code'] });
});

it('the last line names skips only when there are any', () => {
  expect(lastLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
  expect(lastLine({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
});
