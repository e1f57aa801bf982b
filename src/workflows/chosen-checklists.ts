import { AppError } from '#domain/app-error.js';
import type { Checklist } from '#domain/checklist.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { CompiledChecklist } from '#evaluation/compile-checklist.js';
import type { JudgingEnvironment } from '#evaluation/environment.js';
import type { Desk } from './desk.js';
import { fitsNetwork, fittingId, refuseOtherNetwork } from './fitting-checklist.js';
import { listChecklistFiles } from './list-checklists.js';
import { checklistFile, loadChecklist, refuseWithoutRound } from './load-checklist.js';

/** What stands for every checklist that fits this desk, as none does. */
const everyChecklist = 'all';

/** What is asked for, and of what: saved facts and another root may be of a machine in another network. */
export interface Choice {
  readonly checklistIds: readonly string[];
  readonly factsFile?: string;
  readonly root?: string;
}

/** The checklists of a run: those named, else all that fit this unit, this machine and what is looked at. */
export function chosenChecklists(desk: Desk, choice: Choice, identity: StoreIdentity, environment: JudgingEnvironment): readonly CompiledChecklist[] {
  const isNamed = choice.checklistIds.length > 0 && !choice.checklistIds.includes(everyChecklist);
  return isNamed ? named(desk, choice, identity, environment) : fitting(desk, choice, identity, environment);
}

function named(desk: Desk, { checklistIds, factsFile, root }: Choice, { network }: StoreIdentity, environment: JudgingEnvironment): readonly CompiledChecklist[] {
  const files = listChecklistFiles(desk.program, desk.folder);
  const chosen = checklistIds.map((id) => loadChecklist(checklistFile(fittingId(id, network), files).file, environment));
  for (const { checklist } of chosen) {
    refuseWithoutRound(checklist);
    if (factsFile === undefined && root === undefined) refuseOtherNetwork(checklist, network);
    if (root !== undefined && !isOfMachine(checklist)) throw new AppError('root-checklist-not-terminal', { id: checklist.id });
  }
  return chosen;
}

function fitting(desk: Desk, { root }: Choice, { network, scope }: StoreIdentity, environment: JudgingEnvironment): readonly CompiledChecklist[] {
  const all = listChecklistFiles(desk.program, desk.folder).map(({ file }) => loadChecklist(file, environment));
  const ofMachineOnly = scope === 'machine' || root !== undefined;
  return all.filter(({ checklist }) => checklist.roundsOnly !== true && fitsNetwork(checklist, network) && (!ofMachineOnly || isOfMachine(checklist)));
}

function isOfMachine({ level }: Pick<Checklist, 'level'>): boolean {
  return level === 'terminal';
}
