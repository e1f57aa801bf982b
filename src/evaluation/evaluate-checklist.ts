import type { ItemResult } from '#domain/item-result.js';
import { bindingsOf } from './bindings.js';
import type { CompiledChecklist } from './compile-checklist.js';
import { evaluateItem } from './evaluate-item.js';
import type { World } from './world.js';

/** Results in checklist order, and which subjects passed each item. */
export interface Evaluation {
  readonly results: readonly ItemResult[];
  readonly passedSubjects: Readonly<Record<string, readonly string[]>>;
}

/** Judges every item of a checklist against what is known; pure. */
export function evaluateChecklist(compiled: CompiledChecklist, world: World): Evaluation {
  const bindings = bindingsOf(world);
  const judged = compiled.items.map((item) => evaluateItem(item, compiled.checklist.id, bindings, world));
  return {
    results: judged.map((each) => each.result),
    passedSubjects: Object.fromEntries(judged.map((each) => [each.result.itemId, each.passedSubjects])),
  };
}
