import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#domain/app-error.js';
import { agentHolder, isReachable } from '#store/agent-holder.js';
import { isAlive } from '#store/lock-holder.js';

/** The agent that was ended, and how long that took. */
export interface StoppedAgent {
  readonly pid: number;
  readonly waitedMs: number;
}

const patienceMs = 5_000;
const pauseMs = 50;

/** Asks the program that holds the agent's lock to end, and waits; undefined when there is none. Never anything but a request, never to another program. */
export async function stopAgent(folder: string): Promise<StoppedAgent | undefined> {
  const holder = agentHolder(folder);
  if (holder === undefined) return undefined;
  const { pid } = holder;
  if (!isReachable(holder)) throw new AppError('agent-elsewhere', { pid });
  ask(pid);
  const begun = performance.now();
  for (;;) {
    const waitedMs = Math.round(performance.now() - begun);
    if (!isAlive(holder)) return { pid, waitedMs };
    if (waitedMs > patienceMs) throw new AppError('agent-not-stopping', { pid });
    await wait(pauseMs);
  }
}

function ask(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch (cause) {
    // Gone since we looked; or another user's, which only that user may end.
    if ((cause as NodeJS.ErrnoException).code === 'EPERM') throw new AppError('agent-elsewhere', { pid }, { cause });
  }
}
