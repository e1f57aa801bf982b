import { AppError } from '#domain/app-error.js';
import { openChecklist } from '#catalog/open-checklist.js';
import { placeIn, refuseFile } from '#catalog/yaml-place.js';
import { compileChecklist, type CompiledChecklist } from '#evaluation/compile-checklist.js';
import type { Checklist } from '#domain/checklist.js';
import type { JudgingEnvironment } from '#evaluation/environment.js';
import type { ChecklistFile } from './list-checklists.js';

/** A checklist whose shape, ids, sums and every expression are right; else one error that names each place. */
export function loadChecklist(file: string, environment: JudgingEnvironment): CompiledChecklist {
  const { checklist, source } = openChecklist(file);
  const { compiled, problems } = compileChecklist(checklist, environment);
  if (problems.length === 0) return compiled;
  const placed = problems.map(({ path, itemId, problem }) => ({
    code: problem.code,
    params: { ...problem.params, ...placeIn(source, path), at: `${itemId}/${path.slice(4).join('/')}` },
  }));
  throw refuseFile(placed, source);
}

/** The file of checklist `id`, or an error that lists the ids there are. */
export function checklistFile(id: string, files: readonly ChecklistFile[]): ChecklistFile {
  const found = files.find((each) => each.id === id);
  if (found === undefined) throw new AppError('checklist-unknown', { id, known: files.map((each) => each.id).join(', ') });
  return found;
}

/** The unit has one sheet and may judge it at any time; whose sheet a person, a department or a machine fills in, only a round knows. */
export function refuseWithoutRound({ id, title, level, roundsOnly }: Checklist): void {
  if (roundsOnly === true && level !== 'unit') throw new AppError('checklist-needs-round', { id, title });
}
