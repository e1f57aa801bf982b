import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#domain/app-error.js';

/** The text of a file; undefined when there is none. */
export function textIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Folders on the way to `path` that are not there yet, outermost first. */
export function missingFolders(path: string): readonly string[] {
  const folder = dirname(path);
  return existsSync(folder) || folder === path ? [] : [...missingFolders(folder), folder];
}

/** Puts a file in place whole, readable for the programs that start the entry. */
export function placeEntry(path: string, bytes: Buffer, mode = 0o644): void {
  const unfinished = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
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
    dropQuietly(unfinished);
    throw new AppError('output-not-writable', { file: path, detail: (cause as NodeJS.ErrnoException).code ?? '' }, { cause });
  }
}

function dropQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The first failure is the one to tell.
  }
}

/** Changes a person's own file in place: its mode stays, and a link still leads to it. */
export function replaceText(path: string, text: string): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  placeEntry(target, Buffer.from(text), existsSync(target) ? statSync(target).mode & 0o777 : 0o644);
}

/** Removes folders that install had made, innermost first, where nobody has put anything since. */
export function removeEmptyFolders(folders: readonly string[]): readonly string[] {
  return [...folders].reverse().filter((folder) => {
    try {
      rmdirSync(folder);
      return true;
    } catch {
      // In use by others now, or gone.
      return false;
    }
  });
}
