import { linkSync, readdirSync, readFileSync, readlinkSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeldLock } from './lock.js';

/** Who holds an epoch; `free` once it was released. */
interface Holder {
  readonly pid: number;
  readonly start: string;
  readonly boot: string;
  readonly namespace: string;
  readonly free?: true;
}

const kept = 64;

/**
 * The link lock, without native code: files `store.lock.0000000001`, …; the highest number is the lock and no number is used twice.
 * One attempt; undefined = held by a living process (or one that cannot be told dead).
 */
export function tryEpochLock(folder: string): HeldLock | undefined {
  const highest = highestEpoch(folder);
  if (highest > 0 && !isFree(join(folder, epochName(highest)))) return undefined;
  const mine = highest + 1;
  if (!claim(folder, mine)) return undefined;
  // A sleeper may have linked a number that others have long passed: its claim is void.
  if (highestEpoch(folder) !== mine) {
    unlinkSync(join(folder, epochName(mine)));
    return undefined;
  }
  removeOld(folder, mine);
  return { kind: 'epoch', release: () => { release(folder, mine); } };
}

function epochName(epoch: number): string {
  return `store.lock.${String(epoch).padStart(10, '0')}`;
}

function epochsIn(folder: string): number[] {
  return readdirSync(folder).filter((name) => /^store\.lock\.\d{10}$/.test(name)).map((name) => Number(name.slice(-10)));
}

function highestEpoch(folder: string): number {
  return Math.max(0, ...epochsIn(folder));
}

function claim(folder: string, epoch: number): boolean {
  const temporary = join(folder, `.claim.${String(process.pid)}.${String(epoch)}`);
  writeFileSync(temporary, JSON.stringify(myself()), { mode: 0o600 });
  try {
    linkSync(temporary, join(folder, epochName(epoch)));
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  } finally {
    unlinkSync(temporary);
  }
}

function release(folder: string, epoch: number): void {
  const temporary = join(folder, `.release.${String(process.pid)}`);
  writeFileSync(temporary, JSON.stringify({ ...myself(), free: true }), { mode: 0o600 });
  renameSync(temporary, join(folder, epochName(epoch)));
}

function removeOld(folder: string, mine: number): void {
  for (const epoch of epochsIn(folder)) if (epoch <= mine - kept) unlinkSync(join(folder, epochName(epoch)));
}

function isFree(path: string): boolean {
  const holder = readHolder(path);
  // Records are complete before they are linked: an unreadable one comes from a power cut, its owner is gone.
  if (holder === undefined || holder.free === true || holder.boot !== bootId()) return true;
  if (holder.namespace !== pidNamespace()) return false;
  const start = startOf(holder.pid);
  return start === undefined || start !== holder.start;
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { pid: 0, start: '', boot: bootId(), namespace: 'gone' };
    return undefined;
  }
}

function myself(): Holder {
  return { pid: process.pid, start: startOf(process.pid) ?? '', boot: bootId(), namespace: pidNamespace() };
}

/** Identity of this boot of the machine. */
export function bootId(): string {
  return readOr('/proc/sys/kernel/random/boot_id', 'unknown');
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    // No procfs: all processes count as one namespace.
    return 'unknown';
  }
}

// Field 22 of /proc/<pid>/stat; the name in field 2 may hold blanks and brackets. A zombie counts as dead.
function startOf(pid: number): string | undefined {
  const stat = readOr(`/proc/${String(pid)}/stat`, '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // Absent on other systems.
    return otherwise;
  }
}
