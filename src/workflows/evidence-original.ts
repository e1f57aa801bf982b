import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#domain/app-error.js';

/** Largest file that is kept. */
export const largestEvidence = 50 * 1024 * 1024;

/** A file as it was given: its base name and every byte. */
export interface EvidenceOriginal {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Reads a regular file once; links, folders, devices, pipes, empty files and those above the cap are refused. */
export function readOriginal(file: string): EvidenceOriginal {
  let handle: number | undefined;
  try {
    // Looked at before it is opened: opening a pipe would wait, opening a device may do something.
    refuseUnusual(file, lstatSync(file));
    handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(handle);
    refuseUnusual(file, stat);
    if (stat.size > largestEvidence) throw tooLarge(file);
    const bytes = bytesOf(handle, file);
    if (bytes.length === 0) throw new AppError('evidence-empty', { file });
    return { name: nameOf(file), bytes };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'EIO';
    if (code === 'ELOOP') throw new AppError('evidence-not-a-file', { file }, { cause });
    throw code === 'ENOENT' ? new AppError('file-not-found', { file }, { cause }) : new AppError('file-unreadable', { file, detail: code }, { cause });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function refuseUnusual(file: string, stat: { isFile(): boolean }): void {
  if (!stat.isFile()) throw new AppError('evidence-not-a-file', { file });
}

const portion = 1024 * 1024;

// The length is not believed: a file may grow while it is read.
function bytesOf(handle: number, file: string): Buffer {
  const parts: Buffer[] = [];
  for (let total = 0; ;) {
    const part = Buffer.alloc(portion);
    const count = readSync(handle, part, 0, portion, null);
    if (count === 0) return Buffer.concat(parts);
    total += count;
    if (total > largestEvidence) throw tooLarge(file);
    parts.push(part.subarray(0, count));
  }
}

function tooLarge(file: string): AppError {
  return new AppError('evidence-too-large', { file, limit: largestEvidence / 2 ** 20 });
}

// A record has room for 255 characters, and some disks give out longer names.
function nameOf(file: string): string {
  const name = basename(file);
  return name.length > 255 ? `${name.slice(0, 200)}…` : name;
}
