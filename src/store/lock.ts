import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#domain/app-error.js';
import { whileWriting } from './disk-errors.js';
import { tryEpochLock } from './epoch-lock.js';
import type { TryLock } from './lock-attempt.js';
import { hasKernelLock, tryKernelLock, tryShareLock } from './kernel-lock.js';
import type { StoreFs } from './store-fs.js';

/** How programs keep out of each other's way: flock, the link lock without native code, or exclusive opening on Windows. */
export type LockKind = 'kernel' | 'epoch' | 'share';

const attempts: Record<LockKind, TryLock> = { kernel: tryKernelLock, epoch: tryEpochLock, share: tryShareLock };
const patience = 10_000;

/** Waits for the lock, at most ten seconds (or `longest` milliseconds), then says who has it. Answers with its release. */
export async function acquireLock(
  io: StoreFs,
  folder: string,
  attempt: TryLock = attempts[lockKind()],
  longest = patience,
): Promise<() => void> {
  const started = performance.now();
  for (let pause = 1; ; pause = Math.min(pause * 2, 16)) {
    const answer = whileWriting(() => attempt(io, folder));
    if ('release' in answer) return answer.release;
    if (performance.now() - started > longest) throw new AppError('store-busy', { pid: answer.busy });
    // Different waiters wake at different moments.
    await wait(pause + (process.pid % 7));
  }
}

/** The lock of this machine. */
export function lockKind(): LockKind {
  if (process.platform === 'win32') return 'share';
  return hasKernelLock() ? 'kernel' : 'epoch';
}
