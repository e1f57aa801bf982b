import { extname } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { writeBook } from '#registers/write-book.js';
import { writeCsv } from '#registers/write-csv.js';
import { readBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { exchangeForm } from './exchange-form.js';
import { findingCells } from './findings-sheet.js';
import { loadParameters } from './load-catalog.js';
import { isLive, viewFindings } from './view-findings.js';
import { writePaper } from './write-paper.js';

export interface ExportedFindings {
  readonly findings: number;
  readonly path: string;
}

/** Writes the rectification ledger (K05) as a workbook or CSV file, by the ending of `file`. */
export function exportFindings(desk: Desk, file: string, { all }: { readonly all: boolean }): Promise<ExportedFindings> {
  return readBooks(desk, async (open) => {
    const template = exchangeForm(desk.program, 'findings');
    const views = viewFindings(open.snapshot, open.today).filter(({ finding }) => all || isLive(finding));
    const parameters = loadParameters(desk.program);
    const rows = views.map((view) => findingCells(view, parameters));
    const ending = extname(file).toLowerCase();
    if (ending !== '.xlsx' && ending !== '.csv') throw new AppError('book-format-unknown', { file });
    const mark = open.identity.demo ? { watermark: desk.say('demo.mark') } : {};
    const bytes = ending === '.csv' ? writeCsv(rows, template) : await writeBook(template, rows, { unit: open.identity.unit, by: open.by.person, at: open.at, day: open.today, ...mark });
    writePaper(file, Buffer.from(bytes));
    return { findings: rows.length, path: file };
  });
}
