import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { canonicalJson, parseCanonical, sha256 } from './canonical-json.js';
import type { StoreFs } from './store-fs.js';
import { placeFile, readIfThere, syncFolder } from './whole-files.js';

/** A body as it will be kept: its canonical bytes, under their digest. */
export interface Document {
  readonly digest: string;
  readonly bytes: Buffer;
}

export function documentOf(body: unknown): Document {
  const text = canonicalJson(body);
  return { digest: sha256(text), bytes: Buffer.from(text) };
}

/** Keeps a document, durable before this returns. */
export function writeDocument(io: StoreFs, folder: string, { digest, bytes }: Document): void {
  keepEvidence(io, folder, digest);
  placeFile(io, folder, documentPath(folder, digest), bytes);
}

/** The body with this digest; other bytes under its name are damage, and no file is damage too. */
export function readDocument(io: StoreFs, folder: string, digest: string): unknown {
  const bytes = readIfThere(io, documentPath(folder, digest));
  if (bytes === undefined) throw new AppError('store-document-missing', { file: documentName(digest) });
  const parsed = sha256(bytes) === digest ? parseCanonical(bytes) : undefined;
  if (parsed === undefined) throw new AppError('store-document-damaged', { file: documentName(digest) });
  return parsed.value;
}

/** True when there is a file for this digest; what is in it is not looked at. */
export function hasDocument(io: StoreFs, folder: string, digest: string): boolean {
  return io.entry(documentPath(folder, digest))?.kind === 'file';
}

/** `documents/<digest>.json`, as problems name it. */
export function documentName(digest: string): string {
  return `documents/${digest}.json`;
}

// A document is written over only by the same bytes; other bytes that stand under its name are put aside first.
function keepEvidence(io: StoreFs, folder: string, digest: string): void {
  const older = readIfThere(io, documentPath(folder, digest));
  if (older === undefined || sha256(older) === digest) return;
  io.rename(documentPath(folder, digest), join(folder, 'quarantine', `damaged-${digest}.json`));
  syncFolder(io, join(folder, 'quarantine'));
}

function documentPath(folder: string, digest: string): string {
  return join(folder, documentName(digest));
}
