import type { AppError } from '#domain/app-error.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { CollectionName } from '#domain/working-set.js';
import { canonicalJson, sha256 } from './canonical-json.js';
import { collections } from './frame-body.js';
import { chainStart, type Frame, type Previous } from './frame.js';
import { beginning, type Position } from './journal-reader.js';
import type { StoreFs } from './store-fs.js';

type MutableSet = Record<CollectionName, Record<string, unknown>>;

/** When a new file is begun. */
export interface Limits {
  /** Length at which a journal segment is full. */
  readonly segmentBytes: number;
  /** Records, or bytes of them, after which reading them has become the larger part of opening. */
  readonly snapshotFrames: number;
  readonly snapshotBytes: number;
}

const usualLimits: Limits = { segmentBytes: 4 * 1024 * 1024, snapshotFrames: 500, snapshotBytes: 1024 * 1024 };

/** What one open store knows of the journal. Changed in place, so that a commit costs its change and not the history. */
export interface Replica {
  readonly io: StoreFs;
  readonly folder: string;
  readonly limits: Limits;
  readonly set: MutableSet;
  position: Position;
  /** Newest record that nobody can withdraw any more; one that was read without the lock may still be. */
  firm: Previous;
  identity: StoreIdentity | undefined;
  /** Latest time in any record. */
  latestAt: string;
  /** Records whose body was purged and that no later record has vouched for yet: seq → digest of the tombstone. */
  readonly tombstones: Map<number, string>;
  /** Read or written since the snapshot. */
  unsaved: { readonly frames: number; readonly bytes: number };
  /** Once found it stays: nothing is read over damage. */
  damage: AppError | undefined;
}

/** A replica that has read nothing yet. */
export function newReplica(io: StoreFs, folder: string, limits: Partial<Limits> = {}): Replica {
  const set = Object.fromEntries(collections.map((collection) => [collection, emptyCollection()])) as MutableSet;
  const unread = { position: beginning, firm: { seq: 0, head: chainStart }, identity: undefined, latestAt: '' };
  return {
    io,
    folder,
    limits: { ...usualLimits, ...limits },
    set,
    ...unread,
    tombstones: new Map(),
    unsaved: { frames: 0, bytes: 0 },
    damage: undefined,
  };
}

/** Takes one record into the replica. */
export function applyFrame(replica: Replica, { header, body }: Frame, after: Position): void {
  const { unsaved } = replica;
  if ('identity' in body) replica.identity = body.identity;
  else if ('purged' in body) replica.tombstones.set(header.seq, sha256(canonicalJson(body)));
  else {
    for (const { seq, tombstone } of body.purges ?? []) if (replica.tombstones.get(seq) === tombstone) replica.tombstones.delete(seq);
    for (const { collection, id, value } of body.changes) putRecord(replica.set[collection], id, value);
  }
  if (!isLater(replica.latestAt, header.at)) replica.latestAt = header.at;
  replica.unsaved = { frames: unsaved.frames + 1, bytes: unsaved.bytes + after.offset - after.line.start };
  replica.position = after;
  replica.firm = { seq: header.seq - 1, head: header.prev };
}

/** Everything `source` knows becomes what `replica` knows; whoever holds the working set sees it too. */
export function adopt(replica: Replica, source: Replica): void {
  for (const collection of collections) {
    const mine = replica.set[collection];
    for (const id of Object.keys(mine)) Reflect.deleteProperty(mine, id);
    for (const [id, value] of Object.entries(source.set[collection])) mine[id] = value;
  }
  replica.tombstones.clear();
  for (const [seq, digest] of source.tombstones) replica.tombstones.set(seq, digest);
  const { position, firm, identity, latestAt, unsaved, damage } = source;
  Object.assign(replica, { position, firm, identity, latestAt, unsaved, damage });
}

/** True when `left` is a later moment than `right`; the empty text is before all moments. */
export function isLater(left: string, right: string): boolean {
  return left !== '' && (right === '' || Date.parse(left) > Date.parse(right));
}

/** A collection without a prototype: an id such as `__proto__` is an id like any other. */
export function emptyCollection(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

function putRecord(records: Record<string, unknown>, id: string, value: unknown): void {
  if (value === null) Reflect.deleteProperty(records, id);
  else records[id] = frozen(value);
}

/** Records are replaced whole: one that were changed in place would differ from the disk. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const each of Object.values(value)) frozen(each);
  return Object.freeze(value);
}
