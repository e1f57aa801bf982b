#!/usr/bin/env node
// Wall time of the commands that everybody waits for, against a node that does nothing. Interleaved, so that a busy moment hits all alike.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const rounds = 21;
const goals = { '--version': 4 };
const bin = join(dirname(import.meta.dirname), 'bin/run.js');
const folder = mkdtempSync(join(tmpdir(), 'zicha-bench-'));
const office = join(folder, 'office');

try {
  milliseconds([bin, 'init', '--no-input', '--unit', '测速单位', '--data', office]);
  const cases = {
    'node -e 0': ['-e', '0'],
    '--version': [bin, '--version'],
    '--help': [bin, '--help'],
    status: [bin, 'status', '--data', office],
  };
  console.table(rows(measure(cases)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Case → the times of all rounds but the first, which warms the disk's cache. */
function measure(cases) {
  const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, args] of Object.entries(cases)) {
      const spent = milliseconds(args);
      if (round > 0) times[name].push(spent);
    }
  }
  return times;
}

// A command that fails fast would look quick, so a failure ends the measurement.
function milliseconds(args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  const spent = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return spent;
}

function rows(times) {
  const base = median(times['node -e 0']);
  return Object.entries(times).map(([name, all]) => ({
    case: name,
    'median ms': Math.round(median(all)),
    'min ms': Math.round(Math.min(...all)),
    ratio: (median(all) / base).toFixed(2),
    goal: goals[name] === undefined ? '' : `≤ ${goals[name]}`,
  }));
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
