import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { Problem } from '#domain/app-error.js';
import { readDocument } from './documents.js';
import { journalAdapter } from './journal-adapter.js';
import { beginning, readJournal } from './journal-reader.js';
import type { StoreFs } from './store-fs.js';

export interface Verification {
  readonly frames: number;
  readonly documents: number;
  readonly head: string;
  readonly problems: readonly Problem[];
}

/** The whole chain from the first record, and with `deep` the bytes of every document it names. */
export function verifyRecords(io: StoreFs, folder: string, deep: boolean): Verification {
  try {
    const { frames, position } = readJournal(io, join(folder, 'journal'), beginning);
    journalAdapter(io, folder, false).catchUp();
    const named = [...new Set(frames.flatMap(({ body }) => ('changes' in body ? body.documents : [])))];
    const problems = deep ? named.flatMap((digest) => documentProblem(io, folder, digest)) : [];
    return { frames: frames.length, documents: deep ? named.length : 0, head: position.head, problems };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, params } = error;
    return { frames: Number(params['last'] ?? 0), documents: 0, head: '', problems: [{ code, params }] };
  }
}

function documentProblem(io: StoreFs, folder: string, digest: string): Problem[] {
  try {
    readDocument(io, join(folder, 'documents'), digest);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ code: error.code, params: error.params }];
  }
}
