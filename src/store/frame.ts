import { AppError } from '#domain/app-error.js';
import { FrameHeader } from '#domain/frame.js';
import { canonicalJson, parseCanonical, sha256 } from './canonical-json.js';
import { bodyIn, newerFormat, type FrameBody } from './frame-body.js';

/** Head of the chain before the first record. */
export const chainStart = '0'.repeat(64);
export const hashLength = 64;

/** One record of the journal. `hash` covers the header and everything before it; the header covers the body by digest. */
export interface Frame {
  readonly header: FrameHeader;
  readonly hash: string;
  readonly body: FrameBody;
}

/** The record before the one to be read. */
export interface Previous {
  readonly seq: number;
  readonly head: string;
}

/** The line of a record: hash of the chain, blank, canonical JSON of header and body, newline. */
export function encodeFrame(header: Omit<FrameHeader, 'bodyDigest'>, body: FrameBody): Buffer {
  const text = canonicalJson(body);
  const full = canonicalJson({ ...header, bodyDigest: sha256(text) });
  return Buffer.from(`${chainHash(header.prev, full)} {"body":${text},"header":${full}}\n`);
}

/** The record of a line without its newline, or undefined when anything about it is not as it was written. */
export function decodeFrame(line: Buffer, previous: Previous): Frame | undefined {
  const parsed = line[hashLength] === 0x20 ? parseCanonical(line.subarray(hashLength + 1)) : undefined;
  if (parsed === undefined) return undefined;
  const { value, text } = parsed;
  if (typeof value !== 'object' || value === null || !('body' in value && 'header' in value) || Object.keys(value).length !== 2)
    return undefined;
  const { header, body } = value;
  const headerText = canonicalJson(header);
  const bodyText = text.slice('{"body":'.length, -`,"header":${headerText}}`.length);
  const hash = line.toString('latin1', 0, hashLength);
  if (hash !== chainHash(previous.head, headerText)) return undefined;
  return checkedFrame(header, body, sha256(bodyText), hash, previous);
}

function checkedFrame(headerValue: unknown, bodyValue: unknown, digest: string, hash: string, previous: Previous): Frame | undefined {
  const covered = (headerValue as { readonly bodyDigest?: unknown } | null)?.bodyDigest === digest;
  const newer = covered ? newerFormat(bodyValue) : undefined;
  if (newer !== undefined) throw new AppError('store-newer-format', newer);
  const checked = FrameHeader.safeParse(headerValue);
  const body = bodyIn(bodyValue);
  if (!checked.success || body === undefined) return undefined;
  const header = checked.data;
  if (!continues(header, previous)) return undefined;
  // A purged body is no longer the one the header knows: a later record must vouch for its tombstone.
  if (!covered && !('purged' in body)) return undefined;
  return 'identity' in body === (header.seq === 1) ? { header, hash, body } : undefined;
}

function continues({ prev, seq }: FrameHeader, previous: Previous): boolean {
  return prev === previous.head && seq === previous.seq + 1;
}

function chainHash(previous: string, headerText: string): string {
  return sha256(previous + headerText);
}
