import { AppError } from '#domain/app-error.js';

/** The text of a CSV file: strict UTF-8, else GB 18030, as Excel on Chinese Windows saves it; anything else is refused. */
export function decodeCsv(bytes: Uint8Array, file: string): string {
  const disguise = Object.entries(foreign).find(([, signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (disguise !== undefined) throw new AppError('csv-other-format', { file, format: disguise[0] });
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
  const page = markup.exec(text ?? '')?.[1];
  if (page !== undefined) throw new AppError('csv-other-format', { file, format: page.toUpperCase() });
  if (text === undefined || text.includes('\0')) throw new AppError('csv-encoding', { file });
  return text;
}

// Workbooks that someone renamed, and text that spreadsheets save as "Unicode".
const foreign: Readonly<Record<string, readonly number[]>> = {
  'xlsx, et': [0x50, 0x4b, 0x03, 0x04],
  'xls, et': [0xd0, 0xcf, 0x11, 0xe0],
  'UTF-16 LE': [0xff, 0xfe],
  'UTF-16 BE': [0xfe, 0xff],
};

// What web systems call an Excel file is often a page with a table.
const markup = /^\s*<(?:!doctype\s+|\?)?(html|xml|table|meta|head|div|style)\b/i;

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding: the caller tries the next one.
    return undefined;
  }
}
