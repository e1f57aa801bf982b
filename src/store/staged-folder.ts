import { basename, dirname, join } from 'node:path';
import type { AppError } from '#domain/app-error.js';
import { errnoOf, whileWriting } from './disk-errors.js';
import { syncTree } from './folder-tree.js';
import type { StoreFs } from './store-fs.js';
import { makeFolders, undoQuietly, type Undo } from './undo.js';
import { removeTree, syncFolder, unfinishedName } from './whole-files.js';

/** Builds a folder under an unfinished name beside its place and gives it its name when it is whole; a failure leaves nothing behind. `owner` marks the unfinished name. */
export async function stageFolder<T>(io: StoreFs, path: string, occupied: AppError, build: (staged: string) => T | Promise<T>, owner = ''): Promise<T> {
  const staged = join(dirname(path), unfinishedName(`${owner === '' ? '' : `${owner}-`}${basename(path)}`));
  const undo: Undo = [];
  try {
    whileWriting(() => begin(io, path, staged, occupied, undo));
    const result = await build(staged);
    whileWriting(() => finish(io, path, staged, occupied, undo));
    return result;
  } catch (error) {
    for (const step of undo.reverse()) undoQuietly(step);
    throw error;
  }
}

/** What killed programs left unfinished in `folder`: where it stands, and the name it was to get. */
export function stagedIn(io: StoreFs, folder: string): readonly { readonly path: string; readonly wanted: string }[] {
  if (io.entry(folder)?.kind !== 'folder') return [];
  return io.list(folder).flatMap((name) => {
    const wanted = /^\.new-\d+-(.+)$/.exec(name)?.[1];
    return wanted === undefined ? [] : [{ path: join(folder, name), wanted }];
  });
}

function begin(io: StoreFs, path: string, staged: string, occupied: AppError, undo: Undo): void {
  makeFolders(io, dirname(path), undo);
  if (!isFree(io, path)) throw occupied;
  io.mkdir(staged);
  undo.push(() => removeTree(io, staged));
}

function finish(io: StoreFs, path: string, staged: string, occupied: AppError, undo: Undo): void {
  syncTree(io, staged);
  try {
    io.rename(staged, path);
  } catch (error) {
    throw ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errnoOf(error) ?? '') ? occupied : error;
  }
  undo.push(() => removeTree(io, path));
  syncFolder(io, dirname(path));
}

// An empty folder in the place is replaced; anything in it is somebody's.
function isFree(io: StoreFs, path: string): boolean {
  const entry = io.entry(path);
  return entry === undefined || (entry.kind === 'folder' && io.list(path).length === 0);
}
