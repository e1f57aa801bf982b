import { resolve } from 'node:path';
import { sayIn } from '#messages/say.js';
import { buildVisitSheet } from '#reports/form/build-visit-sheet.js';
import { drawBlankForm } from '#reports/pdf/draw-document.js';
import { findFonts } from '#reports/pdf/find-fonts.js';
import { AppError } from '#domain/app-error.js';
import type { Desk } from './desk.js';
import { fontFolders } from './font-folders.js';
import { glyphWarnings } from './issue-paper.js';
import { listChecklistFiles } from './list-checklists.js';
import { loadCatalog } from './load-catalog.js';
import { checklistFile, loadChecklist } from './load-checklist.js';
import { openIfThere } from './open-if-there.js';
import { writePaper } from './write-paper.js';

export interface RenderedVisitSheet {
  readonly checklist: string;
  readonly title: string;
  readonly questions: number;
  readonly path: string;
  readonly pages: number;
  readonly warnings: readonly string[];
}

/** Prints the questions of a checklist for a visit, to be filled in by hand; answers are entered afterwards with `assess answer`. */
export async function renderVisitSheet(desk: Desk, request: { readonly checklist: string; readonly place?: string; readonly output?: string }): Promise<RenderedVisitSheet> {
  const { file } = checklistFile(request.checklist, listChecklistFiles(desk.program, desk.folder));
  const { checklist } = loadChecklist(file, loadCatalog(desk.program).environment);
  const questions = checklist.sections.flatMap((section) => section.items).filter((item) => item.method === 'manual').length;
  if (questions === 0) throw new AppError('visit-no-questions', { checklist: checklist.id });
  const { unit, isDemo } = await officeName(desk);
  const document = buildVisitSheet(checklist, { unit, place: request.place ?? '', at: desk.door.now(), isDemo }, sayIn('zh-CN'));
  const { bytes, pages, missing } = await drawBlankForm(document, desk.program.version, findFonts(fontFolders(desk.program)));
  const path = resolve(request.output ?? `${checklist.id}-visit.pdf`);
  writePaper(path, bytes);
  return { checklist: checklist.id, title: document.title, questions, path, pages, warnings: glyphWarnings(desk, missing) };
}

async function officeName(desk: Desk): Promise<{ readonly unit: string; readonly isDemo: boolean }> {
  const store = await openIfThere(desk.folder);
  try {
    return { unit: store?.identity.unit ?? '', isDemo: store?.identity.demo === true };
  } finally {
    await store?.close();
  }
}
