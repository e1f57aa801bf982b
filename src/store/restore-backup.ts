import { basename, dirname, join, resolve } from 'node:path';
import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import type { BackupEntry } from '#domain/backup-entry.js';
import type { BackupManifest } from './backup-manifest.js';
import { whileReading, whileWriting } from './disk-errors.js';
import { copyFile, sealFile } from './file-seal.js';
import { acquireLock } from './lock.js';
import { stagedIn, stageFolder } from './staged-folder.js';
import { openStore, type OpenOptions } from './store.js';
import { realFs, type StoreFs } from './store-fs.js';
import { verifyBackup } from './verify-backup.js';
import { removeTree } from './whole-files.js';

/** Who brings records back, when, and the entry that says so. */
export interface RestoreRequest extends Pick<OpenOptions, 'io' | 'lock'> {
  readonly actor: Actor;
  readonly at: string;
  readonly entry: (manifest: BackupManifest) => BackupEntry;
}

/** Brings the records of a backup into an absent or empty folder, where they continue with a record that says where they came from. */
export async function restoreBackup(backup: string, folder: string, request: RestoreRequest): Promise<BackupEntry> {
  const { io = realFs, lock } = request;
  const root = resolve(folder);
  whileReading(() => refuseOccupied(io, root));
  const manifest = whileReading(() => soundManifest(io, backup));
  const entry = request.entry(manifest);
  await removeLeftOvers(io, root, lock);
  await stageFolder(io, root, notEmpty(root), async (staged) => {
    // The lock tells whoever cleans up after killed programs that this one is alive.
    const release = await acquireLock(io, staged, lock);
    try {
      whileWriting(() => copyRecords(io, backup, staged, manifest));
      await continueJournal(io, staged, manifest, entry, request);
    } finally {
      release();
    }
  });
  return entry;
}

/** The manifest of a backup in which nothing differs. */
function soundManifest(io: StoreFs, backup: string): BackupManifest {
  if (io.entry(backup)?.kind !== 'folder') throw new AppError('backup-not-found', { path: backup });
  const { manifest, problems } = verifyBackup(io, backup);
  if (manifest === undefined || problems.length > 0) throw new AppError('backup-damaged', { path: backup, count: problems.length }, { problems });
  return manifest;
}

function refuseOccupied(io: StoreFs, root: string): void {
  const entry = io.entry(root);
  if (entry === undefined) return;
  if (entry.kind === 'link') throw new AppError('store-folder-link', { folder: root });
  if (entry.kind !== 'folder') throw new AppError('store-folder-not-a-folder', { folder: root });
  if (io.list(root).length > 0) throw notEmpty(root);
}

function notEmpty(root: string): AppError {
  return new AppError('restore-not-empty', { folder: root });
}

async function removeLeftOvers(io: StoreFs, root: string, lock: OpenOptions['lock']): Promise<void> {
  const left = whileReading(() => stagedIn(io, dirname(root))).filter(({ path, wanted }) => wanted === basename(root) && io.entry(path)?.kind === 'folder');
  for (const { path } of left) {
    const release = await acquireLock(io, path, lock, 0).catch(() => undefined);
    release?.();
    if (release !== undefined) whileWriting(() => removeTree(io, path));
  }
}

function copyRecords(io: StoreFs, backup: string, staged: string, { files }: BackupManifest): void {
  for (const name of new Set(['journal', 'documents', 'quarantine', ...files.map(({ path }) => dirname(path))])) io.mkdir(join(staged, name));
  for (const { path, sha256 } of files) {
    const written = copyFile(io, join(backup, path), join(staged, path));
    if (written.sha256 !== sha256 || sealFile(io, join(staged, path)).sha256 !== sha256) throw new AppError('restore-differs', { file: path });
  }
}

async function continueJournal(io: StoreFs, staged: string, { seq, head }: BackupManifest, entry: BackupEntry, { actor, at }: RestoreRequest): Promise<void> {
  const store = await openStore(staged, { io, lock: () => ({ release: () => undefined }) });
  const found = store.verify({ deep: true });
  if (found.frames !== seq || found.head !== head || found.problems.length > 0) throw new AppError('restore-differs', { file: 'journal' }, { problems: found.problems });
  await store.transact({ actor, at }, () => ({ kind: 'backup.restored', changes: [{ collection: 'backups', id: entry.id, value: entry }], result: undefined }));
  await store.close();
}
