import { join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '#domain/app-error.js';
import { Checklist, Item } from '#domain/checklist.js';
import type { Fact, UnavailableReason } from '#domain/fact.js';
import type { ItemResult } from '#domain/item-result.js';
import type { RegisterFact } from '#domain/register-fact.js';
import { compileChecklist, type CompiledChecklist } from '#evaluation/compile-checklist.js';
import { evaluateChecklist } from '#evaluation/evaluate-checklist.js';
import type { World } from '#evaluation/world.js';
import { loadCatalog } from '#workflows/load-catalog.js';

export const root = join(import.meta.dirname, '../../..');
/** The names that shipped checklists may use: real probes, real books, real parameters. */
export const catalog = loadCatalog({ root, version: '0.0.0' });
export const today = '2026-11-24';
const readAt = '2026-11-24T08:00:00.000Z';

type ItemInput = Partial<z.input<typeof Item>>;

/** An item in the office's words; what a test does not name is ordinary. */
export function itemOf(given: ItemInput): Item {
  return Item.parse({
    id: 'PER-04',
    objective: '在岗涉密人员均签订保密承诺书',
    finding: '没有保密承诺书签订记录',
    basis: [{ kind: 'practice' }],
    confidence: 'own',
    severity: 'high',
    method: given.each === undefined ? 'automated' : 'register',
    ...given,
  });
}

export function checklistOf(items: readonly Item[], level: Checklist['level'] = 'unit'): Checklist {
  const sections = [{ id: 'only', title: '一、全部', items }];
  return Checklist.parse({ id: 'small', title: '东湖区示例局自查表', edition: '2026', origin: '本局自拟', level, scoring: 'none', sections });
}

/** Problems of the items as they would be found at load, with the place inside the item. */
export function problemsOf(...items: readonly Item[]): readonly { readonly code: Problem['code']; readonly params: Problem['params']; readonly at: string }[] {
  const { problems } = compileChecklist(checklistOf(items), catalog.environment);
  return problems.map(({ path, problem }) => ({ code: problem.code, params: problem.params, at: path.slice(4).join('/') }));
}

/** The codes that one expression is refused with; `each` makes it one over the rows of that book. */
export function codesOf(expect: string, each?: string): readonly string[] {
  return problemsOf(itemOf({ expect, ...(each === undefined ? {} : { each: `register.${each}` }) })).map(({ code }) => code);
}

export function compiled(...items: readonly Item[]): CompiledChecklist {
  const { compiled: ready, problems } = compileChecklist(checklistOf(items), catalog.environment);
  if (problems.length > 0) throw new Error(`does not compile: ${JSON.stringify(problems)}`);
  return ready;
}

/** An office that knows nothing yet: no facts, no books, no parameters, no answers. */
export function worldOf(given: Partial<World> = {}): World {
  return {
    subject: { kind: 'unit', key: 'unit', label: '东湖区示例局' },
    facts: {},
    registers: {},
    parameters: {},
    machine: { network: 'internal', mode: 'non-classified' },
    unit: { hasPersonnel: true, hasPlaces: true, hasClassifiedComputers: false, hasCryptography: false, hasProcurement: true },
    answers: [],
    today,
    ...given,
  };
}

/** The result of one item in such an office. */
export function judge(given: ItemInput | Item, world: Partial<World> = {}): ItemResult {
  const [result] = evaluateChecklist(compiled(itemOf(given)), worldOf(world)).results;
  if (result === undefined) throw new Error('no result');
  return result;
}

export function seen(value: Readonly<Record<string, unknown>>): Fact {
  return { status: 'observed', value: { ...value }, sources: [], readAt };
}

export function unseen(reason: UnavailableReason): Fact {
  return { status: 'unavailable', reason, sources: [], readAt };
}

/** A book of the office, confirmed unless said otherwise. */
export function bookOf(register: string, rows: readonly Readonly<Record<string, unknown>>[], given: Partial<RegisterFact> = {}): Readonly<Record<string, RegisterFact>> {
  const views = rows.map((cells, index) => ({ rowId: `${register}-${index + 1}`, revision: 1, label: `第${index + 1}行`, cells }));
  return { [register]: { register, title: register, state: rows.length === 0 ? 'nil' : 'confirmed', rows: views, hiddenColumns: [], digest: '0'.repeat(64), links: {}, ...given } };
}
