import { dirname, join, resolve } from 'node:path';
import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import { StoreIdentity } from '#domain/identity.js';
import { checkPlain } from './check-folder.js';
import { whileReading, whileWriting } from './disk-errors.js';
import { chainStart, decodeFrame, encodeFrame } from './frame.js';
import { segmentName } from './journal-reader.js';
import { acquireLock } from './lock.js';
import { bootId } from './lock-holder.js';
import { openStore, type OpenOptions, type Store } from './store.js';
import { realFs, type StoreFs } from './store-fs.js';
import { makeFolder, makeFolders, undoQuietly, type Undo } from './undo.js';
import { isUnfinished, removeTree, removeUnfinished, syncFolder, unfinishedName, writeNew } from './whole-files.js';

/** Whose records these will be, who sets them up, and when. */
export interface Genesis extends Pick<OpenOptions, 'io' | 'lock' | 'patience'> {
  readonly identity: StoreIdentity;
  readonly actor: Actor;
  readonly now: string;
}

/** Sets up new records. They exist from the moment the finished journal gets its name; a failure before that leaves nothing behind. */
export async function createStore(folder: string, genesis: Genesis): Promise<Store> {
  const { io = realFs, lock, patience } = genesis;
  const root = resolve(folder);
  const line = firstLine(genesis);
  const undo: Undo = [];
  try {
    whileReading(() => refuseOccupied(io, root));
    whileWriting(() => makeRoot(io, root, undo));
    const release = await acquireLock(io, root, lock, patience);
    try {
      whileReading(() => refuseOccupied(io, root));
      whileWriting(() => build(io, root, line, undo));
    } finally {
      release();
    }
  } catch (error) {
    if (!isTaken(error)) for (const step of undo.reverse()) undoQuietly(step);
    throw error;
  }
  return openStore(root, { io, ...(lock === undefined ? {} : { lock }) });
}

// Somebody else sets up records here, or has done so while this program waited: folder, rights and lock are theirs by now.
function isTaken(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'store-exists' || error.code === 'store-busy');
}

function firstLine({ identity, actor, now }: Genesis): Buffer {
  const checked = StoreIdentity.safeParse(identity);
  if (!checked.success)
    throw new AppError('store-invalid-change', {
      collection: 'identity',
      id: identity.storeId,
      detail: checked.error.issues[0]?.path.join('.') ?? '',
    });
  const line = encodeFrame(
    { seq: 1, prev: chainStart, at: now, bootId: bootId(), actor, kind: 'store.created' },
    { identity: checked.data },
  );
  // Read back before it is written: a founding that nobody can read would be damage from the first day.
  if (decodeFrame(line.subarray(0, -1), { seq: 0, head: chainStart }) === undefined)
    throw new AppError('store-invalid-change', { collection: 'journal', id: identity.storeId, detail: 'header' });
  return line;
}

// What an earlier attempt left when it was killed is no obstacle; anything else in the folder is somebody's.
function refuseOccupied(io: StoreFs, root: string): void {
  const entry = io.entry(root);
  if (entry === undefined) return;
  if (entry.kind === 'link') throw new AppError('store-folder-link', { folder: root });
  if (entry.kind !== 'folder') throw new AppError('store-folder-not-a-folder', { folder: root });
  const names = io.list(root);
  if (names.includes('journal')) throw new AppError('store-exists', { folder: root });
  const foreign = names.filter((name) => !isUnfinished(name) && !name.startsWith('store.') && !isEmptyPart(io, root, name));
  if (foreign.length > 0) throw new AppError('store-folder-not-empty', { folder: root });
}

function isEmptyPart(io: StoreFs, root: string, name: string): boolean {
  return (
    ['documents', 'quarantine'].includes(name) && io.entry(join(root, name))?.kind === 'folder' && io.list(join(root, name)).length === 0
  );
}

function makeRoot(io: StoreFs, root: string, undo: Undo): void {
  makeFolders(io, root, undo);
  const { mode, owner } = io.entry(root) ?? { mode: 0o700, owner: -1 };
  if ((mode & 0o077) !== 0 && owner === process.getuid?.()) {
    io.setMode(root, 0o700);
    undo.push(() => io.setMode(root, mode));
  }
  checkPlain(io, root, true);
  // A lock file that was not there before goes again; then nobody has records here to lock.
  if (lockNames(io, root).length === 0) undo.push(() => lockNames(io, root).forEach((name) => io.unlink(join(root, name))));
}

function build(io: StoreFs, root: string, line: Buffer, undo: Undo): void {
  removeUnfinished(io, root);
  for (const name of ['documents', 'quarantine']) makeFolder(io, join(root, name), undo);
  // The journal comes last, also after a power cut: where it is, all the rest is.
  for (const folder of [root, dirname(root)]) syncFolder(io, folder);
  stageJournal(io, root, line, undo);
}

function stageJournal(io: StoreFs, root: string, line: Buffer, undo: Undo): void {
  const staged = join(root, unfinishedName('journal'));
  const journal = join(root, 'journal');
  io.mkdir(staged);
  undo.push(() => removeTree(io, staged));
  writeNew(io, join(staged, segmentName(1)), line);
  syncFolder(io, staged);
  io.rename(staged, journal);
  undo.push(() => removeTree(io, journal));
  syncFolder(io, root);
}

function lockNames(io: StoreFs, root: string): readonly string[] {
  return io.list(root).filter((name) => name.startsWith('store.'));
}
