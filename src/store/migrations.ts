import type { StoreFs } from './store-fs.js';

/** One step from an older format of the records to the next. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  /** Reads `folder` and writes `journal/` and `documents/` of `target`, which are there and empty. Documents that stay as they are need no copy. */
  migrate(io: StoreFs, folder: string, target: string): void;
}

/** Every step there has been, oldest first. Format 1 is the first, so there is none yet. */
export const migrations: readonly Migration[] = [];
