import { constants } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { writeFailure } from './write-failure.js';
import { segmentName, type Position } from './journal-reader.js';
import { syncFolder, writeNew } from './write-new.js';
import type { StoreFs } from './store-fs.js';

const rotateAt = 4 * 1024 * 1024;

/** Appends lines to the newest segment; once a sync has failed it never writes again. */
export interface JournalWriter {
  /** Writes one whole record after `position` and syncs it; only then it is acknowledged. */
  append(line: Buffer, position: Position): Position;
  /** Puts the remains of an unfinished write aside and cuts the segment back to `position`. */
  setAside(tail: Buffer, position: Position): void;
}

export function journalWriter(io: StoreFs, folder: string, quarantine: string): JournalWriter {
  let poisoned = false;
  const refuse = (): void => {
    if (poisoned) throw new AppError('store-poisoned');
  };
  return {
    append(line, position) {
      refuse();
      const place = position.offset >= rotateAt ? nextSegment(io, folder, position) : position;
      const handle = io.open(join(folder, segmentName(place.segment)), constants.O_RDWR | constants.O_NOFOLLOW);
      try {
        // Second line of defence behind the lock: writing over a foreign record would leave a valid chain and lose it.
        if (io.size(handle) !== place.offset) throw new AppError('store-busy', { pid: '?' });
        writeAt(io, handle, line, place.offset);
        return { ...place, offset: place.offset + line.length };
      } catch (cause) {
        if (cause instanceof AppError) throw cause;
        poisoned = !rewind(io, handle, place.offset, cause);
        throw writeFailure(cause);
      } finally {
        io.close(handle);
      }
    },
    setAside(tail, position) {
      refuse();
      writeNew(io, join(quarantine, `torn-${segmentName(position.segment)}-${String(position.offset)}`), tail);
      const handle = io.open(join(folder, segmentName(position.segment)), constants.O_RDWR | constants.O_NOFOLLOW);
      try {
        io.truncate(handle, position.offset);
        io.sync(handle);
      } finally {
        io.close(handle);
      }
    },
  };
}

class SyncFailure {
  readonly cause: unknown;
  constructor(cause: unknown) {
    this.cause = cause;
  }
}

function writeAt(io: StoreFs, handle: number, line: Buffer, offset: number): void {
  let done = 0;
  while (done < line.length) done += io.write(handle, line, done, line.length - done, offset + done);
  try {
    io.datasync(handle);
  } catch (cause) {
    throw new SyncFailure(cause);
  }
  if (io.size(handle) !== offset + line.length) throw new SyncFailure(new Error('size'));
}

// A failed sync is never retried on this handle: what the disk holds is unknown until the journal is read again.
function rewind(io: StoreFs, handle: number, offset: number, cause: unknown): boolean {
  try {
    io.truncate(handle, offset);
    io.sync(handle);
    return !(cause instanceof SyncFailure);
  } catch {
    // Could not be undone: the caller poisons the writer.
    return false;
  }
}

function nextSegment(io: StoreFs, folder: string, position: Position): Position {
  const segment = position.segment + 1;
  writeNew(io, join(folder, segmentName(segment)), Buffer.alloc(0));
  syncFolder(io, folder);
  return { ...position, segment, offset: 0 };
}
