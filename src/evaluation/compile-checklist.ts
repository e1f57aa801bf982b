import type { Problem } from '#domain/app-error.js';
import type { Checklist, Item } from '#domain/checklist.js';
import { compileExpression, registerNamed, type CompiledExpression } from './compile-expression.js';
import type { JudgingEnvironment } from './environment.js';
import { mergeReads, type Reads } from './reads.js';

/** An item with its expressions ready to run. */
export interface CompiledItem {
  readonly item: Item;
  readonly sectionId: string;
  readonly register?: string;
  readonly applies?: CompiledExpression;
  readonly where?: CompiledExpression;
  readonly expect?: CompiledExpression;
  readonly observe: Readonly<Record<string, CompiledExpression>>;
  /** Everything it reads, observed values included. */
  readonly reads: Reads;
}

export interface CompiledChecklist {
  readonly checklist: Checklist;
  readonly items: readonly CompiledItem[];
}

/** A problem and the place of its expression in the YAML. */
export interface PlacedProblem {
  readonly path: readonly (string | number)[];
  readonly itemId: string;
  readonly problem: Problem;
}

/** Type-checks and lints every expression of a checklist. */
export function compileChecklist(
  checklist: Checklist,
  environment: JudgingEnvironment,
): { readonly compiled: CompiledChecklist; readonly problems: readonly PlacedProblem[] } {
  const problems: PlacedProblem[] = [];
  const items = checklist.sections.flatMap((section, s) =>
    section.items.map((item, i) => compileItem(item, section.id, ['sections', s, 'items', i], environment, problems)),
  );
  return { compiled: { checklist, items }, problems };
}

function compileItem(item: Item, sectionId: string, path: readonly (string | number)[], environment: JudgingEnvironment, problems: PlacedProblem[]): CompiledItem {
  const register = item.each === undefined ? undefined : registerNamed(item.each, environment);
  const note = (key: readonly string[], problem: Problem): void => void problems.push({ path: [...path, ...key], itemId: item.id, problem });
  for (const [index, name] of undeclared(item, environment)) {
    note(['basis', String(index)], { code: 'expression-unknown-name', params: { name, allowed: environment.schemas.parameters.map(({ id }) => id).join(', ') } });
  }
  if (item.each !== undefined && register === undefined) {
    note(['each'], { code: 'expression-not-a-register', params: { allowed: Object.keys(environment.schemas.registers).join(', ') } });
  }
  const compile = (key: readonly string[], source: string | undefined, inRow: boolean, result?: 'bool'): CompiledExpression | undefined => {
    if (source === undefined) return undefined;
    const compiled = compileExpression(source, environment, inRow ? register : undefined, result);
    if ('expression' in compiled) return compiled.expression;
    for (const problem of compiled.problems) note(key, problem);
    return undefined;
  };
  const parts = {
    applies: compile(['applies'], item.applies, false, 'bool'),
    where: compile(['where'], item.where, true, 'bool'),
    expect: compile(['expect'], item.expect, true, 'bool'),
  };
  const observe = Object.entries(item.observe ?? {}).flatMap(([label, source]) => {
    const compiled = compile(['observe', label], source, true);
    const shown = compiled?.reads.columns.find((use) => environment.schemas.personal?.[use.register]?.includes(use.column));
    if (shown !== undefined) note(['observe', label], { code: 'expression-shows-personal', params: { name: shown.column } });
    return compiled === undefined ? [] : [[label, compiled] as const];
  });
  const all = [parts.applies, parts.where, parts.expect, ...observe.map(([, expression]) => expression)].filter((each) => each !== undefined);
  const own = register === undefined ? [] : [{ facts: [], registers: [register], columns: [], parameters: [], wholeLists: [] }];
  return {
    item,
    sectionId,
    ...(register === undefined ? {} : { register }),
    ...present(parts),
    observe: Object.fromEntries(observe),
    reads: mergeReads([...own, ...all.map((expression) => expression.reads)]),
  };
}

// A demand that rests on a parameter rests on one that the unit can fill in.
function undeclared(item: Item, { schemas }: JudgingEnvironment): readonly (readonly [number, string])[] {
  return item.basis.flatMap((basis, index) =>
    basis.kind === 'parameter' && !schemas.parameters.some(({ id }) => id === basis.parameter) ? [[index, basis.parameter] as const] : [],
  );
}

function present<T extends Record<string, unknown>>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Probe ids a set of checklists needs. */
export function neededFacts(checklists: readonly CompiledChecklist[]): readonly string[] {
  return [...new Set(checklists.flatMap((checklist) => checklist.items.flatMap((item) => item.reads.facts)))].sort();
}
