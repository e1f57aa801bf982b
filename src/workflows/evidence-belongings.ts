import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import type { WorkingSet } from '#domain/working-set.js';
import { ItemId } from '#domain/checklist.js';
import { openChecklist } from '#catalog/open-checklist.js';
import type { Desk } from './desk.js';
import { listChecklistFiles } from './list-checklists.js';

type Belongings = Pick<WorkingSet, 'findings' | 'supervisions' | 'inspections'>;

/** Numbers and item ids as they are kept: in capitals, each once, every one of them on record. */
export function belongingsIn(given: readonly string[], snapshot: Belongings, isItem: (id: string) => boolean): readonly string[] {
  const wanted = [...new Set(given.map((each) => each.trim().toUpperCase()))];
  for (const number of wanted) {
    // What belongs to a suspected leak is protected on paper, by its own procedure.
    if (number.startsWith('XM-')) throw new AppError('evidence-of-leak', { number });
    if (!isNumbered(number, snapshot) && !isItem(number)) throw new AppError('evidence-for-unknown', { number });
  }
  return wanted;
}

/** The problems among these numbers. */
export function findingsAmong(numbers: readonly string[], { findings }: Pick<WorkingSet, 'findings'>): readonly Finding[] {
  return Object.values(findings).filter(({ number }) => numbers.includes(number));
}

/** Says whether any checklist has an item of this id; the checklists are read only when such an id is asked about. */
export function itemsOf(desk: Desk): (id: string) => boolean {
  let ids: ReadonlySet<string> | undefined;
  return (id) => {
    if (!ItemId.safeParse(id).success) return false;
    ids ??= new Set(listChecklistFiles(desk.program, desk.folder).flatMap(({ file }) => openChecklist(file).checklist.sections.flatMap(({ items }) => items.map((item) => item.id))));
    return ids.has(id);
  };
}

function isNumbered(number: string, { findings, supervisions, inspections }: Belongings): boolean {
  const numbered: readonly { readonly number: string }[] = [...Object.values(findings), ...Object.values(supervisions), ...Object.values(inspections)];
  return numbered.some((each) => each.number === number);
}
