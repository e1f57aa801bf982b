import { extname } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { RegisterTemplate, Row } from '#domain/register.js';
import { maskCell } from '#registers/mask.js';
import type { Cells } from '#registers/sheet-row.js';
import { visibleRows } from '#registers/register-facts.js';
import { writeBook, type BookParticulars } from '#registers/write-book.js';
import { writeCsv } from '#registers/write-csv.js';
import { openStore } from '#store/store.js';
import { blankForm } from './blank-form.js';
import { booksOpenIn, type OpenBooks } from './change-books.js';
import { recordDisclosure, type Unmasking } from './disclosure.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { loadTemplates } from './load-catalog.js';
import { keptBook, rowByKey } from './open-books.js';
import { writePaper } from './write-paper.js';

export interface ExportedBook {
  readonly register: string;
  readonly title: string;
  readonly rows: number;
  readonly masked: boolean;
  readonly path: string;
}

/** Writes a book as a workbook or CSV file, by the ending of `file`; personal details are masked unless the masking was lifted with a reason. */
export async function exportRegister(desk: Desk, register: string, file: string, asked: Unmasking & { readonly key?: string }): Promise<ExportedBook> {
  const store = await openStore(desk.folder, { readOnly: !asked.unmasked });
  try {
    const open = booksOpenIn(desk, store);
    const { template } = keptBook(register, open.books);
    const all = visibleRows({ books: open.books, rows: Object.values(open.snapshot.rows), year: open.today.slice(0, 4) }).get(register) ?? [];
    const one = asked.key === undefined ? undefined : rowByKey(template, asked.key, open.snapshot).rowId;
    const seen = all.filter(({ row }) => one === undefined || row.rowId === one);
    await recordDisclosure(desk, store, asked, { register, output: 'workbook', rows: seen.length });
    const rows = seen.map(({ cells }) => (asked.unmasked ? cells : maskedCells(template, cells)));
    writePaper(file, await bookBytes(desk, template, rows, file, open));
    return { register, title: template.title.zh, rows: rows.length, masked: !asked.unmasked, path: file };
  } finally {
    await store.close();
  }
}

/** Writes an empty book to be filled in. */
export async function writeBlankBook(desk: Desk, register: string, file: string): Promise<void> {
  const { template, open } = await blankForm(desk, register);
  writePaper(file, await bookBytes(desk, template, [], file, open));
}

async function bookBytes(desk: Desk, template: RegisterTemplate, rows: readonly Cells[], file: string, open: OpenBooks | undefined): Promise<Buffer> {
  const ending = extname(file).toLowerCase();
  if (ending !== '.xlsx' && ending !== '.csv') throw new AppError('book-format-unknown', { file });
  const identity = open?.identity;
  const mark: { readonly watermark?: string } = identity?.demo === true ? { watermark: desk.say('demo.mark') } : {};
  if (ending === '.csv') return Buffer.from(marked(writeCsv(rows, template), mark.watermark));
  return Buffer.from(await writeBook(template, rows, { ...particulars(desk, open), ...mark, books: titlesOf(desk) }));
}

function particulars(desk: Desk, open: OpenBooks | undefined): BookParticulars {
  const at = open?.at ?? desk.door.now();
  return { unit: open?.identity.unit ?? '', by: open?.identity.officer ?? '', at, day: dayOf(at) };
}

function titlesOf(desk: Desk): Record<string, string> {
  return Object.fromEntries(loadTemplates(desk.program).map(({ id, title }) => [id, title.zh]));
}

// A line above the header is passed over when the file is read again.
function marked(csv: string, watermark: string | undefined): string {
  return watermark === undefined ? csv : `\ufeff${watermark}\r\n${csv.replace(/^\ufeff/, '')}`;
}

function maskedCells(template: RegisterTemplate, cells: Row['cells']): Cells {
  return Object.fromEntries(
    template.columns.flatMap((column) => {
      const value = cells[column.key];
      if (value === undefined) return [];
      return [[column.key, column.personal || column.type === 'idno' || column.type === 'phone' ? maskCell(column, value) : value] as const];
    }),
  );
}
