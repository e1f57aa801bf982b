import { constants } from 'node:fs';
import type { StoreFs } from './store-fs.js';

const exclusive = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** Writes a file that must not exist yet, 0600, synced; on failure nothing half-written stays. */
export function writeNew(io: StoreFs, path: string, content: Buffer): void {
  const handle = io.open(path, exclusive, 0o600);
  try {
    let done = 0;
    while (done < content.length) done += io.write(handle, content, done, content.length - done, done);
    io.sync(handle);
  } catch (cause) {
    removeQuietly(io, path);
    throw cause;
  } finally {
    io.close(handle);
  }
}

/** Makes new names in `folder` durable. */
export function syncFolder(io: StoreFs, folder: string): void {
  const handle = io.open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    io.sync(handle);
  } finally {
    io.close(handle);
  }
}

function removeQuietly(io: StoreFs, path: string): void {
  try {
    io.unlink(path);
  } catch {
    // The first failure is the one to tell; a left-over name is never read.
  }
}
