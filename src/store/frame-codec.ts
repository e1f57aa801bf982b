import { z } from 'zod';
import { FrameHeader } from '#domain/frame.js';
import { collectionSchemas, type CollectionName } from '#domain/working-set.js';
import type { Change } from '#domain/change.js';
import { canonicalJson, sha256 } from './canonical-json.js';

/** Head of the chain before the first record. */
export const chainStart = '0'.repeat(64);

/** One record of the journal, checked against the chain. */
export interface Frame {
  readonly header: FrameHeader;
  readonly hash: string;
  readonly body: FrameBody;
}

/** What a record did, or the trace of a body that was purged for personal-data reasons. */
export type FrameBody =
  | { readonly identity: unknown }
  | { readonly changes: readonly Change[]; readonly documents: readonly string[]; readonly purged?: readonly number[] }
  | { readonly tombstone: { readonly at: string; readonly by: string; readonly reason: string; readonly bytes: number } };

const collections = Object.keys(collectionSchemas) as [CollectionName, ...CollectionName[]];

const Body = z.union([
  z.strictObject({ identity: z.unknown() }),
  z.strictObject({
    changes: z.array(z.strictObject({ collection: z.enum(collections), id: z.string().min(1), value: z.unknown() })),
    documents: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
    purged: z.array(z.int().positive()).optional(),
  }),
  z.strictObject({ tombstone: z.strictObject({ at: z.string(), by: z.string(), reason: z.string(), bytes: z.int() }) }),
]);

const Line = z.strictObject({ header: FrameHeader, body: Body });

/** The line of a record: hash of the chain, blank, canonical JSON. */
export function encodeFrame(header: Omit<FrameHeader, 'bodyDigest'>, body: FrameBody): { readonly line: Buffer; readonly frame: Frame } {
  const full: FrameHeader = { ...header, bodyDigest: sha256(canonicalJson(body)) };
  const hash = chainHash(full);
  return { line: Buffer.from(`${hash} ${canonicalJson({ header: full, body })}\n`), frame: { header: full, hash, body } };
}

/** The record of a line, or undefined when anything about it is not as it was written. */
export function decodeFrame(line: Buffer, previous: { readonly seq: number; readonly head: string }): Frame | undefined {
  const text = utf8(line);
  if (text === undefined || text[64] !== ' ') return undefined;
  const parsed = parseCanonical(text.slice(65));
  const checked = parsed === undefined ? undefined : Line.safeParse(parsed.value);
  if (checked?.success !== true) return undefined;
  const { header } = checked.data;
  const body = checked.data.body as FrameBody;
  const hash = text.slice(0, 64);
  if (hash !== chainHash(header) || header.prev !== previous.head || header.seq !== previous.seq + 1) return undefined;
  if (!('tombstone' in body) && header.bodyDigest !== sha256(canonicalJson(body))) return undefined;
  return hasValidRecords(body) ? { header, hash, body } : undefined;
}

/** The value of canonical JSON text; text with duplicate keys, a BOM, blanks or absurd depth is not canonical. */
export function parseCanonical(text: string): { readonly value: unknown } | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return canonicalJson(value) === text ? { value } : undefined;
  } catch {
    // Not JSON, or too deep to be ours: either way not what was written.
    return undefined;
  }
}

function hasValidRecords(body: FrameBody): boolean {
  if (!('changes' in body)) return true;
  return body.changes.every(({ collection, value }) => value === null || collectionSchemas[collection].safeParse(value).success);
}

function chainHash(header: FrameHeader): string {
  return sha256(header.prev + canonicalJson(header));
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Bytes that are no UTF-8 were not written by us.
    return undefined;
  }
}
