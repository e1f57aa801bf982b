import { closeSync, constants, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { Evidence } from '#domain/evidence.js';
import { openStore } from '#store/store.js';
import { isInside } from './backup-places.js';
import type { Desk } from './desk.js';
import { evidenceNumbered } from './list-evidence.js';

/** A copy that stands outside the records. */
export interface SavedEvidence {
  readonly evidence: Evidence;
  readonly path: string;
}

/** Writes a copy of the bytes, held against their digest, where no file is yet; only its owner may read it. */
export async function saveEvidence(desk: Desk, number: string, file: string): Promise<SavedEvidence> {
  const path = resolve(file);
  if (isInside(path, desk.folder)) throw new AppError('evidence-inside-records', { path });
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const evidence = evidenceNumbered(store.read(), number);
    if (evidence.purged !== undefined) throw new AppError('evidence-purged', { number: evidence.number });
    writeCopy(path, store.readFile(evidence.digest));
    return { evidence, path };
  } finally {
    await store.close();
  }
}

const fresh = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

function writeCopy(path: string, bytes: Buffer): void {
  let handle: number | undefined;
  try {
    handle = openSync(path, fresh, 0o600);
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST' || code === 'ELOOP') throw new AppError('evidence-copy-exists', { file: path }, { cause });
    // Only what this call made: half a copy would be taken for the whole.
    if (handle !== undefined) rmSync(path, { force: true });
    throw new AppError('output-not-writable', { file: path, detail: code }, { cause });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
