import { resolve } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { BackupEntry } from '#domain/backup-entry.js';
import { openStore } from '#store/store.js';
import { backupName, isInside, usualBackupFolder } from './backup-places.js';
import { claimed, type Desk } from './desk.js';

/** A backup that stands whole in its place, and its entry on record. */
export interface CreatedBackup {
  readonly path: string;
  readonly entry: BackupEntry;
}

/** Verifies the records, copies them as they are at one moment, reads the copy again, and puts the backup on record. */
export async function createBackup(desk: Desk, to: string | undefined, by?: string): Promise<CreatedBackup> {
  const folder = resolve(to ?? usualBackupFolder(desk.folder));
  if (isInside(folder, desk.folder)) throw new AppError('backup-inside-records', { path: folder });
  const store = await openStore(desk.folder);
  try {
    const { problems } = store.verify({ deep: true });
    if (problems.length > 0) throw new AppError('backup-of-damaged-records', { count: problems.length }, { problems });
    const at = desk.door.now();
    const actor = claimed(by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const { path, manifest, bytes } = await store.backUp({ folder, name: backupName(store.identity, at), createdAt: at, toolVersion: desk.program.version });
    const { seq, head, files } = manifest;
    const entry: BackupEntry = { id: desk.door.newId(), kind: 'created', at, path, seq, head, files: files.length, bytes };
    await store.transact({ actor, at }, () => ({ kind: 'backup.created', changes: [{ collection: 'backups', id: entry.id, value: entry }], result: undefined }));
    return { path, entry };
  } finally {
    await store.close();
  }
}
