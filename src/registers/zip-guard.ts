import { crc32, inflateRawSync } from 'node:zlib';
import { AppError, type ErrorCode } from '#domain/app-error.js';

/** One file of an archive, unpacked; its real size was held against the promised one. */
export interface ArchivePart {
  readonly name: string;
  readonly content: Buffer;
}

const megabyte = 1024 * 1024;
const limits = { entries: 2000, entryBytes: 96 * megabyte, totalBytes: 128 * megabyte, ratio: 200, ratioFrom: megabyte };
const signature = { end: 0x06054b50, zip64End: 0x07064b50, central: 0x02014b50, local: 0x04034b50 };
const isEncrypted = 0x2041;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/** The wanted parts of a zip archive that unpacks to what it promises, and nothing monstrous; anything else is refused. */
export function unpackGuarded(bytes: Uint8Array, file: string, isWanted: (name: string) => boolean): { readonly names: readonly string[]; readonly parts: readonly ArchivePart[] } {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(archive, file);
  refuseMonsters(entries, file);
  const parts = entries.filter(({ name }) => isWanted(name)).map((entry) => ({ name: entry.name, content: contentOf(archive, entry, file) }));
  return { names: entries.map(({ name }) => name), parts };
}

// Some writers use backslashes or begin with a slash: the name that is meant is the same.
function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function entriesOf(archive: Buffer, file: string): readonly Entry[] {
  const end = endOf(archive);
  if (end === undefined) throw refusal('workbook-damaged', file, 'zip');
  const count = archive.readUInt16LE(end + 10);
  const start = archive.readUInt32LE(end + 16);
  if (count === 0xffff || start === 0xffffffff || hasZip64(archive, end)) throw refusal('workbook-suspicious', file, 'zip64');
  if (count > limits.entries) throw refusal('workbook-suspicious', file, `${count} > ${limits.entries}`);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = entryAt(archive, at, file);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function endOf(archive: Buffer): number | undefined {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 0xffff); at -= 1) {
    if (archive.readUInt32LE(at) === signature.end && at + 22 + archive.readUInt16LE(at + 20) === archive.length) return at;
  }
  return undefined;
}

function hasZip64(archive: Buffer, end: number): boolean {
  return end >= 20 && archive.readUInt32LE(end - 20) === signature.zip64End;
}

function entryAt(archive: Buffer, at: number, file: string): { readonly entry: Entry; readonly next: number } {
  if (at + 46 > archive.length || archive.readUInt32LE(at) !== signature.central) throw refusal('workbook-damaged', file, 'zip');
  const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
  const entry = {
    name: plainName(archive.toString('utf8', at + 46, nameEnd)),
    flags: archive.readUInt16LE(at + 8),
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    offset: archive.readUInt32LE(at + 42),
  };
  return { entry, next: nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32) };
}

function refuseMonsters(entries: readonly Entry[], file: string): void {
  if (entries.some(({ flags }) => (flags & isEncrypted) !== 0)) throw refusal('workbook-encrypted', file, 'zip');
  const names = entries.map(({ name }) => name.toLowerCase());
  if (new Set(names).size < names.length) throw refusal('workbook-suspicious', file, 'duplicate names');
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.totalBytes || entries.some(({ size }) => size > limits.entryBytes)) throw refusal('workbook-too-large', file, `${Math.round(total / megabyte)} MB`);
  if (entries.some(({ size, packed }) => size > limits.ratioFrom && size > packed * limits.ratio)) throw refusal('workbook-suspicious', file, `1 : ${limits.ratio}`);
}

function contentOf(archive: Buffer, { method, packed, crc, size, offset }: Entry, file: string): Buffer {
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== signature.local) throw refusal('workbook-damaged', file, 'zip');
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const body = archive.subarray(start, start + packed);
  if (body.length !== packed || (method !== 0 && method !== 8)) throw refusal('workbook-damaged', file, 'zip');
  const content = method === 0 ? body : inflated(body, size, file);
  if (content.length !== size) throw refusal('workbook-suspicious', file, 'size');
  // One changed byte in a cell would be read as if somebody had typed it.
  if (crc32(content) !== crc) throw refusal('workbook-damaged', file, 'crc');
  return content;
}

function inflated(body: Buffer, size: number, file: string): Buffer {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    const lies = (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw refusal(lies ? 'workbook-suspicious' : 'workbook-damaged', file, lies ? 'size' : 'zip', cause);
  }
}

function refusal(code: ErrorCode, file: string, detail: string, cause?: unknown): AppError {
  return new AppError(code, { file, detail }, { cause });
}

/** An archive of these parts, nothing compressed: what a reader finds in it has been measured already. */
export function packStored(parts: readonly ArchivePart[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const label = Buffer.from(name, 'utf8');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    locals.push(word(signature.local), fields, label, content);
    centrals.push(word(signature.central), Buffer.from([20, 0]), fields, place, label);
    offset += 30 + label.length + content.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, word(signature.end), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
