import type { Change } from '#domain/change.js';
import type { FrameHeader } from '#domain/frame.js';
import type { Frame } from './frame.js';
import { beginning, readJournal } from './journal-reader.js';
import type { StoreFs } from './store-fs.js';

/** Which records: from number `from` on, at most the newest `limit` of them. */
export interface FrameRange {
  readonly from?: number;
  readonly limit?: number;
}

/** One record without its content. */
export interface FrameSummary {
  readonly header: FrameHeader;
  readonly hash: string;
  readonly changes: readonly { readonly collection: Change['collection']; readonly id: string; readonly op: 'put' | 'drop' }[];
  /** How many documents were written with it. */
  readonly documents: number;
  readonly isPurged: boolean;
}

/** Summaries of records, oldest first; of a damaged journal, those before the damage. */
export function listFrames(io: StoreFs, journal: string, { from = 1, limit = Infinity }: FrameRange): readonly FrameSummary[] {
  const summaries: FrameSummary[] = [];
  readJournal(io, journal, beginning, (frame) => {
    if (frame.header.seq >= from) summaries.push(summaryOf(frame));
    if (summaries.length > limit) summaries.shift();
  });
  return summaries;
}

function summaryOf({ header, hash, body }: Frame): FrameSummary {
  if (!('changes' in body)) return { header, hash, changes: [], documents: 0, isPurged: 'purged' in body };
  const changes = body.changes.map(({ collection, id, value }) => ({
    collection,
    id,
    op: value === null ? ('drop' as const) : ('put' as const),
  }));
  return { header, hash, changes, documents: body.documents.length, isPurged: false };
}
