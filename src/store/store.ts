import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import type { Change, Transaction } from '#domain/change.js';
import type { StoreIdentity } from '#domain/identity.js';
import { collectionSchemas, type WorkingSet } from '#domain/working-set.js';
import { checkFolder } from './check-folder.js';
import { readDocument, writeDocuments } from './documents.js';
import { bootId } from './epoch-lock.js';
import { encodeFrame, type Frame } from './frame-codec.js';
import { journalAdapter, type JournalAdapter } from './journal-adapter.js';
import { beginning, readJournal } from './journal-reader.js';
import { journalWriter, type JournalWriter } from './journal-writer.js';
import { acquireLock, lockKind, type LockKind, type TryLock } from './lock.js';
import { writeSnapshot } from './snapshot.js';
import { realFs, type StoreFs } from './store-fs.js';
import { verifyRecords, type Verification } from './verify-records.js';
import { writeFailure } from './write-failure.js';

export interface OpenOptions {
  /** No lock, no writing; records of other processes are still seen. */
  readonly readOnly?: boolean;
  /** Open a damaged store up to the last good record, to look at it. */
  readonly salvage?: boolean;
  readonly io?: StoreFs;
  readonly lock?: TryLock;
}

/** Opens the records of a folder; damage is an error with its place, never an empty store. */
export async function openStore(folder: string, options: OpenOptions = {}): Promise<Store> {
  checkFolder(folder, options.readOnly !== true);
  const io = options.io ?? realFs;
  const adapter = journalAdapter(io, folder, true);
  const low = new Low<WorkingSet>(adapter, {} as WorkingSet);
  try {
    await low.read();
  } catch (error) {
    if (options.salvage !== true || !(error instanceof AppError)) throw error;
  }
  return new Store(folder, low, adapter, io, options);
}

const snapshotEvery = 500;

/** The office's records: one durable transaction at a time, read by anybody, damaged by nobody unnoticed. */
export class Store {
  readonly #folder: string;
  readonly #low: Low<WorkingSet>;
  readonly #adapter: JournalAdapter;
  readonly #io: StoreFs;
  readonly #options: OpenOptions;
  readonly #writer: JournalWriter;

  constructor(folder: string, low: Low<WorkingSet>, adapter: JournalAdapter, io: StoreFs, options: OpenOptions) {
    this.#folder = folder;
    this.#low = low;
    this.#adapter = adapter;
    this.#io = io;
    this.#options = options;
    this.#writer = journalWriter(io, join(folder, 'journal'), join(folder, 'quarantine'));
  }

  get identity(): StoreIdentity {
    return this.#adapter.identity;
  }

  get lockKind(): LockKind {
    return lockKind();
  }

  /** Hash of the newest record. */
  get head(): string {
    return this.#adapter.position.head;
  }

  /** The working set with everything that was acknowledged so far. */
  read(): WorkingSet {
    if (this.#options.salvage !== true) this.#adapter.catchUp();
    return this.#low.data;
  }

  /** True when the clock stands before the newest record. */
  isClockBehind(now: string): boolean {
    return Date.parse(now) < Date.parse(this.#adapter.lastAt || now);
  }

  /** The only way to write: lock, catch up, decide, one durable record. `decide` sees the newest state and must be pure. */
  async transact<T>(by: { readonly actor: Actor; readonly at: string }, decide: (snapshot: WorkingSet) => Transaction<T>): Promise<T> {
    if (this.#options.readOnly === true) throw new AppError('store-read-only', { folder: this.#folder });
    const lock = await acquireLock(this.#folder, this.#options.lock);
    try {
      const { tail, position } = this.#adapter.catchUp();
      if (tail.length > 0) this.#writer.setAside(tail, position);
      const transaction = decide(this.#low.data);
      if (transaction.changes.length > 0) this.#append(by, transaction);
      return transaction.result;
    } catch (error) {
      throw isDiskError(error) ? writeFailure(error) : error;
    } finally {
      lock.release();
    }
  }

  readDocument(digest: string): unknown {
    return readDocument(this.#io, join(this.#folder, 'documents'), digest);
  }

  /** The newest `limit` records: headers and which records they touched. */
  frames(options: { readonly limit: number }): readonly { readonly header: Frame['header']; readonly hash: string; readonly changes: readonly Pick<Change, 'collection' | 'id'>[] }[] {
    const { frames } = readJournal(this.#io, join(this.#folder, 'journal'), beginning);
    return frames.slice(-options.limit).map(({ header, hash, body }) => ({
      header,
      hash,
      changes: 'changes' in body ? body.changes.map(({ collection, id }) => ({ collection, id })) : [],
    }));
  }

  /** Reads everything again and reports each fault with its place; changes nothing. */
  verify(options: { readonly deep: boolean }): Verification {
    return verifyRecords(this.#io, this.#folder, options.deep);
  }

  close(): Promise<void> {
    if (this.#options.readOnly !== true && this.#adapter.sinceSnapshot >= snapshotEvery) {
      const { position, identity } = this.#adapter;
      writeSnapshot(this.#io, this.#folder, { position, identity, set: this.#low.data });
    }
    return Promise.resolve();
  }

  #append<T>(by: { readonly actor: Actor; readonly at: string }, transaction: Transaction<T>): void {
    for (const change of transaction.changes) checkChange(change);
    const documents = writeDocuments(this.#io, join(this.#folder, 'documents'), transaction.documents ?? []);
    const { position } = this.#adapter;
    const header = { seq: position.seq + 1, prev: position.head, at: by.at, bootId: bootId(), actor: by.actor, kind: transaction.kind };
    const { line, frame } = encodeFrame(header, { changes: transaction.changes, documents });
    const after = this.#writer.append(line, position);
    this.#adapter.take(frame, { ...after, seq: header.seq, head: frame.hash });
  }
}

function checkChange({ collection, id, value }: Change): void {
  if (value === null) return;
  const checked = collectionSchemas[collection].safeParse(value);
  if (!checked.success) throw new AppError('store-invalid-change', { collection, id, detail: checked.error.issues[0]?.path.join('.') ?? '' }, { cause: checked.error });
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && !(error instanceof AppError) && typeof (error as NodeJS.ErrnoException).code === 'string';
}
