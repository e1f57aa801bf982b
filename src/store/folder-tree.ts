import { constants } from 'node:fs';
import { join } from 'node:path';
import { copyFile, sealFile } from './file-seal.js';
import type { Entry, StoreFs } from './store-fs.js';
import { closeQuietly, syncFolder } from './whole-files.js';

/** One name below a folder. */
export interface TreeEntry {
  /** Relative, with `/`. */
  readonly path: string;
  readonly kind: Entry['kind'];
}

/** Everything below a folder, folders before what is in them, links not followed. */
export function treeOf(io: StoreFs, folder: string, below = ''): readonly TreeEntry[] {
  return [...io.list(join(folder, below))].sort().flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    const kind = io.entry(join(folder, path))?.kind;
    if (kind === undefined) return [];
    return [{ path, kind }, ...(kind === 'folder' ? treeOf(io, folder, path) : [])];
  });
}

/** Bytes of all files below a folder. */
export function sizeOf(io: StoreFs, folder: string): number {
  return treeOf(io, folder).reduce((sum, { path, kind }) => sum + (kind === 'file' ? lengthOf(io, join(folder, path)) : 0), 0);
}

/** Copies every folder and file into `target`, which is there and empty; each copy is read again. Links and sockets hold no records and stay out. */
export function copyTree(io: StoreFs, folder: string, target: string): void {
  const tree = treeOf(io, folder);
  for (const { path, kind } of tree) {
    if (kind === 'folder') io.mkdir(join(target, path));
    if (kind === 'file') copyChecked(io, join(folder, path), join(target, path));
  }
  syncTree(io, target);
}

/** Makes the names in a folder and in all folders below it durable. */
export function syncTree(io: StoreFs, folder: string): void {
  for (const { path, kind } of treeOf(io, folder)) if (kind === 'folder') syncFolder(io, join(folder, path));
  syncFolder(io, folder);
}

function lengthOf(io: StoreFs, path: string): number {
  const handle = io.open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return io.size(handle);
  } finally {
    closeQuietly(io, handle);
  }
}

function copyChecked(io: StoreFs, from: string, to: string): void {
  const written = copyFile(io, from, to);
  if (sealFile(io, to).sha256 === written.sha256) return;
  throw Object.assign(new Error('the copy is not what was written'), { code: 'EIO' });
}
