import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Display numbers carry the office's year: `A-<year>-0001`. */
export const year = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date());

/** What one run of the program left for its caller. */
export interface Outcome {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as JSON. */
  json<T = Record<string, unknown>>(): T;
}

/** A desk of its own: an empty home, an empty folder for records, the built program. */
export interface Desk {
  readonly home: string;
  readonly data: string;
  run(...args: readonly string[]): Outcome;
  runWith(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Outcome;
}

export function newDesk(): Desk {
  const home = mkdtempSync(join(tmpdir(), 'zicha-desk-'));
  const data = join(home, 'records');
  const runWith = (environment: Readonly<Record<string, string>>, ...args: readonly string[]): Outcome => runIn(home, { ZICHA_DATA: data, ...environment }, args);
  return { home, data, runWith, run: (...args) => runWith({}, ...args) };
}

/** A desk whose unit has been set up. */
export function foundedDesk(): Desk {
  const desk = newDesk();
  expectDone(desk.run('init', '--no-input', '--unit', '东湖区示例局', '--officer', '钱宁'));
  return desk;
}

/** The outcome, or an error that shows what the program said. */
export function expectDone(outcome: Outcome): Outcome {
  if (outcome.exit !== 0) throw new Error(`exit ${String(outcome.exit)}\n${outcome.stdout}\n${outcome.stderr}`);
  return outcome;
}

export function readJson(path: string): object {
  return JSON.parse(readFileSync(path, 'utf8')) as object;
}

function runIn(home: string, environment: Readonly<Record<string, string>>, args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/run.js'), ...args], {
    cwd: home,
    env: { HOME: home, PATH: '/usr/bin:/bin', TMPDIR: tmpdir(), ...environment },
    encoding: 'utf8',
    input: '',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  return { exit: status, stdout, stderr, json: <T>() => JSON.parse(stdout) as T };
}
