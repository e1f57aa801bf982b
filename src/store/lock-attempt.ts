import type { StoreFs } from './store-fs.js';

/** The lock, or who has it (`?` when that cannot be told). */
export type Attempt = { readonly release: () => void } | { readonly busy: string };

/** Asks once. */
export type TryLock = (io: StoreFs, folder: string) => Attempt;
