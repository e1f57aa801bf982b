#!/usr/bin/env node
// CPU time and memory of the check of one terminal, against Lynis on the same machine in the same run.
// Seconds of a processor, children included: wall time says little on a machine that others use.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const rounds = 5;
const goals = { seconds: 3, megabytes: 150, share: 1 / 5 };
const lynis = '/usr/sbin/lynis';
const bin = join(dirname(import.meta.dirname), 'bin/run.js');
const folder = mkdtempSync(join(tmpdir(), 'zicha-bench-'));
const office = join(folder, 'office');

try {
  founded();
  proveJudged();
  const own = [];
  // 10 and 11 say that something was found, or could not be checked: the run itself went well.
  for (let round = 0; round < rounds; round += 1)
    own.push(await measured([process.execPath, bin, 'assess', 'run', '--checklist', 'terminal-internal', '--data', office], [0, 10, 11]));
  const other = existsSync(lynis) ? await measured([lynis, ...lynisArguments()], [0, 78]) : undefined;
  report(middle(own), other);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function founded() {
  const { status, stderr } = spawnSync(process.execPath, [bin, 'init', '--no-input', '--unit', '测速单位', '--data', office], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`init ended with ${status}: ${stderr}`);
}

// A run that judged nothing would look quick too.
function proveJudged() {
  const { stdout } = spawnSync(process.execPath, [bin, 'assess', 'run', '--checklist', 'terminal-internal', '--data', office, '--json'], { encoding: 'utf8' });
  if (!stdout.includes('TERM-60')) throw new Error('the terminal was not judged');
}

function lynisArguments() {
  return ['audit', 'system', '--quick', '--quiet', '--no-colors', '--logfile', join(folder, 'lynis.log'), '--report-file', join(folder, 'lynis.dat')];
}

/** Runs a command to its end; seconds of its own and its children's processor time, and the largest memory of one of them. */
function measured(command, accepted) {
  return new Promise((resolve, reject) => {
    const script = '"$@" >/dev/null 2>&1 </dev/null; status=$?; times; exit $status';
    const child = spawn('/bin/bash', ['-c', script, 'bench', ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    let megabytes = 0;
    child.stdout.on('data', (chunk) => (printed += chunk));
    const watch = setInterval(() => (megabytes = Math.max(megabytes, ...descendants(child.pid).map(peakOf))), 10);
    child.on('close', (status) => {
      clearInterval(watch);
      // A run that failed early would look quick.
      if (!accepted.includes(status)) reject(new Error(`${command.join(' ')} ended with ${status}`));
      else resolve({ seconds: secondsIn(printed), megabytes });
    });
  });
}

// The second line of `times` is about the children: `0m1.234s 0m0.567s`.
function secondsIn(printed) {
  const line = printed.trim().split('\n').at(-1) ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function descendants(pid) {
  const children = textOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function peakOf(pid) {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

function middle(all) {
  const of = (key) => all.map((each) => each[key]).toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
  return { seconds: of('seconds'), megabytes: of('megabytes') };
}

function report(own, other) {
  const row = (name, runs, { seconds, megabytes }, goal) => ({ case: name, runs, 'CPU s': seconds.toFixed(2), 'peak MB': Math.round(megabytes), goal });
  const rows = [row('zicha assess run, terminal-internal', rounds, own, `≤ ${goals.seconds} s, ≤ ${goals.megabytes} MB`)];
  if (other !== undefined) rows.push(row('lynis audit system --quick', 1, other, ''));
  console.table(rows);
  if (other === undefined) console.log('lynis is not installed (Debian: apt-get install lynis): no ratio');
  else console.log(`CPU of zicha / CPU of lynis: ${(own.seconds / other.seconds).toFixed(3)} (goal ≤ ${goals.share})`);
}
