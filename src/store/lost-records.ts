import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { WorkingSet } from '#domain/working-set.js';
import { parseCanonical } from './canonical-json.js';
import { decodeFrame, hashLength, type Frame } from './frame.js';
import type { JournalContents } from './journal-contents.js';
import { segmentName } from './journal-reader.js';
import { readSnapshot } from './snapshot.js';
import type { StoreFs } from './store-fs.js';
import { readWhole } from './whole-files.js';

/** What stands behind the last good record and no longer belongs to the chain. */
export interface LostRecords {
  /** The rest of the segment that is cut. */
  readonly rest: Buffer;
  /** Names of the segments after it. */
  readonly later: readonly string[];
  readonly bytes: number;
  /** Records that are lost, as far as that can be told. */
  readonly records: number;
  /** How many of them are whole in themselves. */
  readonly frames: number;
  /** Display numbers that were given in them: they are on papers, so they are never given again. */
  readonly counters: ReadonlyMap<string, number>;
}

/** Counts what a cut behind the last good record takes out of the chain. */
export function lostRecords(io: StoreFs, folder: string, { position }: Pick<JournalContents, 'position'>): LostRecords {
  const journal = join(folder, 'journal');
  const rest = readWhole(io, join(journal, segmentName(position.segment)), position.offset);
  const later = io.list(journal).filter((name) => /^\d{6}\.jnl$/.test(name) && name > segmentName(position.segment)).sort();
  const snapshot = readSnapshot(io, folder);
  const counters = new Map(Object.entries((snapshot?.set.counters ?? {}) as WorkingSet['counters']).map(([id, { last }]) => [id, last]));
  let counts: Counts = { bytes: 0, lines: 0, frames: 0, highest: 0 };
  for (const bytes of [rest, ...later.map((name) => join(journal, name))]) counts = countIn(typeof bytes === 'string' ? readWhole(io, bytes) : bytes, counts, counters);
  const records = Math.max(counts.lines, counts.highest - position.seq, (snapshot?.position.seq ?? 0) - position.seq);
  return { rest, later, bytes: counts.bytes, records, frames: counts.frames, counters };
}

interface Counts {
  readonly bytes: number;
  readonly lines: number;
  readonly frames: number;
  /** Highest number of a record. */
  readonly highest: number;
}

function countIn(bytes: Buffer, before: Counts, counters: Map<string, number>): Counts {
  let { lines, frames, highest } = before;
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    const frame = frameAlone(bytes.subarray(start, end));
    lines += 1;
    start = end + 1;
    if (frame === undefined) continue;
    frames += 1;
    highest = Math.max(highest, frame.header.seq);
    noteNumbers(frame, counters);
  }
  return { bytes: before.bytes + bytes.length, lines, frames, highest };
}

function noteNumbers({ body }: Frame, counters: Map<string, number>): void {
  for (const change of 'changes' in body ? body.changes : [])
    if (change.collection === 'counters' && change.value !== null) counters.set(change.id, Math.max(counters.get(change.id) ?? 0, change.value.last));
}

/** A record that is whole in itself, wherever it hangs. */
function frameAlone(line: Buffer): Frame | undefined {
  const { header } = (parseCanonical(line.subarray(hashLength + 1))?.value ?? {}) as { readonly header?: { readonly seq?: unknown; readonly prev?: unknown } };
  if (typeof header?.seq !== 'number' || typeof header.prev !== 'string') return undefined;
  try {
    return decodeFrame(line, { seq: header.seq - 1, head: header.prev });
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
