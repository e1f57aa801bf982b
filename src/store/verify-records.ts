import { join } from 'node:path';
import type { AppError, Problem } from '#domain/app-error.js';
import { canonicalJson } from './canonical-json.js';
import { isDamage } from './disk-errors.js';
import { documentName, hasDocument, readDocument } from './documents.js';
import { evidenceFaults, evidenceName, hasEvidence, neededDigests, unneededEvidence } from './evidence-files.js';
import { goneIn } from './frame-body.js';
import { beginning, readJournal, segmentName, type Position, type Reading } from './journal-reader.js';
import { applyFrame, newReplica, type Replica } from './replica.js';
import { readSnapshot } from './snapshot.js';
import type { StoreFs } from './store-fs.js';

/** What a whole reading found. */
export interface Verification {
  /** Good records. */
  readonly frames: number;
  /** Documents that the records name. */
  readonly documents: number;
  /** Files of evidence that the records need. */
  readonly evidence: number;
  /** Names in `evidence/` that no record needs; harmless. */
  readonly unneeded: readonly string[];
  /** Hash of the newest good record. */
  readonly head: string;
  /** Bodies that were purged by a journaled purge. */
  readonly purged: number;
  /** Bytes of an unfinished write that the next transaction will set aside. */
  readonly unfinished: number;
  /** What earlier transactions set aside, in `quarantine/`. */
  readonly setAside: readonly string[];
  /** Documents and files that a repair has named as gone; that they are missing is no news. */
  readonly gone: readonly string[];
  readonly problems: readonly Problem[];
}

/** The whole chain from the first record, the snapshot against it, and every document and file it names (with `deep` also their bytes). */
export function verifyRecords(io: StoreFs, folder: string, deep: boolean): Verification {
  const { replica, reading, documents, gone, purged, snapshotFaults } = replay(io, folder, readSnapshot(io, folder));
  const needed = neededDigests(replica.set.evidence);
  const isGone = (digest: string): boolean => gone.has(digest) && !hasDocument(io, folder, digest);
  const isLost = (digest: string): boolean => gone.has(digest) && !hasEvidence(io, folder, digest);
  const problems = [
    ...(reading.damage === undefined ? [] : [problemOf(reading.damage)]),
    ...[...replica.tombstones.keys()].map((seq) => forgedTombstone(seq, purged.get(seq))),
    ...snapshotFaults,
    ...[...documents].filter((digest) => !isGone(digest)).flatMap((digest) => documentFaults(io, folder, digest, deep)),
    ...[...needed].filter((digest) => !isLost(digest)).flatMap((digest) => evidenceFaults(io, folder, digest, deep)),
  ];
  return {
    frames: replica.position.seq,
    documents: documents.size,
    evidence: needed.size,
    // Behind damage nobody knows which records need what.
    unneeded: reading.damage === undefined ? unneededEvidence(io, folder, needed) : [],
    head: replica.position.head,
    purged: purged.size - replica.tombstones.size,
    unfinished: reading.tail.length,
    setAside: [...io.list(join(folder, 'quarantine'))].sort(),
    gone: [...[...documents].filter(isGone).map(documentName), ...[...needed].filter(isLost).map(evidenceName)].sort(),
    problems,
  };
}

interface Replay {
  readonly replica: Replica;
  readonly reading: Reading;
  readonly documents: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  /** Records without a body: seq → where they stand. */
  readonly purged: ReadonlyMap<number, Position['line']>;
  readonly snapshotFaults: readonly Problem[];
}

function replay(io: StoreFs, folder: string, snapshot: Replica | undefined): Replay {
  const replica = newReplica(io, folder);
  const documents = new Set<string>();
  const gone = new Set<string>();
  const purged = new Map<number, Position['line']>();
  let snapshotFaults: readonly Problem[] | undefined;
  const reading = readJournal(io, join(folder, 'journal'), beginning, (frame, after) => {
    applyFrame(replica, frame, after);
    if ('purged' in frame.body) purged.set(frame.header.seq, after.line);
    if ('changes' in frame.body) {
      for (const digest of frame.body.documents) documents.add(digest);
      for (const digest of goneIn(frame.body)) gone.add(digest);
    }
    // After a purge the older snapshot knows more than the journal, and is made anew.
    if (snapshot?.position.seq === frame.header.seq) snapshotFaults = purged.size > 0 ? [] : snapshotDifference(replica, snapshot);
  });
  const isUnread = snapshot === undefined || reading.damage !== undefined;
  return { replica, reading, documents, gone, purged, snapshotFaults: snapshotFaults ?? (isUnread ? [] : [cutOff(replica.position, snapshot)]) };
}

function snapshotDifference(replica: Replica, snapshot: Replica): readonly Problem[] {
  if (replica.position.head !== snapshot.position.head) return [cutOff(replica.position, snapshot)];
  const isSame =
    canonicalJson(replica.set) === canonicalJson(snapshot.set) && canonicalJson(replica.identity) === canonicalJson(snapshot.identity);
  return isSame ? [] : [{ code: 'store-snapshot-differs', params: { seq: snapshot.position.seq } }];
}

// The snapshot is made of acknowledged records only: one that the journal lacks was there once.
function cutOff({ segment, offset, seq }: Position, snapshot: Replica): Problem {
  return { code: 'store-truncated', params: { file: segmentName(segment), byte: offset, last: seq, known: snapshot.position.seq } };
}

function forgedTombstone(seq: number, line: Position['line'] | undefined): Problem {
  return { code: 'store-forged-tombstone', params: { seq, file: segmentName(line?.segment ?? 1), byte: line?.start ?? 0 } };
}

function documentFaults(io: StoreFs, folder: string, digest: string, deep: boolean): readonly Problem[] {
  if (!deep) return hasDocument(io, folder, digest) ? [] : [{ code: 'store-document-missing', params: { file: documentName(digest) } }];
  try {
    readDocument(io, folder, digest);
    return [];
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [problemOf(error)];
  }
}

function problemOf({ code, params }: AppError): Problem {
  return { code, params };
}
