import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { localTime } from '#calendar/local-time.js';
import type { Slot } from '#domain/slot.js';
import { sayIn } from '#messages/say.js';
import { addJob, type JobDetails } from '#workflows/schedule-jobs.js';
import { expectDone, foundedDesk, root, type Desk } from './zicha.js';

const minutes = 60_000;

/** A unit with a daily job that fell due this minute (or `ago` days before), on a checklist that needs no probe. */
export async function deskWithJob(details: Partial<JobDetails> = {}, checklistId = 'key-places'): Promise<Desk> {
  const desk = foundedDesk();
  const now = new Date();
  const own = { program: { root, version: '' }, folder: desk.data, door: { now: () => new Date().toISOString(), newId: () => randomUUID() }, say: sayIn('zh-CN') };
  await addJob(own, '每日自查', {
    rhythm: { kind: 'day', at: localTime(now, 'Asia/Shanghai').slice(11) },
    action: { kind: 'assess', checklistIds: [checklistId], report: false },
    since: new Date(now.getTime() - 5 * minutes).toISOString(),
    ...details,
  });
  return desk;
}

export interface RunningAgent {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
}

/** Starts `agent …` as a program of its own. */
export function startAgent(desk: Desk, args: readonly string[], environment: Readonly<Record<string, string>> = {}): RunningAgent {
  const child = spawn(process.execPath, [join(root, 'bin/run.js'), 'agent', ...args], {
    cwd: desk.home,
    env: { HOME: desk.home, PATH: '/usr/bin:/bin', TMPDIR: tmpdir(), ZICHA_DATA: desk.data, ...environment },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  return { child, exit: new Promise((resolve) => child.once('close', (code) => { resolve(code); })) };
}

/** Waits until `seen`, at most `ms`. */
export async function until(seen: () => boolean, ms = 20_000): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; await wait(50)) if (seen()) return true;
  return seen();
}

export function healthOf(desk: Desk): { readonly pid: number; readonly loopDelayMaxMs: number } | undefined {
  const path = join(desk.data, 'agent/health.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { pid: number; loopDelayMaxMs: number }) : undefined;
}

export function logOf(desk: Desk): string {
  const path = join(desk.data, 'agent/agent.log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The due ledger, newest first. */
export function ledgerOf(desk: Desk): readonly Slot[] {
  const { entries } = expectDone(desk.run('schedule', 'log', '--limit', '500', '--json')).json<{ entries: { slot: Slot }[] }>();
  return entries.map((entry) => entry.slot);
}
