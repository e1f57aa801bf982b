import { digestOf } from './attachment.js';

/** Key in the Info dictionary; its value carries the digest of all other bytes, always as wide. */
export const sealKey = 'ZichaDigest';
const mark = 'zicha-sha256:';
export const emptySeal = `${mark}${'0'.repeat(64)}`;

/** Stands there instead in a form to be filled in by hand. */
export const blankKey = 'ZichaForm';
export const blankMark = 'zicha-blank-form';

/** Was this file written by this tool, and not saved again by another program? */
export function hasSeal(bytes: Buffer): boolean {
  return bytes.includes(`(${mark}`);
}

/** Is this a blank form of ours, which carries nothing to be verified? */
export function isBlankForm(bytes: Buffer): boolean {
  return bytes.includes(`(${blankMark})`);
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

// Only one place may claim to be the digest, or a forger could add a second.
function sealPosition(bytes: Buffer): number | undefined {
  const opening = `(${mark}`;
  const at = bytes.indexOf(opening, 0, 'latin1');
  if (at < 0 || bytes.indexOf(opening, at + 1, 'latin1') >= 0) return undefined;
  const from = at + opening.length;
  return /^[0-9a-f]{64}\)$/.test(bytes.toString('latin1', from, from + 65)) ? from : undefined;
}
