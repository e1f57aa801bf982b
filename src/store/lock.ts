import { closeSync, constants, openSync, readFileSync, writeSync, ftruncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#domain/app-error.js';
import { tryEpochLock } from './epoch-lock.js';
import { kernelLock } from './kernel-lock.js';

export type LockKind = 'kernel' | 'epoch' | 'share';

/** Held while one process catches up, decides and appends. */
export interface HeldLock {
  readonly kind: LockKind;
  release(): void;
}

/** One attempt; undefined = somebody else holds it. */
export type TryLock = (folder: string) => HeldLock | undefined;

const deadlineMs = 10_000;

/** Waits for the lock, at most ten seconds, then says who holds it. */
export async function acquireLock(folder: string, attempt: TryLock = chosenLock()): Promise<HeldLock> {
  const started = performance.now();
  for (let pause = 1; ; pause = Math.min(pause * 2, 16)) {
    const held = attempt(folder);
    if (held !== undefined) return held;
    if (performance.now() - started > deadlineMs) throw new AppError('store-busy', { pid: holderOf(folder) });
    // Different waiters wake at different moments.
    await wait(pause + (process.pid % 7));
  }
}

/** The kernel's file lock where it can be had, exclusive opening on Windows, else the link lock. */
export function chosenLock(): TryLock {
  if (process.platform === 'win32') return tryShareLock;
  const flock = kernelLock();
  return flock === undefined ? tryEpochLock : (folder) => tryFileLock(folder, flock);
}

export function lockKind(): LockKind {
  if (process.platform === 'win32') return 'share';
  return kernelLock() === undefined ? 'epoch' : 'kernel';
}

// The lock file is never deleted or renamed: a second file of that name would be a second lock.
function tryFileLock(folder: string, flock: (handle: number) => boolean): HeldLock | undefined {
  const handle = openSync(lockPath(folder), constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
  if (!flock(handle)) {
    closeSync(handle);
    return undefined;
  }
  ftruncateSync(handle, 0);
  writeSync(handle, String(process.pid), 0);
  return { kind: 'kernel', release: () => { closeSync(handle); } };
}

// libuv takes this bit as "share with nobody" on Windows; not verified on Windows.
const shareNothing = 0x10000000;

function tryShareLock(folder: string): HeldLock | undefined {
  try {
    const handle = openSync(lockPath(folder), constants.O_RDWR | constants.O_CREAT | shareNothing, 0o600);
    return { kind: 'share', release: () => { closeSync(handle); } };
  } catch (cause) {
    if (['EBUSY', 'EPERM', 'EACCES'].includes((cause as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw cause;
  }
}

function lockPath(folder: string): string {
  return join(folder, 'store.lock');
}

function holderOf(folder: string): string {
  try {
    return readFileSync(lockPath(folder), 'utf8').slice(0, 10) || '?';
  } catch {
    // Only a courtesy: without the number the sentence still stands.
    return '?';
  }
}
