import { dirname } from 'node:path';
import type { StoreFs } from './store-fs.js';
import { syncFolder } from './whole-files.js';

/** Steps that take back what was done, oldest first. */
export type Undo = (() => void)[];

/** Makes a folder and the parents that do not exist yet; they are unmade on failure. */
export function makeFolders(io: StoreFs, folder: string, undo: Undo): void {
  if (io.entry(folder) !== undefined) return;
  const parent = dirname(folder);
  makeFolders(io, parent, undo);
  makeFolder(io, folder, undo);
  syncFolder(io, parent);
}

/** Makes a folder unless something of that name is there. */
export function makeFolder(io: StoreFs, path: string, undo: Undo): void {
  if (io.entry(path) !== undefined) return;
  io.mkdir(path);
  undo.push(() => io.rmdir(path));
}

export function undoQuietly(step: () => void): void {
  try {
    step();
  } catch {
    // Already gone, or the disk refuses everything: the first failure is the one to tell.
  }
}
