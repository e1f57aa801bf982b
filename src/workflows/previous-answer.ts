import type { Answer } from '#domain/answer.js';
import type { Item } from '#domain/checklist.js';
import type { WorkingSet } from '#domain/working-set.js';

/** The newest answer to an item about a subject, in whichever round; discarded rounds said nothing. */
export function previousAnswer({ subjectKey, checklistId }: Pick<Answer, 'subjectKey' | 'checklistId'>, item: Pick<Item, 'id'>, snapshot: Pick<WorkingSet, 'answers' | 'rounds'>): Answer | undefined {
  return Object.values(snapshot.answers)
    .filter((answer) => answer.itemId === item.id && answer.checklistId === checklistId && answer.subjectKey === subjectKey)
    .filter((answer) => answer.round === undefined || snapshot.rounds[answer.round]?.state !== 'discarded')
    .reduce<Answer | undefined>((newest, each) => (newest === undefined || each.at >= newest.at ? each : newest), undefined);
}
