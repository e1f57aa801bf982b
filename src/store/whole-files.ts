import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from './disk-errors.js';
import type { StoreFs } from './store-fs.js';

/** A file that must not exist yet, links not followed. */
export const exclusive = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
const unfinished = '.new-';

/** The bytes of a file from `from` on. */
export function readWhole(io: StoreFs, path: string, from = 0): Buffer {
  const handle = io.open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return readAt(io, handle, from, Math.max(0, io.size(handle) - from));
  } finally {
    closeQuietly(io, handle);
  }
}

/** Like `readWhole`; undefined when there is no such file. */
export function readIfThere(io: StoreFs, path: string): Buffer | undefined {
  try {
    return readWhole(io, path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** At most `length` bytes at `position`; fewer only at the end of the file. */
export function readAt(io: StoreFs, handle: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = io.read(handle, buffer, done, length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return buffer.subarray(0, done);
}

/** Writes all bytes, however many calls that takes. */
export function writeAt(io: StoreFs, handle: number, bytes: Uint8Array, position: number): void {
  let done = 0;
  while (done < bytes.length) {
    const count = io.write(handle, bytes, done, bytes.length - done, position + done);
    if (count <= 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
    done += count;
  }
}

/** Writes a file that must not exist yet, 0600, synced; on failure nothing half-written stays. */
export function writeNew(io: StoreFs, path: string, bytes: Uint8Array): void {
  const handle = io.open(path, exclusive, 0o600);
  try {
    writeAt(io, handle, bytes, 0);
    io.sync(handle);
  } catch (error) {
    removeQuietly(io, path);
    throw error;
  } finally {
    closeQuietly(io, handle);
  }
}

/** Puts a whole file in its place at once, over an older one of that name: it is never seen half-written. `root` holds it until then. */
export function placeFile(io: StoreFs, root: string, path: string, bytes: Uint8Array): void {
  const temporary = join(root, unfinishedName(basename(path)));
  removeQuietly(io, temporary);
  writeNew(io, temporary, bytes);
  try {
    io.rename(temporary, path);
  } catch (error) {
    removeQuietly(io, temporary);
    throw error;
  }
  syncFolder(io, dirname(path));
}

/** Removes what a killed program left half-written; only under the lock. */
export function removeUnfinished(io: StoreFs, root: string): void {
  for (const name of io.list(root)) if (isUnfinished(name)) removeTree(io, join(root, name));
}

/** True for the names that `placeFile` and `createStore` use before a file or folder is in its place. */
export function isUnfinished(name: string): boolean {
  return name.startsWith(unfinished);
}

/** The name of something that is not yet in its place. */
export function unfinishedName(name: string): string {
  return `${unfinished}${String(process.pid)}-${name}`;
}

/** Makes the names in `folder` durable. Windows has no such call and writes them through. */
export function syncFolder(io: StoreFs, folder: string): void {
  if (process.platform === 'win32') return;
  const handle = io.open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    io.sync(handle);
  } finally {
    closeQuietly(io, handle);
  }
}

/** Removes a file or a folder with everything in it, links not followed. */
export function removeTree(io: StoreFs, path: string): void {
  if (io.entry(path)?.kind !== 'folder') {
    io.unlink(path);
    return;
  }
  for (const name of io.list(path)) removeTree(io, join(path, name));
  io.rmdir(path);
}

/** After the sync that counts, or after a failure that is being told, closing has nothing more to say. */
export function closeQuietly(io: StoreFs, handle: number): void {
  try {
    io.close(handle);
  } catch {
    // The bytes are on disk, or the first failure is on its way.
  }
}

/** Removes a file whose absence is not needed for anything. */
export function removeQuietly(io: StoreFs, path: string): void {
  try {
    io.unlink(path);
  } catch {
    // Absent, or the first failure is the one to tell; such a name is never read and removed later.
  }
}
