import { AppError, type Problem } from '#domain/app-error.js';
import type { Column, RegisterTemplate } from '#domain/register.js';
import { explainingSheets, listJoiner } from '#messages/spellings.js';
import { headerWords, type HeaderKnowledge } from './match-header.js';
import { gridOfCsv } from './read-csv.js';
import { gridOfSheet, type Grid } from './sheet-grid.js';
import { findHeader, firstRowHeader, headerProblems, idleIn, unknownIn, type SheetHeader } from './sheet-header.js';
import type { ReadRow } from './sheet-row.js';
import { readTable, type SkippedLine } from './sheet-table.js';
import { openWorkbook } from './spreadsheet.js';

/** A file whose sheets were opened; which of them is the book is asked when it is read. */
export interface OpenedBook {
  readonly file: string;
  readonly kind: 'xlsx' | 'csv';
  readonly sheets: readonly Grid[];
}

/** What a file says about a book. Nothing is decided here: the problems are for who plans the import. */
export interface ReadBook {
  /** Every row, also those with a problem. */
  readonly rows: readonly ReadRow[];
  /** In header and cells, with `line` and `column` (the title). */
  readonly problems: readonly Problem[];
  /** Line of the header. */
  readonly headerLine: number;
  /** Headers that nobody has explained yet; their cells were not read. */
  readonly unknownHeaders: readonly string[];
  /** Headers whose cells are deliberately passed over: 序号, reckoned columns, what was told to be ignored. */
  readonly ignored: readonly string[];
  /** Titles of columns with content that this machine may not hold; it was not read. */
  readonly dropped: readonly string[];
  /** Lines that are no rows of the book, and what they were taken for. */
  readonly skipped: readonly SkippedLine[];
  /** Name of the sheet that was read; that of a CSV file is empty. */
  readonly sheet: string;
  /** Further sheets that look like the same book; they were not read. */
  readonly otherSheets: readonly string[];
}

const limitBytes = 10 * 1024 * 1024;

/** Opens an .xlsx workbook or a CSV file, told apart by content; anything else, and anything monstrous, is refused with its cure. */
export async function openBook(bytes: Uint8Array, file: string): Promise<OpenedBook> {
  if (bytes.length > limitBytes) throw new AppError('file-too-large', { file, bytes: bytes.length, limit: limitBytes });
  if (startsWith(bytes, oleSignature)) throw new AppError(holdsPassword(bytes) ? 'workbook-encrypted' : 'workbook-old-format', { file });
  if (!startsWith(bytes, zipSignature)) return { file, kind: 'csv', sheets: [gridOfCsv(bytes, file)] };
  const { sheets, is1904 } = await openWorkbook(bytes, file, (name) => !explainingSheets.includes(name.trim()));
  return { file, kind: 'xlsx', sheets: sheets.map((sheet) => gridOfSheet(sheet, is1904)) };
}

const zipSignature = [0x50, 0x4b];
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

// A workbook with a password is an old container around the encrypted new one.
function holdsPassword(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** Reads the rows of a book. `headers`: header → column key, '' = pass over; `left`: columns that this machine may not hold. */
export function readBook(book: OpenedBook, template: RegisterTemplate, knowledge: HeaderKnowledge = {}): ReadBook {
  const { grid, header, otherSheets } = tableIn(book, template, knowledge);
  const { rows, problems, skipped, dropped } = readTable(grid, header, template, book.file);
  return {
    rows,
    problems: [...headerProblems(header, template), ...problems],
    headerLine: header.line,
    unknownHeaders: unknownIn(header),
    ignored: idleIn(header),
    dropped,
    skipped,
    sheet: grid.name,
    otherSheets,
  };
}

/** The sheet on which a book stands, and its header. */
export interface BookTable {
  readonly grid: Grid;
  readonly header: SheetHeader;
  readonly otherSheets: readonly string[];
}

/** Finds the sheet whose header names most columns of the book. */
export function tableIn({ file, kind, sheets }: OpenedBook, template: RegisterTemplate, knowledge: HeaderKnowledge): BookTable {
  const words = headerWords(template, knowledge);
  const candidates = sheets.flatMap((grid) => {
    const header = findHeader(grid, words);
    return header === undefined || header.found < Math.min(2, template.columns.length) ? [] : [{ grid, header }];
  });
  const best = candidates.reduce<(typeof candidates)[number] | undefined>((known, each) => (known === undefined || each.header.found > known.header.found ? each : known), undefined);
  const [first] = sheets;
  if (best === undefined && kind === 'csv' && first !== undefined) return { grid: first, header: firstRowHeader(first, words), otherSheets: [] };
  if (best === undefined) throw new AppError('workbook-no-header', { file, expected: expectedTitles(template.columns) });
  const rivals = candidates.filter((each) => each !== best && each.header.found * 2 > best.header.found && each.grid.rows.length > each.header.body);
  return { ...best, otherSheets: rivals.map(({ grid }) => grid.name) };
}

function expectedTitles(columns: readonly Column[]): string {
  return columns
    .slice(0, 6)
    .map((column) => column.title.zh)
    .join(listJoiner);
}
