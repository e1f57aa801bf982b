import { unpackGuarded } from '#registers/zip-guard.js';

/** How much of a text is looked at. */
const limit = 1024 * 1024;

/** The text of plain-text files and of office documents, one piece a part; undefined when the bytes are something else. Nothing is run, drawn or opened. */
export function readableText(bytes: Buffer): readonly string[] | undefined {
  if (bytes.subarray(0, 4).equals(zipBeginning)) return archiveText(bytes);
  const text = plainText(bytes.subarray(0, limit));
  return text === undefined ? undefined : [text];
}

const zipBeginning = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
// Text to a program, not to a reader: what is written in them is wrapped in their own language.
const wrapped = ['%PDF-', '{\\rtf', '%!PS'];
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** What is text by its content, whatever its name: UTF-8, UTF-16 that says so, GB 18030. */
function plainText(bytes: Buffer): string | undefined {
  if (wrapped.some((beginning) => bytes.subarray(0, beginning.length).toString('latin1') === beginning)) return undefined;
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : bytes[0] === 0xfe && bytes[1] === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = strictly(encoding, bytes);
    if (text !== undefined) return controls.test(text) ? undefined : text;
  }
  return undefined;
}

function strictly(encoding: string, bytes: Buffer): string | undefined {
  try {
    // As a stream, because the limit may fall into the middle of a character.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    // Not this encoding: the caller tries the next one.
    return undefined;
  }
}

const documentParts = /^(?:word\/(?:document|header\d*|footer\d*)\.xml|xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml|ppt\/slides\/slide\d+\.xml|(?:Doc_\d+\/)?(?:Pages|Tpls)\/[^/]+\/Content\.xml)$/i;

function archiveText(bytes: Buffer): readonly string[] | undefined {
  try {
    const { parts } = unpackGuarded(bytes, '', (name) => documentParts.test(name));
    return parts.length === 0 ? undefined : parts.map(({ content }) => textOfMarkup(content.subarray(0, limit).toString('utf8')));
  } catch {
    // Encrypted, damaged or monstrous: its content was not looked at, and the record says so.
    return undefined;
  }
}

// The guillemets of a tag never nest, so each of these reads the text once.
function textOfMarkup(markup: string): string {
  const broken = markup.replace(/<\/(?:\w{1,20}:)?(?:p|si|is|c|TextObject)>|<(?:\w{1,20}:)?br\b[^<>]*>/g, '\n');
  return broken.replace(/<[^<>]*>/g, '').replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (_whole, digits: string) => character(digits));
}

function character(digits: string): string {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
