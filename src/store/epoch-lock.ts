import { constants } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { errnoOf } from './disk-errors.js';
import type { Attempt } from './lock-attempt.js';
import { holderIn, isAlive, ownHolder, type Holder } from './lock-holder.js';
import type { StoreFs } from './store-fs.js';
import { closeQuietly, readIfThere, removeQuietly, writeAt } from './whole-files.js';

const kept = 64;

/**
 * The link lock, without native code: files `store.lock.0000000001`, …; the highest number is the lock and no number is used twice.
 * A number is never taken away from its holder, so a program that slept cannot come back into a lock that others have had since.
 */
export function tryEpochLock(io: StoreFs, folder: string): Attempt {
  const highest = highestEpoch(io, folder);
  const holder = holderOf(io, folder, highest) ?? kernelHolder(io, folder);
  if (holder !== undefined) return { busy: String(holder.pid) };
  const mine = highest + 1;
  if (!claim(io, folder, mine)) return { busy: '?' };
  try {
    return confirmed(io, folder, mine);
  } catch (error) {
    // Else this program would shut itself and all others out until it ends.
    free(io, folder, mine);
    throw error;
  }
}

/** The living program that has the link lock of this folder, if any. */
export function livingEpochHolder(io: StoreFs, folder: string): Holder | undefined {
  return holderOf(io, folder, highestEpoch(io, folder));
}

function confirmed(io: StoreFs, folder: string, mine: number): Attempt {
  // A sleeper may have linked a number that others have long passed: its claim is void.
  if (highestEpoch(io, folder) !== mine) {
    io.unlink(epochPath(folder, mine));
    return { busy: '?' };
  }
  const late = kernelHolder(io, folder);
  if (late !== undefined) {
    free(io, folder, mine);
    return { busy: String(late.pid) };
  }
  for (const epoch of epochsIn(io, folder)) if (epoch <= mine - kept) removeQuietly(io, epochPath(folder, epoch));
  return { release: () => free(io, folder, mine) };
}

function epochPath(folder: string, epoch: number): string {
  return join(folder, `store.lock.${String(epoch).padStart(10, '0')}`);
}

function epochsIn(io: StoreFs, folder: string): readonly number[] {
  const names = io.list(folder).filter((name) => /^store\.lock\.\d{10}$/.test(name));
  return names.map((name) => Number(name.slice(-10)));
}

function highestEpoch(io: StoreFs, folder: string): number {
  return Math.max(0, ...epochsIn(io, folder));
}

function holderOf(io: StoreFs, folder: string, epoch: number): Holder | undefined {
  return epoch === 0 ? undefined : livingHolder(readIfThere(io, epochPath(folder, epoch)));
}

// The kernel lock leaves its holder's name in its file, and takes no number.
function kernelHolder(io: StoreFs, folder: string): Holder | undefined {
  return livingHolder(readIfThere(io, join(folder, 'store.lock')));
}

function livingHolder(bytes: Buffer | undefined): Holder | undefined {
  const holder = bytes === undefined ? undefined : holderIn(bytes);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

function claim(io: StoreFs, folder: string, epoch: number): boolean {
  const temporary = writeHolder(io, folder, ownHolder());
  try {
    io.link(temporary, epochPath(folder, epoch));
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    removeQuietly(io, temporary);
  }
}

function free(io: StoreFs, folder: string, epoch: number): void {
  try {
    io.rename(writeHolder(io, folder, { ...ownHolder(), free: true }), epochPath(folder, epoch));
  } catch {
    // A full disk has no room for a new file, but an emptied one names nobody either.
    empty(io, epochPath(folder, epoch));
  }
}

function empty(io: StoreFs, path: string): void {
  try {
    const handle = io.open(path, constants.O_RDWR | constants.O_NOFOLLOW);
    try {
      io.truncate(handle, 0);
    } finally {
      closeQuietly(io, handle);
    }
  } catch {
    // The number stays ours until this program ends; others wait for that and are told who it is.
  }
}

// Named after the program and its thread, so that a left-over can only be its own. Not synced: after a power cut every holder is gone anyway.
function writeHolder(io: StoreFs, folder: string, holder: Holder): string {
  const path = join(folder, `store.claim.${String(process.pid)}.${String(threadId)}`);
  if (io.entry(path) !== undefined) io.unlink(path);
  const handle = io.open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600);
  try {
    writeAt(io, handle, Buffer.from(JSON.stringify(holder)), 0);
  } finally {
    closeQuietly(io, handle);
  }
  return path;
}
