import type { FrameHeader } from '#domain/frame.js';
import type { CollectionName } from '#domain/working-set.js';
import { beginning, readJournal } from './journal-reader.js';
import type { StoreFs } from './store-fs.js';

/** One state of a record and the entry of the journal that made it; `null` = dropped. A purged state is not told. */
export interface PastState {
  readonly header: FrameHeader;
  readonly value: unknown;
}

/** Every state of the records that `wanted` names, oldest first. */
export function recordHistory(io: StoreFs, journal: string, collection: CollectionName, wanted: (id: string) => boolean): readonly PastState[] {
  const states: PastState[] = [];
  readJournal(io, journal, beginning, ({ header, body }) => {
    if (!('changes' in body)) return;
    for (const change of body.changes) if (change.collection === collection && wanted(change.id)) states.push({ header, value: change.value });
  });
  return states;
}
