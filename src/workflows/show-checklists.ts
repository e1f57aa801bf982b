import { openChecklist } from '#catalog/open-checklist.js';
import type { Checklist } from '#domain/checklist.js';
import type { Desk } from './desk.js';
import { listChecklistFiles } from './list-checklists.js';
import { checklistFile, loadChecklist } from './load-checklist.js';
import { loadCatalog } from './load-catalog.js';

export interface ChecklistLine {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly origin: 'program' | 'office';
  readonly items: number;
  readonly automated: number;
  readonly register: number;
  readonly manual: number;
}

/** One line for each checklist of this desk. */
export function showChecklists(desk: Desk): readonly ChecklistLine[] {
  return listChecklistFiles(desk.program, desk.folder).map(({ file, origin }) => lineOf(openChecklist(file).checklist, origin));
}

/** A checklist, checked whole. */
export function showChecklist(desk: Desk, id: string): Checklist {
  const file = checklistFile(id, listChecklistFiles(desk.program, desk.folder)).file;
  return loadChecklist(file, loadCatalog(desk.program).environment).checklist;
}

/** Checks a file that need not be installed: shape, ids, sums and every expression. */
export function validateChecklist(desk: Desk, file: string): ChecklistLine {
  return lineOf(loadChecklist(file, loadCatalog(desk.program).environment).checklist, 'office');
}

function lineOf(checklist: Checklist, origin: ChecklistLine['origin']): ChecklistLine {
  const items = checklist.sections.flatMap((section) => section.items);
  const count = (method: string): number => items.filter((item) => item.method === method).length;
  const { id, title, edition } = checklist;
  return { id, title, edition, origin, items: items.length, automated: count('automated'), register: count('register'), manual: count('manual') };
}
