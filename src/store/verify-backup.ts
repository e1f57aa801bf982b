import { join } from 'node:path';
import type { Problem } from '#domain/app-error.js';
import { bytesIn, manifestName, readManifest, type BackupManifest } from './backup-manifest.js';
import { errnoOf, isDamage, whileReading } from './disk-errors.js';
import { documentName } from './documents.js';
import { evidenceName } from './evidence-files.js';
import { sealFile } from './file-seal.js';
import { treeOf } from './folder-tree.js';
import { readContents, type JournalContents } from './journal-contents.js';
import { realFs, type StoreFs } from './store-fs.js';

/** What a backup holds, and every way in which it is not what was written. */
export interface BackupVerification {
  /** Undefined when it is missing or damaged. */
  readonly manifest: BackupManifest | undefined;
  readonly files: number;
  readonly bytes: number;
  readonly problems: readonly Problem[];
}

/** Every byte against the manifest, the chain from its first record, nothing missing and nothing more. */
export function verifyBackup(io: StoreFs, folder: string): BackupVerification {
  const manifest = readManifest(io, folder);
  if (typeof manifest === 'string') {
    const problem: Problem = { code: manifest === 'missing' ? 'backup-manifest-missing' : 'backup-manifest-damaged', params: { folder } };
    return { manifest: undefined, files: 0, bytes: 0, problems: [problem] };
  }
  const files = fileProblems(io, folder, manifest);
  // Of a journal whose bytes are others the chain says nothing new.
  const chain = files.some(({ params }) => String(params['file']).startsWith('journal/')) ? [] : chainProblems(io, folder, manifest);
  return { manifest, files: manifest.files.length, bytes: bytesIn(manifest), problems: [...files, ...chain] };
}

/** The same on the disk itself; undefined when there is no folder of that name. */
export function checkBackup(folder: string, io: StoreFs = realFs): BackupVerification | undefined {
  return whileReading(() => (io.entry(folder)?.kind === 'folder' ? verifyBackup(io, folder) : undefined));
}

function fileProblems(io: StoreFs, folder: string, { files }: BackupManifest): readonly Problem[] {
  const known = new Set(files.map(({ path }) => path));
  const folders = new Set(['journal', 'documents', ...files.map(({ path }) => path.slice(0, path.indexOf('/')))]);
  const isExpected = (path: string, kind: string): boolean => (kind === 'folder' ? folders.has(path) : known.has(path) || path === manifestName);
  const extra = treeOf(io, folder).filter(({ path, kind }) => !isExpected(path, kind));
  return [
    ...files.flatMap((file) => fileProblem(io, folder, file)),
    ...extra.map(({ path }): Problem => ({ code: 'backup-file-extra', params: { file: path } })),
  ];
}

function fileProblem(io: StoreFs, folder: string, { path, size, sha256 }: BackupManifest['files'][number]): readonly Problem[] {
  if (io.entry(join(folder, path))?.kind !== 'file') return [{ code: 'backup-file-missing', params: { file: path } }];
  const found = sealFile(io, join(folder, path));
  // These two are named by what is in them.
  const isNamedRight = !/^(documents|evidence)\//.test(path) || [documentName(sha256), evidenceName(sha256)].includes(path);
  if (found.size === size && found.sha256 === sha256 && isNamedRight) return [];
  return [{ code: 'backup-file-differs', params: { file: path } }];
}

function chainProblems(io: StoreFs, folder: string, manifest: BackupManifest): readonly Problem[] {
  try {
    return contentProblems(readContents(io, folder), manifest);
  } catch (error) {
    if (isDamage(error)) return [{ code: error.code, params: error.params }];
    if (errnoOf(error) === 'ENOENT') return [{ code: 'backup-file-missing', params: { file: 'journal' } }];
    throw error;
  }
}

function contentProblems(contents: JournalContents, manifest: BackupManifest): readonly Problem[] {
  const { damage, documents, evidence, gone, unvouched } = contents;
  const kept = new Set(manifest.files.map(({ path }) => path));
  const missing = [...documents].map(documentName).filter((name) => !kept.has(name));
  const without = [...evidence].map(evidenceName).filter((name) => !kept.has(name));
  const known = new Set([...gone].flatMap((digest) => [documentName(digest), evidenceName(digest)]));
  return [
    ...(damage === undefined ? [] : [{ code: damage.code, params: damage.params }]),
    ...unvouched.map((seq): Problem => ({ code: 'store-forged-tombstone', params: { seq } })),
    ...(isSame(contents, manifest) ? [] : [{ code: 'backup-chain-differs', params: { seq: contents.position.seq, expected: manifest.seq } } as const]),
    ...missing.filter((name) => !known.has(name)).map((file): Problem => ({ code: 'store-document-missing', params: { file } })),
    ...without.filter((name) => !known.has(name)).map((file): Problem => ({ code: 'store-evidence-missing', params: { file } })),
  ];
}

function isSame({ position, identity, tail }: JournalContents, { seq, head, storeId, unit }: BackupManifest): boolean {
  return position.seq === seq && position.head === head && tail.length === 0 && identity?.storeId === storeId && identity.unit === unit;
}
