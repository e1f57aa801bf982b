import { constants } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { collectionSchemas, type WorkingSet } from '#domain/working-set.js';
import { canonicalJson, sha256 } from './canonical-json.js';
import { parseCanonical } from './frame-codec.js';
import type { Position } from './journal-reader.js';
import type { StoreFs } from './store-fs.js';
import { syncFolder, writeNew } from './write-new.js';

/** A cache of the working set at one position of the journal; it may be deleted at any time. */
export interface Snapshot {
  readonly position: Position;
  readonly identity: unknown;
  readonly set: WorkingSet;
}

const name = 'snapshot.json';
const collections = Object.keys(collectionSchemas) as (keyof WorkingSet)[];

const Body = z.strictObject({
  position: z.strictObject({ segment: z.int().positive(), offset: z.int().nonnegative(), seq: z.int().positive(), head: z.string().length(64) }),
  identity: z.unknown(),
  set: z.strictObject(Object.fromEntries(collections.map((collection) => [collection, z.record(z.string(), z.record(z.string(), z.unknown()))]))),
});

/** The snapshot, or undefined when there is none or anything about it is wrong: the journal is read instead. */
export function readSnapshot(io: StoreFs, folder: string): Snapshot | undefined {
  const bytes = readBytes(io, join(folder, name));
  const text = bytes?.toString('utf8');
  if (text === undefined || text[64] !== ' ' || sha256(text.slice(65)) !== text.slice(0, 64)) return undefined;
  const checked = Body.safeParse(parseCanonical(text.slice(65))?.value);
  return checked.success ? (checked.data as unknown as Snapshot) : undefined;
}

export function writeSnapshot(io: StoreFs, folder: string, snapshot: Snapshot): void {
  const text = canonicalJson(snapshot);
  const temporary = join(folder, `.${name}.${String(process.pid)}.new`);
  writeNew(io, temporary, Buffer.from(`${sha256(text)} ${text}`));
  io.rename(temporary, join(folder, name));
  syncFolder(io, folder);
}

function readBytes(io: StoreFs, path: string): Buffer | undefined {
  let handle: number | undefined;
  try {
    handle = io.open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    const buffer = Buffer.alloc(io.size(handle));
    const count = io.read(handle, buffer, 0, buffer.length, 0);
    return buffer.subarray(0, count);
  } catch {
    // Only a cache: without it the journal is read from the start.
    return undefined;
  } finally {
    if (handle !== undefined) io.close(handle);
  }
}
