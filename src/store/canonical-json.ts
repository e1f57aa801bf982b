import { createHash } from 'node:crypto';
import { AppError } from '#domain/app-error.js';

const deepest = 100;

/** JSON with sorted keys and no blanks: the same value always gives the same bytes. What JSON cannot hold is refused, never bent. */
export function canonicalJson(value: unknown): string {
  return written(value, 0);
}

/** SHA-256 of text or bytes, lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The name under which a document is kept: the digest of its canonical bytes. */
export function documentDigest(body: unknown): string {
  return sha256(canonicalJson(body));
}

/** The value of canonical JSON; bytes with duplicate keys, a BOM, blanks, absurd depth or no UTF-8 are none. */
export function parseCanonical(bytes: Uint8Array): { readonly value: unknown; readonly text: string } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text) as unknown;
    return canonicalJson(value) === text ? { value, text } : undefined;
  } catch {
    // No UTF-8, no JSON, or too deep to be ours: either way not what was written.
    return undefined;
  }
}

function written(value: unknown, depth: number): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (depth === deepest) throw new AppError('store-not-json', { detail: `depth ${String(deepest)}` });
  if (Array.isArray(value)) return `[${value.map((each) => written(each, depth + 1)).join(',')}]`;
  if (!isPlainObject(value)) throw new AppError('store-not-json', { detail: typeof value });
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${written(value[key], depth + 1)}`)
    .join(',')}}`;
}

// A Date or a Map would be written as an empty object.
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
}
