import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { StoreIdentity } from '#domain/identity.js';
import { officeZone } from './door.js';

const officeSecond = new Intl.DateTimeFormat('sv-SE', { timeZone: officeZone, dateStyle: 'short', timeStyle: 'medium' });

/** `YYYYMMDD-HHMMSS` of a moment in China, as folders are named. */
export function stampOf(instant: string): string {
  return officeSecond.format(new Date(instant)).replaceAll(/[-:]/g, '').replace(' ', '-');
}

/** Name of a backup: whose it is and when it was made. */
export function backupName({ unitCode, storeId }: StoreIdentity, at: string): string {
  const code = (unitCode ?? '').replaceAll(/[^\p{Letter}\p{Number}_-]/gu, '-');
  return `zicha-${code === '' ? storeId.slice(0, 8) : code}-${stampOf(at)}`;
}

/** Where backups stand unless somebody says otherwise: beside the records. */
export function usualBackupFolder(records: string): string {
  return `${records}-backups`;
}

/** True when `path` is `folder` or anything below it, also through links. */
export function isInside(path: string, folder: string): boolean {
  const between = relative(realOf(folder), realOf(path));
  return between === '' || !(between === '..' || between.startsWith(`..${sep}`) || resolve(between) === between);
}

// A folder that is yet to be made has only its parents on the disk.
function realOf(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const parent = dirname(full);
  return parent === full ? full : join(realOf(parent), basename(full));
}
