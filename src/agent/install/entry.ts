import { createHash } from 'node:crypto';
import { AppError } from '#domain/app-error.js';

/** The program an entry starts, and the records it watches. */
export interface Entry {
  readonly node: string;
  readonly script: string;
  readonly folder: string;
}

/** Marks what belongs to these records: nothing without it is overwritten or removed. */
export function markOf(folder: string): string {
  return `zicha-agent ${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
}

/** Whose entry a text is. */
export function ownerOf(text: string, folder: string): 'ours' | 'other-records' | 'foreign' {
  if (text.includes(markOf(folder))) return 'ours';
  return /zicha-agent [0-9a-f]{16}/.test(text) ? 'other-records' : 'foreign';
}

/** The words after the program, for a watch that stays. */
export function runWords({ folder }: Entry): readonly string[] {
  return ['agent', 'run', '--data', folder];
}

/** A path that a format cannot hold is refused: a half-escaped one would start something else. */
export function refusePath(path: string, isPossible: boolean, format: string): void {
  if (!isPossible) throw new AppError('install-path-impossible', { path, format });
}
