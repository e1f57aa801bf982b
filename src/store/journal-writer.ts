import { constants } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { sha256 } from './canonical-json.js';
import type { GuardedFs } from './guarded-fs.js';
import { segmentName, type Position } from './journal-reader.js';
import { closeQuietly, placeFile, syncFolder, writeAt, writeNew } from './whole-files.js';

const readWrite = constants.O_RDWR | constants.O_NOFOLLOW;

/** Where a line now stands: the segment, and the bytes before and after it. */
export interface Appended {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/** Writes one whole line behind `position` and syncs it: one record, one sync, and only then an answer. A segment of `full` bytes is followed by a new one. Only under the lock. */
export function appendLine(io: GuardedFs, journal: string, line: Buffer, position: Position, full: number): Appended {
  const { segment, offset } = position.offset >= full ? nextSegment(io, journal, position.segment) : position;
  const path = join(journal, segmentName(segment));
  // Also when another program made the segment and was killed before this.
  if (offset === 0) syncFolder(io, journal);
  const handle = io.open(path, readWrite);
  try {
    checkSize(io, handle, offset);
    writeOrRewind(io, handle, line, offset);
    syncOrWithdraw(io, handle, path, offset);
    orUncertain(() => checkSize(io, handle, offset + line.length));
  } finally {
    closeQuietly(io, handle);
  }
  return { segment, start: offset, end: offset + line.length };
}

/** Makes durable what other programs wrote up to `position`: one that was killed may not have come to it. Only under the lock. */
export function makeFirm(io: GuardedFs, folder: string, position: Position): void {
  changeSegment(io, join(folder, 'journal'), position, () => undefined);
  if (position.seq === 1) syncFolder(io, folder);
}

/** Gives a record that only lacks its newline the newline. Only under the lock. */
export function finishLine(io: GuardedFs, journal: string, position: Position, tail: Buffer): void {
  changeSegment(io, journal, position, (handle) => writeAt(io, handle, Buffer.from('\n'), position.offset + tail.length));
}

/** Puts the remains of an unfinished write into quarantine and cuts the segment back to its last record. Only under the lock. */
export function setAside(io: GuardedFs, folder: string, position: Position, tail: Buffer): void {
  const { segment, offset } = position;
  const name = `torn-${segmentName(segment)}-${String(offset)}-${sha256(tail).slice(0, 8)}`;
  placeFile(io, folder, join(folder, 'quarantine', name), tail);
  changeSegment(io, join(folder, 'journal'), position, (handle) => io.truncate(handle, offset));
}

function changeSegment(io: GuardedFs, journal: string, position: Position, change: (handle: number) => void): void {
  const handle = io.open(join(journal, segmentName(position.segment)), readWrite);
  try {
    change(handle);
    io.sync(handle);
  } finally {
    closeQuietly(io, handle);
  }
}

// Second line of defence behind the lock: writing over a foreign record would leave a valid chain without it.
function checkSize(io: GuardedFs, handle: number, expected: number): void {
  const found = io.size(handle);
  if (found === expected) return;
  io.poison();
  throw new AppError('store-foreign-writer', { expected, found });
}

function writeOrRewind(io: GuardedFs, handle: number, line: Buffer, offset: number): void {
  try {
    writeAt(io, handle, line, offset);
  } catch (error) {
    if (isDone(() => rewind(io, handle, offset))) throw error;
    io.poison();
    throw new AppError('store-write-uncertain', {}, { cause: error });
  }
}

// After a failed sync nobody knows what the disk holds. It is not asked again through this handle; the record is taken back, or its fate stays open.
function syncOrWithdraw(io: GuardedFs, handle: number, path: string, offset: number): void {
  try {
    io.datasync(handle);
  } catch (error) {
    if (!isDone(() => withdraw(io, path, offset))) throw new AppError('store-write-uncertain', {}, { cause: error });
    throw error;
  }
}

// The record is on disk: a failure that comes now must not be told as if nothing had been written.
function orUncertain(step: () => void): void {
  try {
    step();
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('store-write-uncertain', {}, { cause: error });
  }
}

function withdraw(io: GuardedFs, path: string, offset: number): void {
  const handle = io.open(path, readWrite);
  try {
    rewind(io, handle, offset);
  } finally {
    closeQuietly(io, handle);
  }
}

function rewind(io: GuardedFs, handle: number, offset: number): void {
  io.truncate(handle, offset);
  io.sync(handle);
}

function isDone(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    // The caller tells the failure that led here.
    return false;
  }
}

function nextSegment(io: GuardedFs, journal: string, current: number): { readonly segment: number; readonly offset: number } {
  const segment = current + 1;
  const path = join(journal, segmentName(segment));
  writeNew(io, path, Buffer.alloc(0));
  return { segment, offset: 0 };
}
