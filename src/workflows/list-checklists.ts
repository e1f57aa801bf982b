import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listYaml } from '#catalog/list-yaml.js';
import type { Program } from './desk.js';

/** A checklist file and whether it came with the program or belongs to the office. */
export interface ChecklistFile {
  readonly id: string;
  readonly file: string;
  readonly origin: 'program' | 'office';
}

/** Shipped checklists, then the office's own in `<records>/checklists`; an own one replaces a shipped one of the same id. */
export function listChecklistFiles(program: Program, folder: string): readonly ChecklistFile[] {
  const own = join(folder, 'checklists');
  const shipped = filesIn(join(program.root, 'checklists'), 'program');
  const office = existsSync(own) ? filesIn(own, 'office') : [];
  return [...new Map([...shipped, ...office].map((each) => [each.id, each])).values()];
}

function filesIn(folder: string, origin: ChecklistFile['origin']): ChecklistFile[] {
  return listYaml(folder)
    .map((file) => ({ id: basename(file, '.yaml'), file, origin }))
    .filter((each) => each.id !== 'parameters');
}
