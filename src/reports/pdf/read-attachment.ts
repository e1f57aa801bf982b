import { inflateSync } from 'node:zlib';
import { AppError } from '#domain/app-error.js';
import { ReportAttachment } from './attachment.js';

const limitBytes = 64 * 1024 * 1024;

/** A paper's attachment as it was written: its bytes and what they say. */
export interface ReadAttachment {
  readonly bytes: Buffer;
  readonly attachment: ReportAttachment;
}

/** Takes `report.json` out of a paper that this tool wrote; follows only the plain cross-reference table that it writes. */
export function readAttachment(pdf: Buffer): ReadAttachment {
  const text = pdf.toString('latin1');
  const offsets = objectOffsets(text);
  const root = objectText(text, offsets, reference(trailerOf(text), 'Root'));
  const listed = /\/AF \[(\d+) 0 R/.exec(root)?.[1] ?? unreadable('AF');
  const file = objectText(text, offsets, Number(listed));
  const embedded = /\/EF <<\s*\/F (\d+) 0 R/.exec(file)?.[1] ?? unreadable('EF');
  const bytes = inflated(pdf, text, offsets.get(Number(embedded)) ?? unreadable('EF'));
  return { bytes, attachment: parsed(bytes) };
}

function objectOffsets(text: string): ReadonlyMap<number, number> {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? unreadable('startxref'));
  const section = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 40)) ?? unreadable('xref');
  const first = start + section[0].length;
  const count = Number(section[1]);
  const entries = Array.from({ length: count }, (_, index) => text.slice(first + 20 * index, first + 20 * index + 18));
  return new Map(entries.flatMap((entry, index) => (/^\d{10} \d{5} n/.test(entry) ? [[index, Number(entry.slice(0, 10))] as const] : [])));
}

function trailerOf(text: string): string {
  return text.slice(text.lastIndexOf('trailer'));
}

function reference(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? unreadable(key));
}

function objectText(text: string, offsets: ReadonlyMap<number, number>, id: number): string {
  const at = offsets.get(id) ?? unreadable(String(id));
  const end = text.indexOf('endobj', at);
  return end < 0 ? unreadable(String(id)) : text.slice(at, end);
}

function inflated(pdf: Buffer, text: string, at: number): Buffer {
  const begin = text.indexOf('stream', at);
  const length = Number(/\/Length (\d+)/.exec(text.slice(at, begin))?.[1] ?? unreadable('Length'));
  const from = begin + (text.startsWith('stream\r\n', begin) ? 8 : 7);
  try {
    return inflateSync(pdf.subarray(from, from + length), { maxOutputLength: limitBytes });
  } catch (cause) {
    return unreadable('deflate', cause);
  }
}

function parsed(bytes: Buffer): ReportAttachment {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    return unreadable('JSON', cause);
  }
  const checked = ReportAttachment.safeParse(value);
  return checked.success ? checked.data : unreadable(checked.error.issues[0]?.path.join('.') ?? 'JSON');
}

function unreadable(detail: string, cause?: unknown): never {
  throw new AppError('report-attachment-unreadable', { detail }, { cause });
}
