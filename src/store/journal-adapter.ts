import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { AppError } from '#domain/app-error.js';
import { StoreIdentity } from '#domain/identity.js';
import { collectionSchemas, type CollectionName, type WorkingSet } from '#domain/working-set.js';
import type { Frame } from './frame-codec.js';
import { beginning, readJournal, type Position, type Reading } from './journal-reader.js';
import { readSnapshot } from './snapshot.js';
import type { StoreFs } from './store-fs.js';

type Mutable = Record<CollectionName, Record<string, unknown>>;

/** lowdb's Adapter over the journal: reading is catching up, and nothing is ever written through it. */
export interface JournalAdapter extends Adapter<WorkingSet> {
  /** Reads records of other processes into the same working set; the unfinished tail is returned. */
  catchUp(): Reading;
  /** Takes over a record this process has just appended. */
  take(frame: Frame, position: Position): void;
  readonly position: Position;
  readonly identity: StoreIdentity;
  /** Time of the newest record. */
  readonly lastAt: string;
  /** Records read or written since the snapshot. */
  readonly sinceSnapshot: number;
}

export function journalAdapter(io: StoreFs, folder: string, useSnapshot: boolean): JournalAdapter {
  const journal = join(folder, 'journal');
  const set = emptySet();
  let position = beginning;
  let identity: StoreIdentity | undefined;
  let lastAt = '';
  let sinceSnapshot = 0;
  const tombstones = new Set<number>();

  const apply = (frame: Frame): void => {
    const { body, header } = frame;
    lastAt = header.at;
    sinceSnapshot += 1;
    if ('identity' in body) identity = identityOf(body.identity);
    else if ('tombstone' in body) tombstones.add(header.seq);
    else {
      for (const seq of body.purged ?? []) tombstones.delete(seq);
      for (const { collection, id, value } of body.changes) {
        if (value === null) delete set[collection][id];
        else set[collection][id] = value;
      }
    }
  };
  const restore = (): void => {
    const snapshot = useSnapshot ? readSnapshot(io, folder) : undefined;
    if (snapshot === undefined) return;
    Object.assign(set, snapshot.set);
    identity = identityOf(snapshot.identity);
    position = snapshot.position;
  };
  const catchUp = (): Reading => {
    if (position.seq === 0) restore();
    const reading = readJournal(io, journal, position);
    for (const frame of reading.frames) apply(frame);
    position = reading.position;
    const [forged] = tombstones;
    if (forged !== undefined) throw new AppError('store-forged-tombstone', { seq: forged });
    return reading;
  };
  return {
    read: () => {
      catchUp();
      return Promise.resolve(set as unknown as WorkingSet);
    },
    write: () => Promise.reject(new AppError('store-read-only', { folder })),
    catchUp,
    take: (frame, after) => {
      apply(frame);
      position = after;
    },
    get position() {
      return position;
    },
    get identity() {
      if (identity === undefined) throw new AppError('store-not-initialised', { folder });
      return identity;
    },
    get lastAt() {
      return lastAt;
    },
    get sinceSnapshot() {
      return sinceSnapshot;
    },
  };
}

function emptySet(): Mutable {
  return Object.fromEntries(Object.keys(collectionSchemas).map((collection) => [collection, {}])) as Mutable;
}

function identityOf(value: unknown): StoreIdentity {
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > 1) throw new AppError('store-newer-format', { format, version: String((value as { toolVersion?: unknown }).toolVersion) });
  const parsed = StoreIdentity.safeParse(value);
  if (!parsed.success) throw new AppError('store-damaged', { file: '000001.jnl', byte: 0, last: 0 });
  return parsed.data;
}
