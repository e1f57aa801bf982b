import { constants } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { chainStart, decodeFrame, type Frame } from './frame-codec.js';
import type { StoreFs } from './store-fs.js';

/** How far the journal has been read: the next record starts at `offset` of `segment`. */
export interface Position {
  readonly segment: number;
  readonly offset: number;
  readonly seq: number;
  readonly head: string;
}

export const beginning: Position = { segment: 1, offset: 0, seq: 0, head: chainStart };

/** Records from a position on, and what is left behind them. */
export interface Reading {
  readonly frames: readonly Frame[];
  readonly position: Position;
  /** Bytes after the last whole record: a write that did not finish, or one that is under way. */
  readonly tail: Buffer;
}

const newline = 0x0a;

export function segmentName(segment: number): string {
  return `${String(segment).padStart(6, '0')}.jnl`;
}

/** Reads everything after `from`; a whole line that is not as written is damage, with its place. */
export function readJournal(io: StoreFs, folder: string, from: Position): Reading {
  const frames: Frame[] = [];
  let position = from;
  let tail: Buffer = Buffer.alloc(0);
  for (const segment of segmentsFrom(io, folder, from)) {
    if (segment !== position.segment) {
      if (tail.length > 0) throw damaged(join(folder, segmentName(position.segment)), position.offset, position.seq);
      position = { ...position, segment, offset: 0 };
    }
    const file = join(folder, segmentName(segment));
    const bytes = readFrom(io, file, position.offset);
    const read = readLines(bytes, file, position, frames);
    position = read.position;
    tail = read.tail;
  }
  return { frames, position, tail };
}

function segmentsFrom(io: StoreFs, folder: string, from: Position): number[] {
  const present = io
    .list(folder)
    .filter((name) => /^\d{6}\.jnl$/.test(name))
    .map((name) => Number.parseInt(name, 10))
    .filter((segment) => segment >= from.segment)
    .sort((left, right) => left - right);
  const gap = present.find((segment, index) => segment !== from.segment + index);
  if (present.length === 0 || gap !== undefined) throw damaged(join(folder, segmentName(gap ?? from.segment)), 0, from.seq);
  return present;
}

function readLines(bytes: Buffer, file: string, from: Position, frames: Frame[]): { position: Position; tail: Buffer } {
  let position = from;
  let start = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    const frame = decodeFrame(bytes.subarray(start, end), position);
    if (frame === undefined) throw damaged(file, position.offset, position.seq);
    frames.push(frame);
    position = { ...position, offset: position.offset + end + 1 - start, seq: frame.header.seq, head: frame.hash };
    start = end + 1;
  }
  return { position, tail: bytes.subarray(start) };
}

function readFrom(io: StoreFs, file: string, offset: number): Buffer {
  const handle = io.open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const length = io.size(handle) - offset;
    if (length < 0) throw new AppError('store-truncated', { file: basename(file), byte: offset });
    const buffer = Buffer.alloc(length);
    let done = 0;
    while (done < length) {
      const count = io.read(handle, buffer, done, length - done, offset + done);
      if (count === 0) break;
      done += count;
    }
    return buffer.subarray(0, done);
  } finally {
    io.close(handle);
  }
}

function damaged(file: string, byte: number, lastGood: number): AppError {
  return new AppError('store-damaged', { file: basename(file), byte, last: lastGood });
}
