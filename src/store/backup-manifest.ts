import { join } from 'node:path';
import { z } from 'zod';
import { Digest, IsoInstant, Uuid } from '#domain/primitives.js';
import { AppError } from '#domain/app-error.js';
import { canonicalJson, sha256 } from './canonical-json.js';
import { storeFormat } from './frame-body.js';
import type { StoreFs } from './store-fs.js';
import { readIfThere, writeNew } from './whole-files.js';

export const manifestName = 'manifest.json';

/** What a backup may hold: the journal, the documents, the files of evidence, the office's own checklists. */
const path = z.string().regex(/^(journal\/\d{6}\.jnl|documents\/[0-9a-f]{64}\.json|evidence\/[0-9a-f]{64}|checklists\/[^/\0]+\.yaml)$/);

const Manifest = z.object({
  format: z.int().nonnegative(),
  storeId: Uuid,
  unit: z.string(),
  /** Number and hash of the newest record. */
  seq: z.int().positive(),
  head: Digest,
  createdAt: IsoInstant,
  toolVersion: z.string(),
  files: z.array(z.strictObject({ path, size: z.int().nonnegative(), sha256: Digest })),
});
export type BackupManifest = z.infer<typeof Manifest>;

/** Bytes of the files that a backup holds. */
export function bytesIn({ files }: Pick<BackupManifest, 'files'>): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

export function writeManifest(io: StoreFs, folder: string, manifest: BackupManifest): void {
  writeNew(io, join(folder, manifestName), Buffer.from(manifestText(manifest)));
}

/** The manifest, `missing`, or `damaged` when any byte of it is not as it was written. */
export function readManifest(io: StoreFs, folder: string): BackupManifest | 'missing' | 'damaged' {
  const bytes = readIfThere(io, join(folder, manifestName));
  if (bytes === undefined) return 'missing';
  const parsed = parsedOf(bytes);
  refuseNewer(parsed);
  const checked = Manifest.safeParse(parsed);
  return checked.success && manifestText(checked.data) === bytes.toString('utf8') ? checked.data : 'damaged';
}

// The digest is of the rest: a flipped byte anywhere gives another text than this one.
function manifestText(manifest: BackupManifest): string {
  return `${JSON.stringify({ ...manifest, digest: sha256(canonicalJson(manifest)) }, null, 2)}\n`;
}

function parsedOf(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as unknown;
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // No JSON is no manifest of ours.
    return {};
  }
}

function refuseNewer({ format, toolVersion }: Readonly<Record<string, unknown>>): void {
  if (typeof format !== 'number' || format <= storeFormat) return;
  throw new AppError('store-newer-format', { format, version: typeof toolVersion === 'string' ? toolVersion : '?' });
}
