import { join } from 'node:path';
import { constants } from 'node:fs';
import { AppError } from '#domain/app-error.js';
import { chainStart, decodeFrame, hashLength, type Frame } from './frame.js';
import type { StoreFs } from './store-fs.js';
import { judgeRemains } from './unfinished-write.js';
import { closeQuietly, readAt, readWhole } from './whole-files.js';

/** How far the journal has been read: the next record starts at byte `offset` of `segment`. */
export interface Position {
  readonly segment: number;
  readonly offset: number;
  readonly seq: number;
  readonly head: string;
  /** Where the line of the newest record starts. */
  readonly line: { readonly segment: number; readonly start: number };
}

export const beginning: Position = { segment: 1, offset: 0, seq: 0, head: chainStart, line: { segment: 1, start: 0 } };

/** Where reading ended, and why. */
export interface Reading {
  readonly position: Position;
  /** Bytes after the last whole record: a write that did not finish, or one that is under way. */
  readonly tail: Buffer;
  readonly damage?: AppError;
}

/** Gets each record in order, with the position behind it. */
export type Taker = (frame: Frame, after: Position) => void;

const newline = 0x0a;
const nothing = Buffer.alloc(0);

/** Hands over every record after `from`, which must still stand; stops at the first line that is not as written. */
export function readJournal(io: StoreFs, journal: string, from: Position, take: Taker): Reading {
  let reading: Reading = { position: from, tail: nothing };
  for (const segment of segmentsFrom(io, journal, from.segment)) {
    const { position, tail } = reading;
    const expected = segment === position.segment || segment === position.segment + 1;
    if (!expected || tail.length > 0) return damagedAt(position);
    reading = readSegment(io, journal, segment === position.segment ? position : { ...position, segment, offset: 0 }, take);
    if (reading.damage !== undefined) return reading;
  }
  return reading.position.seq === 0 ? damagedAt(reading.position) : reading;
}

/** True when the newest record of `position` stands where it was read: nobody has cut or replaced the journal. */
export function stillStands(io: StoreFs, journal: string, position: Position): boolean {
  const segments = segmentsFrom(io, journal, 1);
  if (![position.segment, position.line.segment].every((segment) => segments.includes(segment))) return false;
  const handle = io.open(join(journal, segmentName(position.line.segment)), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    if (position.line.segment === position.segment && io.size(handle) < position.offset) return false;
    return readAt(io, handle, position.line.start, hashLength).toString('latin1') === position.head;
  } finally {
    closeQuietly(io, handle);
  }
}

/** File name of a segment, e.g. `000001.jnl`. */
export function segmentName(segment: number): string {
  return `${String(segment).padStart(6, '0')}.jnl`;
}

function segmentsFrom(io: StoreFs, journal: string, first: number): readonly number[] {
  const names = io.list(journal).filter((name) => /^\d{6}\.jnl$/.test(name));
  return names
    .map((name) => Number.parseInt(name, 10))
    .filter((segment) => segment >= first)
    .sort((left, right) => left - right);
}

function readSegment(io: StoreFs, journal: string, from: Position, take: Taker): Reading {
  const bytes = readWhole(io, join(journal, segmentName(from.segment)), from.offset);
  let position = from;
  let start = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    const frame = decodeFrame(bytes.subarray(start, end), position);
    if (frame === undefined) break;
    const line = { segment: position.segment, start: position.offset };
    position = { ...position, offset: from.offset + end + 1, seq: frame.header.seq, head: frame.hash, line };
    take(frame, position);
    start = end + 1;
  }
  const tail = bytes.subarray(start);
  return judgeRemains(tail, position.offset, position) === 'damaged' ? damagedAt(position) : { position, tail };
}

function damagedAt(position: Position): Reading {
  const { segment, offset, seq } = position;
  const damage = new AppError('store-damaged', { file: segmentName(segment), byte: offset, last: seq });
  return { position, tail: nothing, damage };
}
