import { constants } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { canonicalJson, sha256 } from './canonical-json.js';
import { parseCanonical } from './frame-codec.js';
import type { StoreFs } from './store-fs.js';
import { syncFolder, writeNew } from './write-new.js';

/** Writes bodies once, under their digests, durable before this returns. */
export function writeDocuments(io: StoreFs, folder: string, bodies: readonly unknown[]): readonly string[] {
  if (bodies.length === 0) return [];
  const digests = bodies.map((body) => {
    const text = canonicalJson(body);
    const digest = sha256(text);
    writeOnce(io, folder, digest, Buffer.from(text));
    return digest;
  });
  syncFolder(io, folder);
  return digests;
}

/** The body with this digest; other bytes under its name are damage. */
export function readDocument(io: StoreFs, folder: string, digest: string): unknown {
  const bytes = readWhole(io, documentPath(folder, digest), digest);
  const parsed = sha256(bytes) === digest ? parseCanonical(bytes.toString('utf8')) : undefined;
  if (parsed === undefined) throw new AppError('store-document-damaged', { digest: digest.slice(0, 16) });
  return parsed.value;
}

function documentPath(folder: string, digest: string): string {
  return join(folder, `${digest}.json`);
}

function writeOnce(io: StoreFs, folder: string, digest: string, content: Buffer): void {
  const temporary = join(folder, `.${digest}.${String(process.pid)}.new`);
  removeLeftover(io, temporary);
  writeNew(io, temporary, content);
  // Renaming over an older copy of the same content is harmless, and heals one cut short by a power failure.
  io.rename(temporary, documentPath(folder, digest));
}

function removeLeftover(io: StoreFs, path: string): void {
  try {
    io.unlink(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
}

function readWhole(io: StoreFs, path: string, digest: string): Buffer {
  try {
    const handle = io.open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const buffer = Buffer.alloc(io.size(handle));
      let done = 0;
      while (done < buffer.length) {
        const count = io.read(handle, buffer, done, buffer.length - done, done);
        if (count === 0) break;
        done += count;
      }
      return buffer.subarray(0, done);
    } finally {
      io.close(handle);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('store-document-missing', { digest: digest.slice(0, 16) }, { cause });
    throw cause;
  }
}
