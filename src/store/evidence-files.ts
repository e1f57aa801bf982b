import { join } from 'node:path';
import { AppError, type Problem } from '#domain/app-error.js';
import type { Evidence } from '#domain/evidence.js';
import { sha256 } from './canonical-json.js';
import { errnoOf } from './disk-errors.js';
import { sealFile } from './file-seal.js';
import { moveAside } from './quarantine.js';
import type { StoreFs } from './store-fs.js';
import { placeFile, readIfThere, removeQuietly, syncFolder } from './whole-files.js';

/** Bytes as they will be kept, under their digest. */
export interface EvidenceFile {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** What a reading of a kept file found. */
export const evidenceConditions = ['sound', 'missing', 'differs', 'unreadable'] as const;
export type EvidenceCondition = (typeof evidenceConditions)[number];

export function evidenceFileOf(bytes: Uint8Array): EvidenceFile {
  return { digest: sha256(bytes), bytes };
}

/** Keeps a file, durable before this returns, or not there at all; true when it was not there before. Only under the lock. */
export function placeEvidence(io: StoreFs, folder: string, { digest, bytes }: EvidenceFile): boolean {
  const kept = join(folder, 'evidence');
  if (io.entry(kept) === undefined) io.mkdir(kept);
  const isSound = isThereSound(io, folder, digest);
  try {
    if (!isSound) placeFile(io, folder, pathOf(folder, digest), bytes);
    // Also when another program gave the names and was killed before this.
    for (const each of [kept, folder]) syncFolder(io, each);
  } catch (error) {
    if (!isSound) removeLeftOver(io, folder, digest);
    throw error;
  }
  return !isSound;
}

/** Every byte of a kept file; no file and other bytes are damage. */
export function readEvidence(io: StoreFs, folder: string, digest: string): Buffer {
  const bytes = readIfThere(io, pathOf(folder, digest));
  if (bytes === undefined) throw new AppError('store-evidence-missing', { file: evidenceName(digest) });
  if (sha256(bytes) !== digest) throw new AppError('store-evidence-damaged', { file: evidenceName(digest) });
  return bytes;
}

/** Reads every byte and says what was found; a file that the disk does not give out is a finding too. */
export function conditionOf(io: StoreFs, folder: string, digest: string): EvidenceCondition {
  try {
    if (!hasEvidence(io, folder, digest)) return 'missing';
    return sealFile(io, pathOf(folder, digest)).sha256 === digest ? 'sound' : 'differs';
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return 'unreadable';
  }
}

/** True when there is a file for this digest; what is in it is not looked at. */
export function hasEvidence(io: StoreFs, folder: string, digest: string): boolean {
  return io.entry(pathOf(folder, digest))?.kind === 'file';
}

/** `evidence/<digest>`, as problems name it. */
export function evidenceName(digest: string): string {
  return `evidence/${digest}`;
}

/** Digests of the files that records still need. */
export function neededDigests(records: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set((Object.values(records) as readonly Evidence[]).filter(({ purged }) => purged === undefined).map(({ digest }) => digest));
}

/** Removes the files whose every record says that they are purged; the records are durable, so a file that resists is only left over. Only under the lock. */
export function dropPurged(io: StoreFs, folder: string, records: Readonly<Record<string, unknown>>, only?: readonly string[]): void {
  const needed = neededDigests(records);
  const purged = (Object.values(records) as readonly Evidence[]).map(({ digest }) => digest).filter((digest) => !needed.has(digest));
  for (const digest of new Set(only === undefined ? purged : purged.filter((each) => only.includes(each)))) removeLeftOver(io, folder, digest);
}

/** Takes back a file whose record was refused, or that is no longer needed. */
export function removeLeftOver(io: StoreFs, folder: string, digest: string): void {
  try {
    if (!hasEvidence(io, folder, digest)) return;
    removeQuietly(io, pathOf(folder, digest));
    syncFolder(io, join(folder, 'evidence'));
  } catch {
    // It stands there without a record that needs it, and verification counts it.
  }
}

/** Faults of the needed files: whether they are there, with `deep` every byte. */
export function evidenceFaults(io: StoreFs, folder: string, digest: string, deep: boolean): readonly Problem[] {
  const file = evidenceName(digest);
  if (!hasEvidence(io, folder, digest)) return [{ code: 'store-evidence-missing', params: { file } }];
  const isOther = deep && sealFile(io, pathOf(folder, digest)).sha256 !== digest;
  return isOther ? [{ code: 'store-evidence-damaged', params: { file } }] : [];
}

/** Names in `evidence/` that no record needs: left by a program that was killed before its record, or after a purge. */
export function unneededEvidence(io: StoreFs, folder: string, needed: ReadonlySet<string>): readonly string[] {
  if (io.entry(join(folder, 'evidence'))?.kind !== 'folder') return [];
  return io.list(join(folder, 'evidence')).filter((name) => !needed.has(name)).sort();
}

// Other bytes that stand under its name are put aside, never written over.
function isThereSound(io: StoreFs, folder: string, digest: string): boolean {
  if (!hasEvidence(io, folder, digest)) return false;
  if (sealFile(io, pathOf(folder, digest)).sha256 === digest) return true;
  moveAside(io, folder, pathOf(folder, digest), `damaged-${digest}`);
  return false;
}

function pathOf(folder: string, digest: string): string {
  return join(folder, evidenceName(digest));
}
