import { join } from 'node:path';
import { z } from 'zod';
import { StoreIdentity } from '#domain/identity.js';
import { Digest, IsoInstant } from '#domain/primitives.js';
import { collectionSchemas } from '#domain/working-set.js';
import { sha256 } from './canonical-json.js';
import { collections } from './frame-body.js';
import { hashLength } from './frame.js';
import { frozen, newReplica, type Replica } from './replica.js';
import type { StoreFs } from './store-fs.js';
import { placeFile, readWhole } from './whole-files.js';

const name = 'snapshot.json';

const Place = z.strictObject({
  segment: z.int().positive(),
  offset: z.int().nonnegative(),
  seq: z.int().positive(),
  head: Digest,
  line: z.strictObject({ segment: z.int().positive(), start: z.int().nonnegative() }),
});
const AnyObject = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const Snapshot = z.strictObject({
  position: Place,
  identity: StoreIdentity,
  latestAt: IsoInstant,
  set: z.strictObject(Object.fromEntries(collections.map((collection) => [collection, AnyObject]))),
});

/** What a snapshot kept, or undefined when there is none or anything about it is wrong: then the journal is read from its start. */
export function readSnapshot(io: StoreFs, folder: string): Replica | undefined {
  const parsed = Snapshot.safeParse(contentOf(io, join(folder, name)));
  if (!parsed.success) return undefined;
  const { set, position, identity, latestAt } = parsed.data;
  const kept = Object.assign(newReplica(io, folder), { position, identity, latestAt, firm: position });
  const isWhole = collections.every((collection) =>
    Object.entries(set[collection] ?? {}).every(([id, value]) => {
      const record = collectionSchemas[collection].safeParse(value);
      kept.set[collection][id] = frozen(record.data);
      return record.success;
    }),
  );
  return isWhole ? kept : undefined;
}

/** True when many records were written since the last snapshot. */
export function isSnapshotDue({ unsaved, limits }: Replica): boolean {
  return unsaved.frames >= limits.snapshotFrames || unsaved.bytes >= limits.snapshotBytes;
}

/** Keeps the working set as it is now: a cache, which may be deleted at any time. Only under the lock. */
export function writeSnapshot(replica: Replica): void {
  const { io, folder, position, identity, latestAt, set } = replica;
  const text = JSON.stringify({ position, identity, latestAt, set });
  placeFile(io, folder, join(folder, name), Buffer.from(`${sha256(text)} ${text}`));
  replica.unsaved = { frames: 0, bytes: 0 };
}

function contentOf(io: StoreFs, path: string): unknown {
  try {
    const bytes = readWhole(io, path);
    if (sha256(bytes.subarray(hashLength + 1)) !== bytes.toString('latin1', 0, hashLength)) return undefined;
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(hashLength + 1));
    const content = JSON.parse(text) as unknown;
    // Written back it must give the same text: duplicate keys and the like were not written by us.
    return JSON.stringify(content) === text ? content : undefined;
  } catch {
    // Absent, unreadable, no JSON, absurdly deep: a cache in which anything is odd is no cache.
    return undefined;
  }
}
