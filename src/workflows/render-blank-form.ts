import { resolve } from 'node:path';
import type { RegisterTemplate } from '#domain/register.js';
import { sayIn } from '#messages/say.js';
import { fitTemplates, type FittedBook } from '#registers/fit-template.js';
import { buildForm } from '#reports/form/build-form.js';
import type { FormRecord } from '#reports/form/form-source.js';
import { drawBlankForm } from '#reports/pdf/draw-document.js';
import { findFonts } from '#reports/pdf/find-fonts.js';
import type { Desk } from './desk.js';
import { fontFolders } from './font-folders.js';
import { glyphWarnings } from './issue-paper.js';
import { loadTemplates } from './load-catalog.js';
import { bookNamed } from './open-books.js';
import { openIfThere } from './open-if-there.js';
import { writePaper } from './write-paper.js';

export interface BlankFormRequest {
  readonly register: string;
  /** Rows of a table, sheets of a card. */
  readonly rows: number | undefined;
  readonly output: string | undefined;
}

export interface RenderedBlankForm {
  readonly register: string;
  readonly title: string;
  readonly path: string;
  readonly pages: number;
  readonly warnings: readonly string[];
}

const usual = { table: 15, card: 1, child: 10 } as const;

/** Prints a form to be filled in by hand, before `init` too; it has no number and is not recorded. */
export async function renderBlankForm(desk: Desk, { register, rows, output }: BlankFormRequest): Promise<RenderedBlankForm> {
  const { books, unit, isDemo } = await officeWords(desk);
  const { template } = bookNamed(register, books);
  const { layout, title } = template;
  const records = Array.from({ length: rows ?? usual[layout] }, () => emptyRecord(template, books));
  const source = { template, layout, isBlank: true, records, number: '', unit, by: '', at: desk.door.now(), day: '', isDemo };
  const { bytes, pages, missing } = await drawBlankForm(buildForm(source, sayIn('zh-CN')), desk.program.version, findFonts(fontFolders(desk.program)));
  const path = resolve(output ?? `${register}-blank.pdf`);
  writePaper(path, bytes);
  return { register, title: title.zh, path, pages, warnings: glyphWarnings(desk, missing) };
}

interface OfficeWords {
  readonly books: readonly FittedBook[];
  readonly unit: string;
  readonly isDemo: boolean;
}

// Paper may ask for what this machine may not hold: every column of the unit's own wording is printed.
async function officeWords(desk: Desk): Promise<OfficeWords> {
  const templates = loadTemplates(desk.program);
  const store = await openIfThere(desk.folder);
  try {
    const books = fitTemplates(templates, { mode: 'classified', overrides: store?.read().overrides ?? {}, allowances: {} });
    return { books, unit: store?.identity.unit ?? '', isDemo: store?.identity.demo === true };
  } finally {
    await store?.close();
  }
}

function emptyRecord(template: RegisterTemplate, books: readonly FittedBook[]): FormRecord {
  const children = template.layout === 'card' ? books.filter((book) => book.template.parent?.register === template.id) : [];
  return { cells: {}, children: children.map((book) => ({ template: book.template, rows: Array.from({ length: usual.child }, () => ({})) })) };
}
