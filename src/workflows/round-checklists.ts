import type { Round } from '#domain/round.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { CompiledChecklist } from '#evaluation/compile-checklist.js';
import type { Desk } from './desk.js';
import { listChecklistFiles } from './list-checklists.js';
import { loadCatalog, type Catalog } from './load-catalog.js';
import { checklistFile, loadChecklist } from './load-checklist.js';

/** Opens the checklists of rounds, each once. */
export interface RoundChecklists {
  readonly catalog: Catalog;
  of(round: Pick<Round, 'checklistId'>): CompiledChecklist;
}

export function roundChecklists(desk: Desk, snapshot: Pick<WorkingSet, 'overrides'>): RoundChecklists {
  const catalog = loadCatalog(desk.program, snapshot.overrides);
  const files = listChecklistFiles(desk.program, desk.folder);
  const opened = new Map<string, CompiledChecklist>();
  return {
    catalog,
    of({ checklistId }) {
      const compiled = opened.get(checklistId) ?? loadChecklist(checklistFile(checklistId, files).file, catalog.environment);
      opened.set(checklistId, compiled);
      return compiled;
    },
  };
}
