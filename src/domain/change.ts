import type { CollectionName, RecordOf } from './working-set.js';

/** Put one record (or drop it with `null`). */
export type Change = { [C in CollectionName]: { readonly collection: C; readonly id: string; readonly value: RecordOf<C> | null } }[CollectionName];

/** What one transaction writes: all of it, or nothing. */
export interface Transaction<T> {
  /** What was done, e.g. `assessment.recorded`; shown by `journal list`. */
  readonly kind: string;
  readonly changes: readonly Change[];
  /** Immutable bodies, stored under their digest before the frame is written. */
  readonly documents?: readonly unknown[];
  /** Bytes of files, kept under their digest before the frame is written; each is named by an evidence record among the changes. */
  readonly files?: readonly Uint8Array[];
  readonly result: T;
}
