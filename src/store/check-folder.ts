import { accessSync, constants, lstatSync, statfsSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';

// NFS, SMB/CIFS, SMB2, FAT, exFAT, 9p: locks or renames do not mean there what the store relies on.
const unsafeSystems: readonly number[] = [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x4d44, 0x2011bab0];

/** Refuses a folder that somebody else could change, or that cannot keep what is promised. */
export function checkFolder(folder: string, writable: boolean): void {
  const stat = lstatOf(folder);
  if (stat === undefined) throw new AppError('store-not-initialised', { folder });
  if (!stat.isDirectory()) throw new AppError('store-folder-unsafe', { folder, detail: stat.isSymbolicLink() ? 'symlink' : 'not a folder' });
  if (process.platform !== 'win32') checkOwner(folder, stat);
  checkSystem(folder);
  if (lstatOf(join(folder, 'journal')) === undefined) throw new AppError('store-not-initialised', { folder });
  if (writable) checkWritable(folder);
}

function checkOwner(folder: string, stat: Stats): void {
  if ((stat.mode & 0o022) !== 0) throw new AppError('store-folder-unsafe', { folder, detail: `mode ${(stat.mode & 0o777).toString(8)}` });
  const own = process.getuid?.();
  if (own !== undefined && own !== 0 && stat.uid !== own) throw new AppError('store-folder-unsafe', { folder, detail: `uid ${String(stat.uid)}` });
}

function checkSystem(folder: string): void {
  const { type } = statfsSync(folder);
  if (unsafeSystems.includes(type >>> 0)) throw new AppError('store-network-folder', { folder });
}

function checkWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code === 'EROFS' ? 'store-read-only-disk' : 'store-folder-unwritable';
    throw new AppError(code, { folder }, { cause });
  }
}

function lstatOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new AppError('store-folder-unsafe', { folder: path, detail: code ?? '' }, { cause });
  }
}
