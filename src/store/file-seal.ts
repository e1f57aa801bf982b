import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import type { StoreFs } from './store-fs.js';
import { closeQuietly, exclusive, readAt, writeAt } from './whole-files.js';

/** Length and digest of a file's bytes. */
export interface FileSeal {
  readonly size: number;
  readonly sha256: string;
}

const portion = 256 * 1024;

/** Reads a file in portions. */
export function sealFile(io: StoreFs, path: string): FileSeal {
  return inPortions(io, path, () => undefined);
}

/** Copies a file byte for byte in portions, 0600, synced; the seal is of the bytes that were written. */
export function copyFile(io: StoreFs, from: string, to: string): FileSeal {
  const handle = io.open(to, exclusive, 0o600);
  try {
    const seal = inPortions(io, from, (bytes, position) => writeAt(io, handle, bytes, position));
    io.sync(handle);
    return seal;
  } finally {
    closeQuietly(io, handle);
  }
}

function inPortions(io: StoreFs, path: string, take: (bytes: Buffer, position: number) => void): FileSeal {
  const handle = io.open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for (let bytes = readAt(io, handle, 0, portion); bytes.length > 0; bytes = readAt(io, handle, size, portion)) {
      hash.update(bytes);
      take(bytes, size);
      size += bytes.length;
    }
    return { size, sha256: hash.digest('hex') };
  } finally {
    closeQuietly(io, handle);
  }
}
