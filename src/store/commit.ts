import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import type { Change, Transaction } from '#domain/change.js';
import { catchUp, journalOf } from './catch-up.js';
import { checkedChange } from './checked-change.js';
import { documentOf, hasDocument, writeDocument } from './documents.js';
import { dropPurged, evidenceFileOf, hasEvidence, placeEvidence, removeLeftOver, type EvidenceFile } from './evidence-files.js';
import { decodeFrame, encodeFrame } from './frame.js';
import type { GuardedFs } from './guarded-fs.js';
import { appendLine, finishLine, setAside } from './journal-writer.js';
import { bootId } from './lock-holder.js';
import { applyFrame, type Replica } from './replica.js';
import { judgeRemains } from './unfinished-write.js';

/** Who writes, and when. */
export interface WriteRequest {
  readonly actor: Actor;
  readonly at: string;
}

/** Writes one transaction: documents and files first, then one record that names them, then the working set. Only under the lock, caught up. */
export function commit(replica: Replica, io: GuardedFs, { actor, at }: WriteRequest, transaction: Transaction<unknown>): void {
  const { kind } = transaction;
  const changes = transaction.changes.map(checkedChange);
  const documents = (transaction.documents ?? []).map(documentOf);
  if (changes.length === 0 && documents.length === 0) return;
  const digests = documents.map(({ digest }) => digest);
  const files = (transaction.files ?? []).map(evidenceFileOf);
  checkReferences(replica, changes, digests);
  checkFiles(replica, changes, files);
  const { seq, head } = replica.position;
  const line = encodeFrame({ seq: seq + 1, prev: head, at, bootId: bootId(), actor, kind }, { changes, documents: digests });
  // What goes into memory is what a later reading makes of these very bytes.
  const frame = decodeFrame(line.subarray(0, -1), replica.position);
  if (frame === undefined) throw new AppError('store-invalid-change', { collection: 'journal', id: kind, detail: 'header' });
  for (const document of documents) writeDocument(io, replica.folder, document);
  const { segment, start, end } = withFiles(io, replica.folder, files, () => appendLine(io, journalOf(replica), line, replica.position, replica.limits.segmentBytes));
  applyFrame(replica, frame, { segment, offset: end, seq: frame.header.seq, head: frame.hash, line: { segment, start } });
  replica.firm = replica.position;
  const purged = changes.flatMap(({ collection, value }) => (collection === 'evidence' && value?.purged !== undefined ? [value.digest] : []));
  if (purged.length > 0) dropPurged(io, replica.folder, replica.set.evidence, purged);
}

/** Deals with what an unfinished write left behind the last record. Only under the lock. */
export function repairTail(replica: Replica, io: GuardedFs, tail: Buffer): void {
  const { folder, position } = replica;
  if (judgeRemains(tail, position.offset, position) !== 'whole') {
    setAside(io, folder, position, tail);
    return;
  }
  finishLine(io, journalOf(replica), position, tail);
  catchUp(replica, true);
}

// An entry without its body would be found only when somebody wants to read it.
function checkReferences({ io, folder }: Replica, changes: readonly Change[], written: readonly string[]): void {
  for (const { collection, id, value } of changes) {
    if (collection !== 'assessments' || value === null) continue;
    const isKept = written.includes(value.document) || hasDocument(io, folder, value.document);
    if (!isKept) throw new AppError('store-invalid-change', { collection, id, detail: 'document' });
  }
}

// A record without its file, or a file without its record, would be found only when somebody wants to read it.
function checkFiles({ io, folder }: Replica, changes: readonly Change[], files: readonly EvidenceFile[]): void {
  const given = new Set(files.map(({ digest }) => digest));
  const named = new Set<string>();
  for (const { collection, id, value } of changes) {
    if (collection !== 'evidence' || value === null || value.purged !== undefined) continue;
    named.add(value.digest);
    if (!given.has(value.digest) && !hasEvidence(io, folder, value.digest)) throw new AppError('store-invalid-change', { collection, id, detail: 'file' });
  }
  for (const digest of given) if (!named.has(digest)) throw new AppError('store-invalid-change', { collection: 'evidence', id: digest, detail: 'record' });
}

// What the journal has surely refused is taken back; after an uncertain write the record may be there, and needs its file.
function withFiles<T>(io: GuardedFs, folder: string, files: readonly EvidenceFile[], write: () => T): T {
  const placed: string[] = [];
  try {
    for (const file of files) if (placeEvidence(io, folder, file)) placed.push(file.digest);
    return write();
  } catch (error) {
    if (!(error instanceof AppError)) for (const digest of placed) removeLeftOver(io, folder, digest);
    throw error;
  }
}
