import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { errnoOf } from './disk-errors.js';
import type { Entry, StoreFs } from './store-fs.js';

/** NFS, SMB 1, CIFS, SMB 2, AFS, Ceph, 9p, FAT, exFAT: locks or renames do not mean there what the store relies on. */
const unsafeSystems: readonly number[] = [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997, 0x4d44, 0x2011bab0];

/** Refuses a folder without records, one that others could change, and one on a disk that cannot keep what is promised. */
export function checkFolder(io: StoreFs, folder: string, isWritable: boolean): void {
  checkPlain(io, folder, isWritable);
  const parts = ['journal', 'documents', 'quarantine'].map((name) => join(folder, name));
  if (io.entry(join(folder, 'journal')) === undefined) throw new AppError('store-not-initialised', { folder });
  for (const part of parts) checkPlain(io, part, isWritable);
  // Made with the first file that is kept.
  if (io.entry(join(folder, 'evidence')) !== undefined) checkPlain(io, join(folder, 'evidence'), isWritable);
}

/** Refuses links, other people's folders and folders that others may write. */
export function checkPlain(io: StoreFs, folder: string, isWritable: boolean): void {
  const entry = io.entry(folder);
  if (entry === undefined) throw new AppError('store-not-initialised', { folder });
  if (entry.kind === 'link') throw new AppError('store-folder-link', { folder });
  if (entry.kind !== 'folder') throw new AppError('store-folder-not-a-folder', { folder });
  checkOwner(folder, entry, isWritable);
  checkSystem(io, folder);
  if (isWritable) checkWritable(io, folder);
}

function checkSystem(io: StoreFs, folder: string): void {
  if (unsafeSystems.includes(io.systemOf(folder))) throw new AppError('store-network-folder', { folder });
}

// Files that the administrator wrote into somebody else's records could no longer be opened by their owner.
function checkOwner(folder: string, { mode, owner }: Entry, isWritable: boolean): void {
  const own = process.getuid?.();
  if (own === undefined) return;
  if ((mode & 0o022) !== 0) throw new AppError('store-folder-shared', { folder, mode: mode.toString(8) });
  if (owner !== own && (isWritable || own !== 0)) throw new AppError('store-folder-of-other-user', { folder, owner });
}

function checkWritable(io: StoreFs, folder: string): void {
  try {
    io.checkWritable(folder);
  } catch (cause) {
    const code = errnoOf(cause) === 'EROFS' ? 'store-read-only-disk' : 'store-folder-unwritable';
    throw new AppError(code, { folder }, { cause });
  }
}
