import { sayIn } from '#messages/say.js';
import { buildStatistics } from '#reports/form/build-statistics.js';
import { openStore } from '#store/store.js';
import { booksOpenIn } from './change-books.js';
import { claimed, type Desk } from './desk.js';
import { issuePaper, type RenderedReport } from './issue-paper.js';
import type { PaperFormat } from './paper-as.js';
import { statisticsIn } from './show-statistics.js';
import { statisticsSheet } from './statistics-sheet.js';

export interface AnnualRequest {
  /** This year unless told. */
  readonly year?: string;
  readonly output?: string;
  readonly format?: PaperFormat;
  readonly by?: string;
}

/** Prints the data sheet of the yearly report (K12): the same figures as `stats annual`. */
export async function renderAnnual(desk: Desk, request: AnnualRequest): Promise<RenderedReport> {
  const store = await openStore(desk.folder);
  try {
    const open = booksOpenIn(desk, store);
    const say = sayIn('zh-CN');
    const sheet = statisticsSheet(statisticsIn(desk, 'annual', [request.year ?? open.today.slice(0, 4)], open), say);
    const by = claimed(request.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const paper = { sheet, isBlank: false, unit: open.identity.unit, by: by.person, at: open.at, day: open.today, isDemo: open.identity.demo };
    const order = { template: 'annual', assessmentIds: [], at: open.at, by, output: request.output, format: request.format };
    return await issuePaper(desk, store, order, (number) => ({ document: buildStatistics({ ...paper, number }, say), assessments: [] }));
  } finally {
    await store.close();
  }
}
