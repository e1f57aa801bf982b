import { resolve } from 'node:path';
import { Low } from 'lowdb';
import { AppError } from '#domain/app-error.js';
import type { Transaction } from '#domain/change.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { CollectionName, WorkingSet } from '#domain/working-set.js';
import { catchUp, journalOf } from './catch-up.js';
import { checkFolder } from './check-folder.js';
import { commit, repairTail, type WriteRequest } from './commit.js';
import { isDamage, whileReading, whileWriting } from './disk-errors.js';
import { readDocument } from './documents.js';
import { conditionOf, dropPurged, hasEvidence, readEvidence, type EvidenceCondition } from './evidence-files.js';
import { guardedFs, type GuardedFs } from './guarded-fs.js';
import { journalAdapter } from './journal-adapter.js';
import type { Position } from './journal-reader.js';
import { makeFirm } from './journal-writer.js';
import { listFrames, type FrameRange, type FrameSummary } from './list-frames.js';
import { acquireLock, lockKind, type LockKind } from './lock.js';
import type { TryLock } from './lock-attempt.js';
import { bringUpToFormat } from './migrate-records.js';
import type { Migration } from './migrations.js';
import { recordHistory, type PastState } from './record-history.js';
import { isLater, newReplica, type Limits, type Replica } from './replica.js';
import { isSnapshotDue, writeSnapshot } from './snapshot.js';
import { realFs, type StoreFs } from './store-fs.js';
import { verifyRecords, type Verification } from './verify-records.js';
import { removeUnfinished } from './whole-files.js';
import { writeBackup, type BackupPlace, type WrittenBackup } from './write-backup.js';

export interface OpenOptions {
  /** No lock, no writing; records of other programs are still seen. */
  readonly readOnly?: boolean;
  /** Opens damaged records, read-only, up to the last good one. */
  readonly salvage?: boolean;
  /** The disk; tests put a faulty one here. */
  readonly io?: StoreFs;
  /** The lock; tests take it away here. */
  readonly lock?: TryLock;
  /** Longest wait for the lock, in milliseconds; ten seconds unless told. */
  readonly patience?: number;
  readonly limits?: Partial<Limits>;
  /** Ways from older formats; tests plant some here. */
  readonly migrations?: readonly Migration[];
}

/** Opens the records of a folder; damage is an error with its place, never an empty store. Records of an older format are copied and converted first. */
export async function openStore(folder: string, options: OpenOptions = {}): Promise<Store> {
  const root = resolve(folder);
  const io = guardedFs(options.io ?? realFs);
  const isWritable = options.readOnly !== true && options.salvage !== true;
  const again = async (error: unknown): Promise<boolean> => bringUpToFormat(options.io ?? realFs, root, isWritable, options, error);
  const replica = newReplica(io, root, options.limits);
  const low = new Low(journalAdapter(replica), replica.set as unknown as WorkingSet);
  try {
    whileReading(() => checkFolder(io, root, isWritable));
    await low.read();
  } catch (error) {
    if (await again(error)) return openStore(folder, options);
    if (options.salvage !== true || !isDamage(error)) throw error;
  }
  return new Store(low, replica, io, { ...options, readOnly: !isWritable });
}

/** The office's records: one durable transaction at a time, read by anybody, damaged by nobody unnoticed. */
export class Store {
  readonly #low: Low<WorkingSet>;
  readonly #replica: Replica;
  readonly #io: GuardedFs;
  readonly #options: OpenOptions;
  #isTidy = false;
  /** How far the journal is known to be on the disk itself. */
  #durable: Position | undefined;

  constructor(low: Low<WorkingSet>, replica: Replica, io: GuardedFs, options: OpenOptions) {
    this.#low = low;
    this.#replica = replica;
    this.#io = io;
    this.#options = options;
  }

  get identity(): StoreIdentity {
    const { identity, damage, folder } = this.#replica;
    if (identity === undefined) throw damage ?? new AppError('store-not-initialised', { folder });
    return identity;
  }

  get lockKind(): LockKind {
    return lockKind();
  }

  /** Hash of the newest record. */
  get head(): string {
    return this.#replica.position.head;
  }

  /** Why the store is opened for salvage only; undefined for sound records. */
  get damage(): AppError | undefined {
    return this.#replica.damage;
  }

  /** The working set with everything that was acknowledged so far. It is live: the next read or transaction moves it on. */
  read(): WorkingSet {
    if (this.#options.salvage !== true) whileReading(() => catchUp(this.#replica, false));
    return this.#low.data;
  }

  /** True when `now` is before the latest time in any record: order is by sequence then, and dates may be wrong. */
  isClockBehind(now: string): boolean {
    return isLater(this.#replica.latestAt, now);
  }

  /** The only way to write: lock, catch up, decide, one durable record. `decide` sees the newest state, must be pure, and may run only here. */
  async transact<T>(request: WriteRequest, decide: (snapshot: WorkingSet) => Transaction<T>): Promise<T> {
    if (this.#options.readOnly === true) throw new AppError('store-read-only', { folder: this.#replica.folder });
    this.#io.refusePoisoned();
    const release = await this.#acquire();
    try {
      this.#catchUpLocked();
      const transaction = decide(this.#low.data);
      whileWriting(() => commit(this.#replica, this.#io, request, transaction));
      this.#durable = this.#replica.position;
      return transaction.result;
    } finally {
      release();
    }
  }

  /** The body with this digest, held against it; its shape is the caller's to check. */
  readDocument(digest: string): unknown {
    return whileReading(() => readDocument(this.#io, this.#replica.folder, digest));
  }

  /** The bytes of a kept file, held against their digest. */
  readFile(digest: string): Buffer {
    return whileReading(() => readEvidence(this.#io, this.#replica.folder, digest));
  }

  /** Reads every byte of a kept file and says what was found. */
  checkFile(digest: string): EvidenceCondition {
    return conditionOf(this.#io, this.#replica.folder, digest);
  }

  /** True while there is a file for this digest. */
  hasFile(digest: string): boolean {
    return whileReading(() => hasEvidence(this.#io, this.#replica.folder, digest));
  }

  /** The newest records (all, or `limit` of them, from number `from` on): headers and which records they touched, never what they say. */
  frames(range: FrameRange = {}): readonly FrameSummary[] {
    return whileReading(() => listFrames(this.#io, journalOf(this.#replica), range));
  }

  /** Every state of the records of a collection that `wanted` names, oldest first. */
  history(collection: CollectionName, wanted: (id: string) => boolean): readonly PastState[] {
    return whileReading(() => recordHistory(this.#io, journalOf(this.#replica), collection, wanted));
  }

  /** Reads everything again and reports each fault with its place; changes nothing. `deep` also reads every document and every file. */
  verify(options: { readonly deep: boolean }): Verification {
    return whileReading(() => verifyRecords(this.#io, this.#replica.folder, options.deep));
  }

  /** Copies all records as they are at one moment, which the lock makes one, into a new folder. */
  async backUp(place: BackupPlace): Promise<WrittenBackup> {
    const release = await this.#acquire();
    try {
      this.#catchUpLocked();
      // Not the guarded disk: a backup that fails on another medium says nothing about this one.
      return await writeBackup(this.#options.io ?? realFs, this.#replica.folder, place);
    } finally {
      release();
    }
  }

  /** Ends the use of this store; keeps a snapshot when many records came since the last one. */
  async close(): Promise<void> {
    if (this.#options.readOnly === true || this.#replica.damage !== undefined || !isSnapshotDue(this.#replica)) return;
    try {
      this.#io.refusePoisoned();
      const release = await this.#acquire();
      try {
        this.#catchUpLocked();
        writeSnapshot(this.#replica);
      } finally {
        release();
      }
    } catch {
      // Only a cache: everything was answered for before, and the next program tries again.
    }
  }

  #acquire(): Promise<() => void> {
    return acquireLock(this.#io, this.#replica.folder, this.#options.lock, this.#options.patience);
  }

  #catchUpLocked(): void {
    const tail = whileReading(() => catchUp(this.#replica, true));
    whileWriting(() => {
      if (tail.length > 0) repairTail(this.#replica, this.#io, tail);
      if (!this.#isTidy) this.#tidy();
      this.#isTidy = true;
      // Nothing is built on records that a power cut could still take away.
      if (this.#durable !== this.#replica.position) makeFirm(this.#io, this.#replica.folder, this.#replica.position);
      this.#durable = this.#replica.position;
    });
  }

  // What killed programs left: half-written files, and files whose purge was recorded and not finished.
  #tidy(): void {
    removeUnfinished(this.#io, this.#replica.folder);
    dropPurged(this.#io, this.#replica.folder, this.#low.data.evidence);
  }
}
