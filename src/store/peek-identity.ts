import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreIdentity } from '#domain/identity.js';
import { chainStart, decodeFrame } from './frame.js';
import { segmentName } from './journal-reader.js';

const enough = 16 * 1024;

/** Whose records a folder holds, from their first entry alone; undefined where that cannot be told. For words on a screen, never for a decision. */
export function peekIdentity(folder: string): StoreIdentity | undefined {
  try {
    const line = firstLine(join(folder, 'journal', segmentName(1)));
    const frame = decodeFrame(line, { seq: 0, head: chainStart });
    return frame !== undefined && 'identity' in frame.body ? frame.body.identity : undefined;
  } catch {
    // Opening the records says what is wrong with them.
    return undefined;
  }
}

function firstLine(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(enough);
    const head = bytes.subarray(0, readSync(handle, bytes, 0, enough, 0));
    return head.subarray(0, head.indexOf(0x0a));
  } finally {
    closeSync(handle);
  }
}
