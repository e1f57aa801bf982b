import { constants } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { errnoOf } from './disk-errors.js';
import { livingEpochHolder } from './epoch-lock.js';
import { holderIn, ownHolder } from './lock-holder.js';
import type { Attempt } from './lock-attempt.js';
import type { StoreFs } from './store-fs.js';
import { closeQuietly, readAt, writeAt } from './whole-files.js';

/** flock(2): true when the lock is ours, false when somebody else has it. */
type Flock = (handle: number) => boolean;

const readWrite = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW;
let known: Flock | null | undefined;

/** True when the native part is installed and fits this system. */
export function hasKernelLock(): boolean {
  known ??= loadFlock();
  return known !== null;
}

/** The kernel's lock on `store.lock`; it ends with its program. The file is never deleted or renamed: a second one would be a second lock. */
export function tryKernelLock(io: StoreFs, folder: string): Attempt {
  const handle = io.open(lockPath(folder), readWrite, 0o600);
  let attempt: Attempt = { busy: '?' };
  try {
    attempt = claim(io, folder, handle);
    return attempt;
  } finally {
    // Also after a failure: the lock lives as long as the handle.
    if ('busy' in attempt) closeQuietly(io, handle);
  }
}

/** Windows: opened so that nobody else can open it. Not verified on Windows. */
export function tryShareLock(io: StoreFs, folder: string): Attempt {
  try {
    const handle = io.open(lockPath(folder), readWrite | shareNothing, 0o600);
    return { release: () => closeQuietly(io, handle) };
  } catch (error) {
    if (['EBUSY', 'EPERM', 'EACCES'].includes(errnoOf(error) ?? '')) return { busy: '?' };
    throw error;
  }
}

// libuv takes this bit as "share with nobody"; it is no named constant of Node.
const shareNothing = 0x10000000;

function lockPath(folder: string): string {
  return join(folder, 'store.lock');
}

function claim(io: StoreFs, folder: string, handle: number): Attempt {
  if (known?.(handle) !== true) return { busy: holderName(io, handle) };
  leaveName(io, handle, JSON.stringify(ownHolder()));
  let isOurs = false;
  try {
    // A program whose native part is missing uses the link lock: each side shows itself first and then looks at the other.
    const other = livingEpochHolder(io, folder);
    isOurs = other === undefined;
    return other === undefined ? { release: () => release(io, handle) } : { busy: String(other.pid) };
  } finally {
    if (!isOurs) leaveName(io, handle, '');
  }
}

function release(io: StoreFs, handle: number): void {
  leaveName(io, handle, '');
  closeQuietly(io, handle);
}

// The name is for the link lock and for the sentence "busy by …": among kernel locks the lock holds without it, also on a full disk.
function leaveName(io: StoreFs, handle: number, name: string): void {
  try {
    io.truncate(handle, 0);
    writeAt(io, handle, Buffer.from(name), 0);
  } catch {
    // Nobody is named.
  }
}

function holderName(io: StoreFs, handle: number): string {
  const holder = holderIn(readAt(io, handle, 0, io.size(handle)));
  return holder === undefined ? '?' : String(holder.pid);
}

interface Koffi {
  load(path: string | null): { func(declaration: string): (handle: number, operation: number) => number };
  errno(): number;
  readonly os: { readonly errno: Readonly<Record<string, number>> };
}

const exclusiveWithoutWaiting = 2 | 4;

function loadFlock(): Flock | null {
  try {
    const koffi = createRequire(import.meta.url)('koffi') as Koffi;
    const flock = koffi.load(null).func('int flock(int fd, int op)');
    return (handle) => {
      if (flock(handle, exclusiveWithoutWaiting) === 0) return true;
      const errno = koffi.errno();
      if ([koffi.os.errno['EAGAIN'], koffi.os.errno['EINTR']].includes(errno)) return false;
      throw Object.assign(new Error('flock'), { code: 'ENOLCK', errno });
    };
  } catch {
    // No native part for this machine: the link lock takes over, and doctor says so.
    return null;
  }
}
