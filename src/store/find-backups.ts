import { join } from 'node:path';
import { bytesIn, manifestName, readManifest, type BackupManifest } from './backup-manifest.js';
import { whileReading } from './disk-errors.js';
import { realFs, type StoreFs } from './store-fs.js';
import { isUnfinished } from './whole-files.js';

/** A backup by its manifest; its bytes are not looked at. */
export interface FoundBackup {
  readonly path: string;
  readonly manifest: BackupManifest;
  readonly bytes: number;
}

/** Backups in a folder; unfinished ones and whatever else is there are left out. */
export function findBackups(folder: string, io: StoreFs = realFs): readonly FoundBackup[] {
  if (whileReading(() => io.entry(folder))?.kind !== 'folder') return [];
  const names = whileReading(() => io.list(folder)).filter((name) => !isUnfinished(name));
  return names.flatMap((name) => {
    const path = join(folder, name);
    const manifest = manifestAt(path, io);
    return typeof manifest === 'object' ? [{ path, manifest, bytes: bytesIn(manifest) }] : [];
  });
}

/** The manifest of a backup, `damaged`, or undefined when there is none. */
export function manifestAt(path: string, io: StoreFs = realFs): BackupManifest | 'damaged' | undefined {
  return whileReading(() => {
    if (io.entry(path)?.kind !== 'folder' || io.entry(join(path, manifestName))?.kind !== 'file') return undefined;
    const manifest = readManifest(io, path);
    return manifest === 'missing' ? undefined : manifest;
  });
}
