import { resolve } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { BackupManifest } from '#store/backup-manifest.js';
import { checkBackup } from '#store/verify-backup.js';
import type { Desk } from './desk.js';
import { errorText } from './error-text.js';

/** What a backup says of itself, and every difference in words. */
export interface BackupCheck {
  readonly path: string;
  /** Undefined when the list itself is missing or damaged. */
  readonly backup: Omit<BackupManifest, 'files'> | undefined;
  readonly files: number;
  readonly bytes: number;
  readonly problems: readonly string[];
}

/** Holds every byte of a backup against its list and reads its journal again; changes nothing and needs no records. */
export function checkBackupFolder(desk: Desk, given: string): BackupCheck {
  const path = resolve(given);
  const verification = checkBackup(path);
  if (verification === undefined) throw new AppError('backup-not-found', { path });
  const { manifest, files, bytes, problems } = verification;
  return { path, backup: manifest && headOf(manifest), files, bytes, problems: problems.map((problem) => errorText(problem, desk.say)) };
}

function headOf({ format, storeId, unit, seq, head, createdAt, toolVersion }: BackupManifest): Omit<BackupManifest, 'files'> {
  return { format, storeId, unit, seq, head, createdAt, toolVersion };
}
