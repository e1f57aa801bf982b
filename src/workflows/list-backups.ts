import { resolve } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { BackupEntry } from '#domain/backup-entry.js';
import { findBackups, manifestAt, type FoundBackup } from '#store/find-backups.js';
import { openStore } from '#store/store.js';
import { usualBackupFolder } from './backup-places.js';
import type { Desk } from './desk.js';

/** A backup on record, or one that merely stands in the folder. */
export interface BackupLine {
  readonly kind: BackupEntry['kind'] | 'unrecorded';
  /** `different`: something else stands there now. */
  readonly state: 'present' | 'absent' | 'different';
  readonly at: string;
  readonly path: string;
  readonly seq: number;
  readonly head: string;
  readonly files: number;
  readonly bytes: number;
}

/** Backups newest first: those on record, and those in `folder` that are not. Works on damaged records too, for then it is needed. */
export async function listBackups(desk: Desk, given: string | undefined): Promise<{ readonly folder: string; readonly backups: readonly BackupLine[] }> {
  const folder = resolve(given ?? usualBackupFolder(desk.folder));
  const recorded = (await entriesOnRecord(desk, given !== undefined)).map(lineOf);
  const known = new Set(recorded.map(({ path }) => path));
  const others = findBackups(folder).filter(({ path }) => !known.has(path));
  const backups = [...recorded, ...others.map(unrecorded)].sort((left, right) => Date.parse(right.at) - Date.parse(left.at));
  return { folder, backups };
}

async function entriesOnRecord(desk: Desk, maybeNone: boolean): Promise<readonly BackupEntry[]> {
  try {
    const store = await openStore(desk.folder, { salvage: true });
    try {
      return Object.values(store.read().backups);
    } finally {
      await store.close();
    }
  } catch (error) {
    // On a new machine there are no records yet, only backups.
    if (maybeNone && error instanceof AppError && error.code === 'store-not-initialised') return [];
    throw error;
  }
}

function lineOf({ kind, at, path, seq, head, files, bytes }: BackupEntry): BackupLine {
  const found = manifestAt(path);
  const isSame = typeof found === 'object' && found.seq === seq && found.head === head;
  return { kind, state: found === undefined ? 'absent' : isSame ? 'present' : 'different', at, path, seq, head, files, bytes };
}

function unrecorded({ path, manifest, bytes }: FoundBackup): BackupLine {
  const { createdAt, seq, head, files } = manifest;
  return { kind: 'unrecorded', state: 'present', at: createdAt, path, seq, head, files: files.length, bytes };
}
