// How the runner counts: pure, so that a crash, an empty run and an unexplained skip are proved to be failures.

const reasonOfSkip = /\(skipped: (needs [^)]+)\)/;

/** Steps such as lint, each one check. */
export function tallySteps(outcomes) {
  return {
    passed: outcomes.filter((step) => step.passed).length,
    failed: outcomes.filter((step) => !step.passed).map((step) => step.name),
  };
}

/** A vitest JSON report (undefined when it wrote none) and whether vitest itself ended well. */
export function tallyTests(report, endedWell) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const withStatus = (...wanted) => tests.filter((test) => wanted.includes(test.status));
  const notRun = tests.filter((test) => !['passed', 'failed'].includes(test.status));
  const failed = [
    ...withStatus('failed').map((test) => test.fullName),
    ...files.filter(didNotLoad).map((file) => `${file.name} did not load`),
    ...notRun.filter((test) => !reasonOfSkip.test(test.fullName)).map((test) => `${test.fullName} (skipped without a named need)`),
  ];
  const skipped = notRun.filter((test) => reasonOfSkip.test(test.fullName)).map((test) => ({ name: test.fullName, reason: needOf(test) }));
  return { passed: withStatus('passed').length, failed: [...failed, ...crash(report, tests, failed, endedWell)], skipped };
}

/** The one line that ends a run. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function didNotLoad(file) {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
}

function needOf(test) {
  return reasonOfSkip.exec(test.fullName)[1];
}

// Vitest can end badly while every test it saw passed: a crash, an unhandled rejection, an empty collection.
function crash(report, tests, failed, endedWell) {
  if (!report) return ['vitest wrote no report'];
  if (tests.length === 0) return ['vitest collected no test'];
  return endedWell || failed.length > 0 ? [] : ['vitest ended badly although no test failed'];
}
