import { resolve } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { BackupEntry } from '#domain/backup-entry.js';
import { restoreBackup } from '#store/restore-backup.js';
import { isInside } from './backup-places.js';
import { bytesIn } from '#store/backup-manifest.js';
import { claimed, type Desk } from './desk.js';

/** Records that came back, and the entry with which they go on. */
export interface RestoredRecords {
  readonly folder: string;
  readonly entry: BackupEntry;
}

/** Brings a backup back into the desk's folder, which must be absent or empty. */
export async function restoreRecords(desk: Desk, given: string, by?: string): Promise<RestoredRecords> {
  const path = resolve(given);
  if (isInside(desk.folder, path)) throw new AppError('restore-into-backup', { folder: desk.folder });
  const at = desk.door.now();
  const id = desk.door.newId();
  const entry = await restoreBackup(path, desk.folder, {
    actor: claimed(by ?? desk.say('actor.unnamed')),
    at,
    entry: (manifest) => ({ id, kind: 'restored', at, path, seq: manifest.seq, head: manifest.head, files: manifest.files.length, bytes: bytesIn(manifest) }),
  });
  return { folder: desk.folder, entry };
}
