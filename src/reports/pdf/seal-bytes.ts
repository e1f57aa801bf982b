import { digestOf } from './attachment.js';

/** Key in the Info dictionary; its value carries the digest of all other bytes, always as wide. */
export const sealKey = 'ZichaDigest';
const mark = 'zicha-sha256:';
export const emptySeal = `${mark}${'0'.repeat(64)}`;

const pattern = new RegExp(`\\(${mark}[0-9a-f]{64}\\)`, 'g');

/** Was this file written by this tool, and not saved again by another program? */
export function hasSeal(bytes: Buffer): boolean {
  return bytes.includes(`(${mark}`);
}

/** The file with its digest filled in. */
export function sealBytes(bytes: Buffer): Buffer {
  const at = sealPosition(bytes);
  if (at === undefined) throw new Error('no place for the digest');
  const sealed = Buffer.from(bytes);
  sealed.write(digestOf(bytes), at, 'latin1');
  return sealed;
}

/** Does the digest stand for all other bytes? `absent` when there is no digest, or more than one. */
export function checkSeal(bytes: Buffer): 'ok' | 'failed' | 'absent' {
  const at = sealPosition(bytes);
  if (at === undefined) return 'absent';
  const blank = Buffer.from(bytes);
  blank.fill('0', at, at + 64, 'latin1');
  return digestOf(blank) === bytes.toString('latin1', at, at + 64) ? 'ok' : 'failed';
}

function sealPosition(bytes: Buffer): number | undefined {
  const found = [...bytes.toString('latin1').matchAll(pattern)];
  const [only] = found;
  return found.length === 1 && only !== undefined ? only.index + 1 + mark.length : undefined;
}
