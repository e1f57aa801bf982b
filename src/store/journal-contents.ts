import { join } from 'node:path';
import type { AppError } from '#domain/app-error.js';
import type { AssessmentEntry } from '#domain/assessment.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { WorkingSet } from '#domain/working-set.js';
import { neededDigests } from './evidence-files.js';
import { beginning, readJournal, type Position } from './journal-reader.js';
import { goneIn } from './frame-body.js';
import { applyFrame, newReplica } from './replica.js';
import type { StoreFs } from './store-fs.js';

/** What a journal says, read from its first record. */
export interface JournalContents {
  readonly identity: StoreIdentity | undefined;
  /** Display numbers given so far. */
  readonly counters: WorkingSet['counters'];
  /** Behind the last good record; of a journal with a body that is gone unvouched, before that record. */
  readonly position: Position;
  readonly tail: Buffer;
  readonly damage: AppError | undefined;
  /** Documents that any record names. */
  readonly documents: ReadonlySet<string>;
  /** Files of evidence that records need. */
  readonly evidence: ReadonlySet<string>;
  /** Documents and files that a repair has named as gone. */
  readonly gone: ReadonlySet<string>;
  /** Numbers of records whose body is gone without a record that says so. */
  readonly unvouched: readonly number[];
}

/** Reads the journal of a folder of records or of a backup, up to `end` records. */
export function readContents(io: StoreFs, folder: string, end = Infinity): JournalContents {
  const replica = newReplica(io, folder);
  const documents = new Set<string>();
  const gone = new Set<string>();
  const { tail, damage, position } = readJournal(io, join(folder, 'journal'), beginning, (frame, after) => {
    if (frame.header.seq > end) return;
    applyFrame(replica, frame, after);
    if (!('changes' in frame.body)) return;
    for (const digest of frame.body.documents) documents.add(digest);
    for (const digest of goneIn(frame.body)) gone.add(digest);
  });
  const assessments = Object.values(replica.set.assessments) as readonly AssessmentEntry[];
  for (const { document } of assessments) documents.add(document);
  const reached = end === Infinity ? position : replica.position;
  return { identity: replica.identity, counters: replica.set.counters as WorkingSet['counters'], position: reached, tail, damage, documents, evidence: neededDigests(replica.set.evidence), gone, unvouched: [...replica.tombstones.keys()] };
}
