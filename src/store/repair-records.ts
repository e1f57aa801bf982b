import { basename, dirname, join, resolve } from 'node:path';
import type { Actor } from '#domain/actor.js';
import { AppError, type Problem } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import { sha256 } from './canonical-json.js';
import { checkPlain } from './check-folder.js';
import { isDamage, whileReading, whileWriting } from './disk-errors.js';
import { documentName, readDocument } from './documents.js';
import { conditionOf, evidenceName, unneededEvidence } from './evidence-files.js';
import { copyTree, sizeOf } from './folder-tree.js';
import { decodeFrame, encodeFrame } from './frame.js';
import type { FrameBody, Repair } from './frame-body.js';
import { guardedFs, type GuardedFs } from './guarded-fs.js';
import { readContents, type JournalContents } from './journal-contents.js';
import { segmentName } from './journal-reader.js';
import { finishLine } from './journal-writer.js';
import { acquireLock } from './lock.js';
import { bootId } from './lock-holder.js';
import { lostRecords, type LostRecords } from './lost-records.js';
import { moveAside } from './quarantine.js';
import { stageFolder } from './staged-folder.js';
import type { OpenOptions } from './store.js';
import { realFs, type StoreFs } from './store-fs.js';
import { judgeRemains } from './unfinished-write.js';
import { verifyRecords } from './verify-records.js';
import { placeFile, readWhole, removeUnfinished } from './whole-files.js';
import { removeLeftOvers } from './write-backup.js';

/** Who repairs, when, why, and where the copy of everything is to stand. */
export interface RepairRequest extends Pick<OpenOptions, 'io' | 'lock' | 'patience'> {
  readonly actor: Actor;
  readonly at: string;
  readonly reason: string;
  readonly copy: string;
}

/** What a repair took out of the chain, and where it is now. */
export interface RepairOutcome extends Repair {
  /** Number of the last good record before the repair. */
  readonly last: number;
  readonly head: string;
  /** Names in `quarantine/`. */
  readonly setAside: readonly string[];
}

/** Copies everything, cuts the journal behind its last good record and says in a record of its own what was lost. Nothing is deleted. */
export async function repairRecords(folder: string, request: RepairRequest): Promise<RepairOutcome> {
  const io = guardedFs(request.io ?? realFs);
  const root = resolve(folder);
  whileReading(() => checkRoot(io, root));
  const release = await acquireLock(io, root, request.lock, request.patience);
  try {
    const contents = whileReading(() => goodContents(io, root));
    whileReading(() => checkRoom(io, root, request.copy));
    await copyEverything(request.io ?? realFs, root, request.copy);
    const outcome = whileWriting(() => mend(io, root, finished(io, root, contents), request));
    const problems = whileReading(() => verifyRecords(io, root, true)).problems;
    if (problems.length > 0) throw new AppError('repair-incomplete', { copy: request.copy }, { problems });
    return outcome;
  } finally {
    release();
  }
}

function checkRoot(io: StoreFs, root: string): void {
  checkPlain(io, root, true);
  if (io.entry(join(root, 'journal')) === undefined) throw new AppError('store-not-initialised', { folder: root });
}

const parts = ['documents', 'quarantine'] as const;

function goodContents(io: StoreFs, root: string): JournalContents {
  const isWhole = parts.every((name) => io.entry(join(root, name)) !== undefined);
  if (isWhole && verifyRecords(io, root, true).problems.length === 0) throw new AppError('repair-not-needed', { folder: root });
  const contents = readContents(io, root);
  // A body that is gone unvouched is not good, and nothing after it is.
  const [first] = contents.unvouched;
  const good = first === undefined ? contents : readContents(io, root, first - 1);
  if (good.position.seq > 0) return good;
  const { code, params }: Problem = contents.damage ?? new AppError('store-damaged', { file: segmentName(1), byte: 0, last: 0 });
  throw new AppError('repair-genesis-damaged', {}, { problems: [{ code, params }] });
}

const slack = 1024 * 1024;

function checkRoom(io: StoreFs, root: string, copy: string): void {
  // The copy, and what is written anew.
  const needed = 2 * sizeOf(io, root) + slack;
  const free = io.freeBytes(dirname(copy));
  if (free < needed) throw new AppError('repair-no-room', { folder: dirname(copy), needed: megabytes(needed), free: megabytes(free) });
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}

async function copyEverything(io: StoreFs, root: string, copy: string): Promise<void> {
  whileWriting(() => removeLeftOvers(io, dirname(copy), `${basename(root)}-before-repair-`));
  await stageFolder(io, copy, new AppError('backup-exists', { path: copy }), (staged) => whileWriting(() => copyTree(io, root, staged)));
}

// A record that only lacks its newline is a good one.
function finished(io: GuardedFs, root: string, contents: JournalContents): JournalContents {
  const { damage, tail, position, unvouched } = contents;
  if (damage !== undefined || unvouched.length > 0 || judgeRemains(tail, position.offset, position) !== 'whole') return contents;
  finishLine(io, join(root, 'journal'), position, tail);
  return readContents(io, root);
}

// The new segment comes before the later ones are moved: a repair that is killed leaves records that are still told to be damaged.
function mend(io: GuardedFs, root: string, contents: JournalContents, request: RepairRequest): RepairOutcome {
  for (const name of parts) if (io.entry(join(root, name)) === undefined) io.mkdir(join(root, name));
  const lost = lostRecords(io, root, contents);
  const documents = lostFiles(io, root, contents, contents.documents, ofDocuments);
  const evidence = lostFiles(io, root, contents, contents.evidence, ofEvidence);
  const { segment, offset, seq } = contents.position;
  const repair: Repair = {
    reason: request.reason,
    file: segmentName(segment),
    byte: offset,
    bytes: lost.bytes,
    records: lost.records,
    frames: lost.frames,
    documents: documents.missing,
    ...(evidence.missing.length === 0 ? {} : { evidence: evidence.missing }),
    copy: request.copy,
  };
  const cut = keepRest(io, root, contents, lost);
  const head = replaceSegment(io, root, contents, { changes: numbersKept(contents, lost), documents: [], repair }, request);
  const later = lost.later.map((name) => moveAside(io, root, join(root, 'journal', name), `later-${name}`));
  const unnamed = lost.records === 0 ? [] : moveUnnamed(io, root, contents);
  const snapshot = io.entry(join(root, 'snapshot.json')) === undefined ? [] : [moveAside(io, root, join(root, 'snapshot.json'), 'snapshot.json')];
  removeUnfinished(io, root);
  return { ...repair, last: seq, head, setAside: [...documents.setAside, ...evidence.setAside, ...cut, ...later, ...unnamed, ...snapshot] };
}

/** How files that are named by their digest are called and read. */
interface NamedFiles {
  readonly nameOf: (digest: string) => string;
  readonly asideName: (digest: string) => string;
  readonly isReadable: (io: StoreFs, root: string, digest: string) => boolean;
}

const ofDocuments: NamedFiles = { nameOf: documentName, asideName: (digest) => `damaged-${digest}.json`, isReadable };
const ofEvidence: NamedFiles = { nameOf: evidenceName, asideName: (digest) => `damaged-${digest}`, isReadable: (io, root, digest) => conditionOf(io, root, digest) === 'sound' };

function lostFiles(io: StoreFs, root: string, { gone }: JournalContents, digests: ReadonlySet<string>, { nameOf, asideName, isReadable }: NamedFiles): { readonly missing: string[]; readonly setAside: readonly string[] } {
  const missing: string[] = [];
  const setAside: string[] = [];
  for (const digest of [...digests].sort()) {
    const path = join(root, nameOf(digest));
    const isThere = io.entry(path) !== undefined;
    if (isThere && isReadable(io, root, digest)) continue;
    if (isThere) setAside.push(moveAside(io, root, path, asideName(digest)));
    if (!gone.has(digest)) missing.push(digest);
  }
  return { missing, setAside };
}

function isReadable(io: StoreFs, root: string, digest: string): boolean {
  if (io.entry(join(root, documentName(digest)))?.kind !== 'file') return false;
  try {
    readDocument(io, root, digest);
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function keepRest(io: StoreFs, root: string, { position }: JournalContents, { rest }: LostRecords): readonly string[] {
  if (rest.length === 0) return [];
  const name = `cut-${segmentName(position.segment)}-${String(position.offset)}-${sha256(rest).slice(0, 8)}`;
  placeFile(io, root, join(root, 'quarantine', name), rest);
  return [name];
}

function replaceSegment(io: StoreFs, root: string, { position }: JournalContents, body: FrameBody, { actor, at }: RepairRequest): string {
  const { segment, offset, seq, head } = position;
  const header = { seq: seq + 1, prev: head, at, bootId: bootId(), actor, kind: 'store.repaired' };
  const line = encodeFrame(header, body);
  const frame = decodeFrame(line.subarray(0, -1), position);
  if (frame === undefined) throw new AppError('store-invalid-change', { collection: 'journal', id: 'store.repaired', detail: 'repair' });
  const path = join(root, 'journal', segmentName(segment));
  placeFile(io, root, path, Buffer.concat([readWhole(io, path).subarray(0, offset), line]));
  return frame.hash;
}

// A number that stands on a paper is not given a second time.
function numbersKept({ counters }: JournalContents, lost: LostRecords): Change[] {
  const higher = [...lost.counters].filter(([id, last]) => last > (counters[id]?.last ?? 0));
  return higher.map(([id, last]) => ({ collection: 'counters', id, value: { last } }));
}

// They belong to records that are no longer in the chain.
function moveUnnamed(io: StoreFs, root: string, { documents, evidence }: JournalContents): readonly string[] {
  const named = new Set([...documents].map((digest) => `${digest}.json`));
  const unnamed = io.list(join(root, 'documents')).filter((name) => !named.has(name)).map((name) => `documents/${name}`);
  const files = unneededEvidence(io, root, evidence).map((name) => `evidence/${name}`);
  return [...unnamed, ...files].map((path) => moveAside(io, root, join(root, path), `later-${basename(path)}`));
}
