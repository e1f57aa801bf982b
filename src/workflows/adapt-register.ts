import { checkShape } from '#catalog/check-shape.js';
import { readYaml } from '#catalog/read-yaml.js';
import { AppError } from '#domain/app-error.js';
import { TemplateOverride } from '#domain/register.js';
import { overrideProblems } from '#registers/check-override.js';
import { changeBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { bookNamed } from './open-books.js';
import { loadTemplates } from './load-catalog.js';

/** What the unit changed in a book's columns. */
export interface Adaptation {
  readonly register: string;
  readonly renamed: readonly string[];
  readonly hidden: readonly string[];
  readonly added: readonly string[];
  readonly widened: readonly string[];
}

/** Takes the unit's own titles, hidden and added columns from an override file; one wrong place and nothing changes. */
export function adaptRegister(desk: Desk, register: string, file: string, by?: string): Promise<Adaptation> {
  const shipped = loadTemplates(desk.program);
  const override = checkShape(readYaml(file), TemplateOverride);
  return changeBooks(desk, { kind: 'register.adapted', by }, (open) => {
    bookNamed(register, open.books);
    if (override.register !== register) throw new AppError('override-other-register', { file, register: override.register, wanted: register });
    const template = shipped.find((each) => each.id === register);
    const problems = template === undefined ? [] : overrideProblems(override, template, shipped.map((each) => each.id));
    if (problems.length > 0) throw new AppError('override-invalid', { file, count: problems.length }, { problems });
    return { changes: [{ collection: 'overrides', id: register, value: override }], result: adaptationOf(override) };
  });
}

/** Goes back to the columns as shipped; cells of added columns stay on record. */
export function resetRegister(desk: Desk, register: string, by?: string): Promise<Adaptation> {
  return changeBooks(desk, { kind: 'register.adapted', by }, (open) => {
    bookNamed(register, open.books);
    if (open.snapshot.overrides[register] === undefined) throw new AppError('override-none', { register });
    return { changes: [{ collection: 'overrides', id: register, value: null }], result: { register, renamed: [], hidden: [], added: [], widened: [] } };
  });
}

function adaptationOf({ register, rename, hide, add, allow }: TemplateOverride): Adaptation {
  return { register, renamed: Object.keys(rename), hidden: hide, added: add.map((column) => column.key), widened: Object.keys(allow) };
}
