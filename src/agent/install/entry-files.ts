import { existsSync, readFileSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { placeWhole } from '#workflows/write-paper.js';

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
  placeWhole(path, bytes, mode);
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
