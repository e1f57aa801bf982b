import { describe, expect, it } from 'vitest';
import { packStored } from '#registers/zip-guard.js';
import { readableText } from '#workflows/readable-text.js';
import { isMarkedText } from '#workflows/marking-check.js';

const words = '机密★5年';
// 机密★5年 as a Chinese Windows saves it.
const gb18030 = Buffer.from([0xbb, 0xfa, 0xc3, 0xdc, 0xa1, 0xef, 0x35, 0xc4, 0xea]);
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const archive = (parts: Readonly<Record<string, string>>): Buffer => Buffer.from(packStored(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) }))));
const isMarked = (bytes: Buffer): boolean | undefined => readableText(bytes)?.some(isMarkedText);

describe('text is known by its content, whatever the file is called', () => {
  it.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16 BE', swapped(Buffer.from(`\ufeff${words}`, 'utf16le'))],
    ['GB 18030', gb18030],
  ])('%s', (_name, bytes) => expect(isMarked(bytes)).toBe(true));

  it('also when its first megabyte ends in the middle of a character', () => {
    const bytes = Buffer.concat([Buffer.from(`${words}\na`), Buffer.from('文'.repeat(400_000))]);
    expect(isMarked(bytes)).toBe(true);
  });
});

describe('what is no text is not called text', () => {
  it.each([
    ['a PDF, also one of plain signs', Buffer.from('%PDF-1.4\n1 0 obj << >> endobj\n')],
    ['rich text', Buffer.from('{\\rtf1\\ansi \\\'bb\\\'fa}')],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46])],
    ['random bytes', Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 89 + 13) % 256))],
    ['an archive of something else', archive({ 'notes.txt': words })],
    ['a damaged document', archive({ 'word/document.xml': words }).subarray(0, 60)],
  ])('%s', (_name, bytes) => expect(readableText(bytes)).toBeUndefined());
});

describe('office documents are looked into', () => {
  it('a marking that the editor cut into pieces is found', () => {
    const runs = '<w:document><w:body><w:p><w:r><w:t>机密</w:t></w:r><w:r><w:t>★5年</w:t></w:r></w:p><w:p><w:r><w:t>关于</w:t></w:r></w:p></w:body></w:document>';
    expect(isMarked(archive({ 'word/document.xml': runs }))).toBe(true);
  });

  it('a level alone in the head of the page, in a cell or in numbers of characters', () => {
    expect(isMarked(archive({ 'word/document.xml': '<w:p><w:t>正文</w:t></w:p>', 'word/header1.xml': '<w:hdr><w:p><w:t>秘密</w:t></w:p></w:hdr>' }))).toBe(true);
    expect(isMarked(archive({ 'xl/sharedStrings.xml': '<sst><si><t>名单</t></si><si><t>绝密 30年</t></si></sst>' }))).toBe(true);
    expect(isMarked(archive({ 'word/document.xml': '<w:p><w:t>&#26426;&#x5bc6;&#9733;</w:t></w:p>' }))).toBe(true);
  });

  it('and one about secrecy work is not refused', () => {
    expect(isMarked(archive({ 'word/document.xml': '<w:p><w:t>保密工作领导小组会议记录</w:t></w:p><w:p><w:t>学习国家秘密定密规定，机密级涉密人员2名</w:t></w:p>' }))).toBe(false);
  });

  it('a page of nothing but opening signs is read in a moment', () => {
    const started = performance.now();
    readableText(archive({ 'word/document.xml': `${'<'.repeat(500_000)}${'<w:br'.repeat(90_000)}` }));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
