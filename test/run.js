#!/usr/bin/env node
// npm test: sets itself up, runs every check even when one fails, ends with one line `N passed, N failed`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, installPackages, runTool } from '../bin/set-up.js';
import { lastLine, tallySteps, tallyTests } from './tally.js';

const scratch = mkdtempSync(join(tmpdir(), 'zicha-test-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const steps = [
  ['packages', installPackages],
  ['build and types', build],
  ['types of the tests', () => runTool('typescript/bin/tsc', ['-p', 'test'])],
  ['lint', () => runTool('eslint/bin/eslint.js', ['.'])],
  ['unused code', () => runTool('knip/bin/knip.js', ['--no-progress'])],
];

const outcomes = [];
for (const [name, run] of steps) {
  if (outcomes.length === 1 && !outcomes[0].passed) break; // without packages there is nothing to run
  const started = Date.now();
  console.log(`\n== ${name}`);
  const passed = await run();
  console.log(`-- ${name}: ${passed ? 'passed' : 'FAILED'} (${seconds(started)})`);
  outcomes.push({ name, passed });
}
const tests = outcomes[0].passed ? await runTests() : { passed: 0, failed: [], skipped: [] };
printSummary(tallySteps(outcomes), tests);

/** Runs vitest in its own temporary folder, so that nothing a test forgets stays on the machine. */
async function runTests() {
  console.log('\n== tests');
  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary);
  const file = join(scratch, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const environment = { TMPDIR: temporary, TMP: temporary, TEMP: temporary };
  const ended = await runTool('vitest/vitest.mjs', ['run', '--no-color', '--allowOnly=false', ...reporters], environment);
  return tallyTests(readReport(file), ended);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // vitest died before it wrote a report, which the tally counts as a failure
  }
}

function printSummary(checks, tests) {
  const failed = [...checks.failed, ...tests.failed];
  for (const { name, reason } of tests.skipped) console.log(`skipped: ${reason} — ${name}`);
  for (const name of failed) console.log(`failed: ${name}`);
  const total = { passed: checks.passed + tests.passed, failed: failed.length, skipped: tests.skipped.length };
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
  console.log(lastLine(total));
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
