import { spawn, type ChildProcess } from 'node:child_process';
import type { FailReason } from '#domain/slot.js';
import type { ChildEnd, ChildTask } from './world.js';

/** How a job's program is started: this Node, this program, a small fixed environment. */
export interface ChildProgram {
  readonly node: string;
  readonly script: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface RunningChild {
  readonly end: Promise<ChildEnd>;
  /** Asks it to stop, and makes it stop after three seconds. */
  stop(): void;
}

const outputLimit = 1024 * 1024;
const graceMs = 3_000;

/** Runs one slot in a program of its own, so that a hang, a crash or a leak there is none here. */
export function startChild({ node, script, folder, environment }: ChildProgram, { slotId, attemptId, limitMs, paper }: ChildTask): RunningChild {
  const args = [script, 'agent', 'once', '--slot', slotId, '--attempt', attemptId, '--data', folder, '--json', '--no-input', ...(paper ? [] : ['--no-paper'])];
  const child = spawn(node, args, { env: environment, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
  let ended: 'timed-out' | 'stopped' | undefined;
  const stop = (why: 'timed-out' | 'stopped'): void => {
    ended ??= why;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
  };
  const timer = setTimeout(() => { stop('timed-out'); }, limitMs);
  const end = outcome(child).then((exit): ChildEnd => {
    clearTimeout(timer);
    if (ended === 'stopped') return { kind: 'stopped' };
    if (ended === 'timed-out') return { kind: 'failed', reason: 'timed-out' };
    return exit.code === 0 || exit.code === 11 ? { kind: 'done' } : { kind: 'failed', reason: reasonOf(exit.output) };
  });
  return { end, stop: () => { stop('stopped'); } };
}

interface Exit {
  readonly code: number | null;
  readonly output: string;
}

function outcome(child: ChildProcess): Promise<Exit> {
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (output.length < outputLimit) output += text;
  });
  return new Promise((resolve) => {
    child.once('error', () => { resolve({ code: null, output: '' }); });
    child.once('close', (code) => { resolve({ code, output }); });
  });
}

const reasons: Readonly<Record<string, FailReason>> = {
  'store-disk-full': 'disk-full',
  'output-not-writable': 'disk-full',
  'store-busy': 'busy',
  'checklist-unknown': 'refused',
  'checklist-invalid': 'refused',
};

function reasonOf(output: string): FailReason {
  const code = /"code": "([a-z-]+)"/.exec(output)?.[1];
  return (code === undefined ? undefined : reasons[code]) ?? 'crashed';
}
