import { dirname, join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { bytesIn, writeManifest, type BackupManifest } from './backup-manifest.js';
import { whileReading, whileWriting } from './disk-errors.js';
import { documentName, hasDocument } from './documents.js';
import { evidenceName, hasEvidence } from './evidence-files.js';
import { copyFile } from './file-seal.js';
import { treeOf } from './folder-tree.js';
import { storeFormat } from './frame-body.js';
import { readContents, type JournalContents } from './journal-contents.js';
import { stagedIn, stageFolder } from './staged-folder.js';
import type { StoreFs } from './store-fs.js';
import { verifyBackup } from './verify-backup.js';
import { removeTree } from './whole-files.js';

/** Where a backup is to stand, and what its manifest says of its making. */
export interface BackupPlace {
  readonly folder: string;
  readonly name: string;
  readonly createdAt: string;
  readonly toolVersion: string;
}

/** A backup that stands whole in its place. */
export interface WrittenBackup {
  readonly path: string;
  readonly manifest: BackupManifest;
  readonly bytes: number;
}

/** Copies the records into a folder of their own and reads the copy again before it gets its name. Only under the lock. */
export async function writeBackup(io: StoreFs, records: string, place: BackupPlace): Promise<WrittenBackup> {
  const path = join(place.folder, place.name);
  const contents = whileReading(() => readContents(io, records));
  // Under the lock of these records no other program makes one of them.
  const own = (contents.identity?.storeId ?? '').slice(0, 8);
  whileWriting(() => removeLeftOvers(io, place.folder, `${own}-zicha-`));
  const manifest = await stageFolder(io, path, new AppError('backup-exists', { path }), (staged) => whileWriting(() => fill(io, records, staged, contents, place)), own);
  return { path, manifest, bytes: bytesIn(manifest) };
}

/** Removes the unfinished folders that were to get a name that begins like this. Only under the lock that their makers hold. */
export function removeLeftOvers(io: StoreFs, folder: string, beginning: string): void {
  for (const { path, wanted } of stagedIn(io, folder)) if (wanted.startsWith(beginning)) removeTree(io, path);
}

function fill(io: StoreFs, records: string, staged: string, contents: JournalContents, { createdAt, toolVersion }: BackupPlace): BackupManifest {
  const { identity, position } = contents;
  if (identity === undefined) throw new AppError('store-not-initialised', { folder: records });
  const paths = recordFiles(io, records, contents);
  for (const name of new Set(['journal', 'documents', ...paths.map(dirname)])) io.mkdir(join(staged, name));
  const files = paths.map((path) => ({ path, ...copyFile(io, join(records, path), join(staged, path)) }));
  const { storeId, unit } = identity;
  const manifest = { format: storeFormat, storeId, unit, seq: position.seq, head: position.head, createdAt, toolVersion, files };
  writeManifest(io, staged, manifest);
  const { problems } = verifyBackup(io, staged);
  if (problems.length > 0) throw new AppError('backup-copy-differs', { count: problems.length }, { problems });
  return manifest;
}

function recordFiles(io: StoreFs, records: string, { documents, evidence }: JournalContents): readonly string[] {
  const segments = io.list(join(records, 'journal')).filter((name) => /^\d{6}\.jnl$/.test(name));
  const kept = [...documents].filter((digest) => hasDocument(io, records, digest)).map(documentName);
  const files = [...evidence].filter((digest) => hasEvidence(io, records, digest)).map(evidenceName);
  return [...segments.map((name) => `journal/${name}`).sort(), ...kept.sort(), ...files.sort(), ...ownChecklists(io, records)];
}

function ownChecklists(io: StoreFs, records: string): readonly string[] {
  if (io.entry(join(records, 'checklists'))?.kind !== 'folder') return [];
  const files = treeOf(io, join(records, 'checklists')).filter(({ path, kind }) => kind === 'file' && /^[^/]+\.yaml$/.test(path));
  return files.map(({ path }) => `checklists/${path}`);
}
