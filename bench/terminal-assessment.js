#!/usr/bin/env node
// CPU time and memory of the check of one terminal, against Lynis on the same machine in the same run.
// Seconds of a processor, children included: wall time says little on a machine that others use.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const rounds = 5;
const goals = { seconds: 3, megabytes: 150, share: 1 / 8 };
const lynis = '/usr/sbin/lynis';
const debootstrap = '/usr/sbin/debootstrap';
const mirror = 'http://deb.debian.org/debian';
const packages = ['systemd', 'dbus', 'iproute2', 'procps', 'passwd', 'login', 'libpam-modules', 'cron', 'openssh-server', 'lynis', 'ca-certificates', 'xz-utils'];
const bin = join(dirname(import.meta.dirname), 'bin/run.js');
const folder = mkdtempSync(join(tmpdir(), 'zicha-bench-'));
const office = join(folder, 'office');
const root = join(folder, 'root');
const run = [process.execPath, bin, 'assess', 'run', '--checklist', 'terminal', '--data', office];
// 10 and 11 say that something was found, or could not be checked: the run itself went well.
const judged = [0, 10, 11];

try {
  founded();
  await compare('this machine', run, existsSync(lynis) ? [lynis, ...audit(folder)] : undefined, `lynis is not installed (Debian: apt-get install lynis)`);
  if (!existsSync(debootstrap) || process.getuid() !== 0) console.log('the same root for both needs debootstrap (Debian: apt-get install debootstrap) and the superuser');
  else await onOneRoot();
} finally {
  spawnSync('/usr/bin/umount', [join(root, 'proc')]);
  rmSync(folder, { recursive: true, force: true });
}

// A root that nobody else writes to, and that both look at: Lynis from inside, as it has no other way.
async function onOneRoot() {
  done(debootstrap, '--variant=minbase', `--include=${packages.join(',')}`, 'bookworm', root, mirror);
  done('/usr/bin/mount', '-t', 'proc', 'proc', join(root, 'proc'));
  await compare('one Debian root', [...run, '--root', root], ['/usr/sbin/chroot', root, lynis, ...audit('/tmp')]);
}

function founded() {
  done(process.execPath, bin, 'init', '--no-input', '--unit', '测速单位', '--data', office);
}

function done(...command) {
  const { status, stderr } = spawnSync(command[0], command.slice(1), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr.slice(-400)}`);
}

function audit(logs) {
  return ['audit', 'system', '--quick', '--quiet', '--no-colors', '--logfile', join(logs, 'lynis.log'), '--report-file', join(logs, 'lynis.dat')];
}

/** Both in turn, so that a slow minute of the machine is everybody's. */
async function compare(what, command, peer, without) {
  proveJudged(command);
  const own = [];
  const others = [];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await measured(command, judged));
    if (peer !== undefined) others.push(await measured(peer, [0, 78]));
  }
  report(what, middle(own), peer === undefined ? undefined : middle(others), without);
}

// A run that judged nothing would look quick too.
function proveJudged(command) {
  const { stdout } = spawnSync(command[0], [...command.slice(1), '--json'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const results = JSON.parse(stdout).assessments[0].results;
  const counted = (...values) => results.filter(({ result }) => values.includes(result)).length;
  if (counted('pass', 'fail') < 20) throw new Error('the terminal was not judged');
  console.log(`${results.length} items: ${counted('pass')} pass, ${counted('fail')} fail, ${counted('unknown', 'notchecked')} open, ${counted('notapplicable')} not applicable`);
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

function report(what, own, other, without) {
  const row = (name, { seconds, megabytes }, goal) => ({ case: `${what}: ${name}`, runs: rounds, 'CPU s': seconds.toFixed(2), 'peak MB': Math.round(megabytes), goal });
  const rows = [row('zicha assess run --checklist terminal', own, `≤ ${goals.seconds} s, ≤ ${goals.megabytes} MB`)];
  if (other !== undefined) rows.push(row('lynis audit system --quick', other, ''));
  console.table(rows);
  console.log(other === undefined ? `${without}: no ratio` : `CPU of zicha / CPU of lynis: ${(own.seconds / other.seconds).toFixed(3)} (goal ≤ ${goals.share})`);
}
