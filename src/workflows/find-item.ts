import { AppError } from '#domain/app-error.js';
import type { Checklist, Item } from '#domain/checklist.js';
import type { Desk } from './desk.js';
import { listChecklistFiles } from './list-checklists.js';
import { loadCatalog } from './load-catalog.js';
import { checklistFile, loadChecklist } from './load-checklist.js';

export interface FoundItem {
  readonly checklist: Checklist;
  readonly item: Item;
}

/** Finds items by checklist and id; each checklist is opened once. */
export function itemFinder(desk: Desk): (checklistId: string, itemId: string) => FoundItem {
  const files = listChecklistFiles(desk.program, desk.folder);
  const { environment } = loadCatalog(desk.program);
  const opened = new Map<string, Checklist>();
  return (checklistId, itemId) => {
    const checklist = opened.get(checklistId) ?? loadChecklist(checklistFile(checklistId, files).file, environment).checklist;
    opened.set(checklistId, checklist);
    const item = checklist.sections.flatMap((section) => section.items).find((each) => each.id === itemId);
    if (item === undefined) throw new AppError('item-unknown', { checklist: checklist.id, item: itemId });
    return { checklist, item };
  };
}
