import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error.js';
import { packStored, unpackGuarded } from '#registers/zip-guard.js';

interface Part {
  readonly name: string;
  readonly text: string;
  /** What the directory says instead of the truth. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
}

const sheet: Part = { name: 'xl/worksheets/sheet1.xml', text: '<worksheet>设备</worksheet>' };

/** An archive by hand, so that it can lie. */
function archive(parts: readonly Part[], count = parts.length): Buffer {
  let offset = 0;
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  for (const { name, text, size, crc, flags = 0, method = 8 } of parts) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc ?? crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size ?? content.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, label, packed);
    entries.push(entry, label);
    offset += 30 + label.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const unpack = (bytes: Uint8Array): ReturnType<typeof unpackGuarded> => unpackGuarded(bytes, '设备.xlsx', () => true);

function refusalOf(bytes: Uint8Array): string {
  try {
    unpack(bytes);
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${String(error.params['detail'])}`;
    throw error;
  }
  return 'none';
}

describe('an honest archive', () => {
  it('gives its parts', () => {
    expect(unpack(archive([sheet])).parts.map(({ name, content }) => [name, content.toString()])).toEqual([[sheet.name, sheet.text]]);
  });

  it('gives only the parts that are wanted, and the names of all', () => {
    const { names, parts } = unpackGuarded(archive([sheet, { name: 'xl/media/image1.png', text: 'x' }]), '设备.xlsx', (name) => name.endsWith('.xml'));
    expect([names.length, parts.length]).toEqual([2, 1]);
  });

  it('may have a comment, backslashes and names from the root', () => {
    const bytes = archive([{ ...sheet, name: '\\xl\\worksheets\\sheet1.xml' }]);
    bytes.writeUInt16LE(5, bytes.length - 2);
    expect(unpack(Buffer.concat([bytes, Buffer.from('hello')])).names).toEqual([sheet.name]);
  });

  it('is the same after it was packed again without compression', () => {
    const parts = [{ name: sheet.name, content: Buffer.from(sheet.text) }, { name: 'empty.xml', content: Buffer.alloc(0) }];
    expect(unpack(packStored(parts)).parts).toEqual(parts);
  });
});

describe('an archive is refused', () => {
  it.each([
    ['a part that is larger than it says', archive([{ ...sheet, size: 3 }]), 'workbook-suspicious size'],
    ['a part that is smaller than it says', archive([{ ...sheet, size: 500 }]), 'workbook-suspicious size'],
    ['a part whose bytes changed on the way', archive([{ ...sheet, crc: 7 }]), 'workbook-damaged crc'],
    ['a part under a password', archive([{ ...sheet, flags: 1 }]), 'workbook-encrypted zip'],
    ['a directory under a password', archive([{ ...sheet, flags: 0x2000 }]), 'workbook-encrypted zip'],
    ['a kind of compression that no office program writes', archive([{ ...sheet, method: 14 }]), 'workbook-damaged zip'],
    ['two parts with one name', archive([sheet, sheet]), 'workbook-suspicious duplicate names'],
    ['two parts whose names differ by case only', archive([sheet, { ...sheet, name: 'XL/worksheets/Sheet1.xml' }]), 'workbook-suspicious duplicate names'],
    ['two million bytes of one blank', archive([{ ...sheet, text: ' '.repeat(2_000_000) }]), 'workbook-suspicious 1 : 200'],
    ['a part of 97 MB', archive([{ ...sheet, size: 97 * 1024 * 1024 }]), 'workbook-too-large 97 MB'],
    ['parts of 130 MB together', archive([{ ...sheet, size: 65 * 1024 * 1024 }, { ...sheet, name: 'b.xml', size: 65 * 1024 * 1024 }]), 'workbook-too-large 130 MB'],
    ['an archive of the kind for giants', archive([sheet], 0xffff), 'workbook-suspicious zip64'],
    ['more than 2,000 parts', archive([sheet], 2001), 'workbook-suspicious 2001 > 2000'],
    ['a directory that promises more parts than it lists', archive([sheet], 2), 'workbook-damaged zip'],
    ['a file without an end', archive([sheet]).subarray(0, 60), 'workbook-damaged zip'],
    ['two letters only', Buffer.from('PK'), 'workbook-damaged zip'],
  ])('for %s', (_what, bytes, refusal) => {
    expect(refusalOf(bytes)).toBe(refusal);
  });

});
