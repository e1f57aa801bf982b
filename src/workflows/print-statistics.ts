import { extname, resolve } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { IssuedReport } from '#domain/issued-report.js';
import type { StatisticsSheet } from '#domain/statistics.js';
import { sayIn } from '#messages/say.js';
import { writeStatistics } from '#registers/statistics/write-statistics.js';
import { buildStatistics } from '#reports/form/build-statistics.js';
import { drawBlankForm } from '#reports/pdf/draw-document.js';
import { findFonts } from '#reports/pdf/find-fonts.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { fontFolders } from './font-folders.js';
import { glyphWarnings, issuePaper } from './issue-paper.js';
import { openIfThere } from './open-if-there.js';
import { writePaper } from './write-paper.js';

/** A file that was written; a workbook has no pages, a blank form no number. */
export interface PrintedStatistics {
  readonly path: string;
  readonly blank: boolean;
  readonly pages?: number;
  readonly issued?: IssuedReport;
  readonly warnings: readonly string[];
}

/** Writes a statistical table as a workbook or a paper, by the ending of `file`. */
export async function printStatistics(desk: Desk, sheet: StatisticsSheet, file: string, isBlank: boolean): Promise<PrintedStatistics> {
  const path = resolve(file);
  const ending = extname(file).toLowerCase();
  if (ending === '.xlsx') return writeWorkbook(desk, sheet, path, isBlank);
  if (ending !== '.pdf') throw new AppError('statistics-format-unknown', { file });
  return isBlank ? drawBlank(desk, sheet, path) : issue(desk, sheet, path);
}

async function writeWorkbook(desk: Desk, sheet: StatisticsSheet, path: string, isBlank: boolean): Promise<PrintedStatistics> {
  const { unit, officer, isDemo } = await officeOf(desk);
  const at = desk.door.now();
  const mark = isDemo ? { watermark: desk.say('demo.mark') } : {};
  const bytes = await writeStatistics(sheet, { unit, by: isBlank ? '' : officer, day: isBlank ? '' : dayOf(at), at, ...mark });
  writePaper(path, Buffer.from(bytes));
  return { path, blank: isBlank, warnings: [] };
}

async function drawBlank(desk: Desk, sheet: StatisticsSheet, path: string): Promise<PrintedStatistics> {
  const { unit, isDemo } = await officeOf(desk);
  const document = buildStatistics({ sheet, isBlank: true, number: '', unit, by: '', at: desk.door.now(), day: '', isDemo }, sayIn('zh-CN'));
  const { bytes, pages, missing } = await drawBlankForm(document, desk.program.version, findFonts(fontFolders(desk.program)));
  writePaper(path, bytes);
  return { path, blank: true, pages, warnings: glyphWarnings(desk, missing) };
}

async function issue(desk: Desk, sheet: StatisticsSheet, path: string): Promise<PrintedStatistics> {
  const store = await openStore(desk.folder);
  try {
    const { unit, demo, officer } = store.identity;
    const at = desk.door.now();
    const by = claimed(officer ?? desk.say('actor.unnamed'));
    const paper = { sheet, isBlank: false, unit, by: by.person, at, day: dayOf(at), isDemo: demo };
    const order = { template: `stats:${sheet.id}`, assessmentIds: [], at, by, output: path };
    const { issued, pages, warnings } = await issuePaper(desk, store, order, (number) => ({ document: buildStatistics({ ...paper, number }, sayIn('zh-CN')), assessments: [] }));
    return { path: issued.path, blank: false, pages, issued, warnings };
  } finally {
    await store.close();
  }
}

async function officeOf(desk: Desk): Promise<{ readonly unit: string; readonly officer: string; readonly isDemo: boolean }> {
  const store = await openIfThere(desk.folder);
  if (store === undefined) return { unit: '', officer: '', isDemo: false };
  const { unit, officer, demo } = store.identity;
  await store.close();
  return { unit, officer: officer ?? '', isDemo: demo };
}
