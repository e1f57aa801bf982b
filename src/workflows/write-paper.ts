import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#domain/app-error.js';

/** Puts a finished file in place, whole or not at all; only its owner may read it. */
export function writePaper(path: string, bytes: Buffer): void {
  placeWhole(path, bytes, 0o600);
}

/** Puts a file in place whole or not at all, with this mode; folders that are not there are made, for their owner only. */
export function placeWhole(path: string, bytes: Buffer, mode: number): void {
  const unfinished = `${path}.part`;
  try {
    makeFolder(dirname(path));
    rmSync(unfinished, { force: true });
    const handle = openSync(unfinished, 'wx', mode);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    chmodSync(unfinished, mode);
    renameSync(unfinished, path);
  } catch (cause) {
    removeQuietly(unfinished);
    throw new AppError('output-not-writable', { file: path, detail: (cause as NodeJS.ErrnoException).code ?? '' }, { cause });
  }
}

// What cannot be removed either is not what the person has to be told.
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The first error says why.
  }
}

// Step by step: the recursive call of Node never comes back where a folder cannot be made, e.g. below /proc.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another program was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
