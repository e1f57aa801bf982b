import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { checkPlain } from './check-folder.js';
import { whileReading, whileWriting } from './disk-errors.js';
import { documentName, readDocument } from './documents.js';
import { copyTree, syncTree } from './folder-tree.js';
import { hashLength } from './frame.js';
import { storeFormat } from './frame-body.js';
import { readContents } from './journal-contents.js';
import { segmentName } from './journal-reader.js';
import { acquireLock } from './lock.js';
import type { TryLock } from './lock-attempt.js';
import { migrations as known, type Migration } from './migrations.js';
import { moveAside } from './quarantine.js';
import { stageFolder } from './staged-folder.js';
import type { StoreFs } from './store-fs.js';
import { closeQuietly, readAt, removeTree, syncFolder, unfinishedName } from './whole-files.js';
import { removeLeftOvers } from './write-backup.js';

interface Ways {
  readonly lock?: TryLock;
  readonly patience?: number;
  readonly migrations?: readonly Migration[];
}

/** Records that could not be read because they are of an older known format are copied whole and rewritten, all or nothing; false for all others. */
export async function bringUpToFormat(io: StoreFs, root: string, isWritable: boolean, ways: Ways, failure: unknown): Promise<boolean> {
  if (!mayBeOlder(failure)) return false;
  const found = whileReading(() => formatFound(io, root));
  if (found === undefined) return false;
  if (!isWritable) throw new AppError('store-older-format', { format: found, wanted: storeFormat });
  whileReading(() => checkPlain(io, root, true));
  const release = await acquireLock(io, root, ways.lock, ways.patience);
  try {
    whileWriting(() => undoHalfSwap(io, root));
    // Another program may have been faster.
    const format = whileReading(() => formatFound(io, root));
    if (format !== undefined) await migrate(io, root, stepsFrom(format, ways.migrations ?? known));
    return true;
  } finally {
    release();
  }
}

// An older first record is none of ours, and a conversion that was killed between two names left no journal.
function mayBeOlder(failure: unknown): boolean {
  if (!(failure instanceof AppError)) return false;
  return failure.code === 'store-not-initialised' || (failure.code === 'store-damaged' && failure.params['last'] === 0);
}

/** The older format of these records; undefined when they are none or of today's. */
function formatFound(io: StoreFs, root: string): number | undefined {
  if (io.entry(root)?.kind !== 'folder') return undefined;
  const [half] = halfSwapped(io, root);
  const format = half === undefined ? formatOf(io, root) : Number(half.slice(oldJournal.length));
  return format === undefined || format >= storeFormat ? undefined : format;
}

const longestGenesis = 64 * 1024;

/** Format that the first record names; undefined when it names none, which the reader of the journal will tell. */
function formatOf(io: StoreFs, root: string): number | undefined {
  const path = join(root, 'journal', segmentName(1));
  if (io.entry(path)?.kind !== 'file') return undefined;
  const handle = io.open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const bytes = readAt(io, handle, 0, longestGenesis);
    return formatIn(bytes.subarray(hashLength + 1, Math.max(hashLength + 1, bytes.indexOf(0x0a))));
  } finally {
    closeQuietly(io, handle);
  }
}

function formatIn(line: Buffer): number | undefined {
  try {
    const { body } = JSON.parse(line.toString('utf8')) as { readonly body?: { readonly identity?: { readonly format?: unknown } } };
    return typeof body?.identity?.format === 'number' ? body.identity.format : undefined;
  } catch {
    // No JSON: damage, which is told with its place.
    return undefined;
  }
}

function stepsFrom(format: number, ways: readonly Migration[]): readonly Migration[] {
  const steps: Migration[] = [];
  for (let at = format; at < storeFormat;) {
    const step = ways.find(({ from, to }) => from === at && to > at);
    if (step === undefined) throw new AppError('store-older-format', { format, wanted: storeFormat });
    steps.push(step);
    at = step.to;
  }
  return steps;
}

async function migrate(io: StoreFs, root: string, steps: readonly Migration[]): Promise<void> {
  const format = steps[0]?.from ?? storeFormat;
  const copy = freeCopy(io, `${root}-before-format-${String(storeFormat)}`);
  whileWriting(() => removeLeftOvers(io, dirname(root), `${basename(root)}-before-format-`));
  await stageFolder(io, copy, new AppError('backup-exists', { path: copy }), (staged) => whileWriting(() => copyTree(io, root, staged)));
  const made: string[] = [];
  try {
    const last = whileWriting(() => steps.reduce((from, step) => runStep(io, root, from, step, made), root));
    whileWriting(() => swap(io, root, last, format));
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('store-migration-failed', { format, copy }, { cause: error });
  } finally {
    for (const folder of made) if (io.entry(folder) !== undefined) removeTree(io, folder);
  }
}

function runStep(io: StoreFs, root: string, from: string, step: Migration, made: string[]): string {
  const target = join(root, unfinishedName(`format-${String(step.to)}`));
  if (io.entry(target) !== undefined) removeTree(io, target);
  io.mkdir(target);
  made.push(target);
  for (const name of ['journal', 'documents']) io.mkdir(join(target, name));
  step.migrate(io, from, target);
  syncTree(io, target);
  return target;
}

// New documents first: they disturb nobody. The old journal is kept, and comes back if this ends between the two renames.
function swap(io: StoreFs, root: string, target: string, format: number): void {
  for (const name of io.list(join(target, 'documents'))) io.rename(join(target, 'documents', name), join(root, 'documents', name));
  syncFolder(io, join(root, 'documents'));
  checkWhole(io, root, target);
  if (io.entry(join(root, 'snapshot.json')) !== undefined) moveAside(io, root, join(root, 'snapshot.json'), 'snapshot.json');
  const old = `${oldJournal}${String(format)}`;
  io.rename(join(root, 'journal'), join(root, 'quarantine', old));
  try {
    io.rename(join(target, 'journal'), join(root, 'journal'));
  } catch (error) {
    io.rename(join(root, 'quarantine', old), join(root, 'journal'));
    throw error;
  }
  for (const folder of [root, join(root, 'quarantine')]) syncFolder(io, folder);
}

function checkWhole(io: StoreFs, root: string, target: string): void {
  const { damage, tail, documents, gone } = readContents(io, target);
  if (damage !== undefined || tail.length > 0) throw new Error('the migrated journal is not whole', { cause: damage });
  for (const digest of documents) if (!gone.has(digest) || io.entry(join(root, documentName(digest))) !== undefined) readDocument(io, root, digest);
}

const oldJournal = 'journal-format-';

function undoHalfSwap(io: StoreFs, root: string): void {
  const [half] = halfSwapped(io, root);
  if (half === undefined) return;
  io.rename(join(root, 'quarantine', half), join(root, 'journal'));
  for (const folder of [root, join(root, 'quarantine')]) syncFolder(io, folder);
}

/** The old journal, when a conversion ended between the two renames. */
function halfSwapped(io: StoreFs, root: string): readonly string[] {
  const isWhole = io.entry(join(root, 'journal')) !== undefined || io.entry(join(root, 'quarantine'))?.kind !== 'folder';
  return isWhole ? [] : io.list(join(root, 'quarantine')).filter((name) => /^journal-format-\d+$/.test(name));
}

function freeCopy(io: StoreFs, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wanted : `${wanted}-${String(number)}`;
    if (io.entry(path) === undefined) return path;
  }
}
