import type { WorkingSet } from '#domain/working-set.js';

/** Parameter id → value; what the unit left blank is absent. */
export function parameterValues(snapshot: Pick<WorkingSet, 'parameters'>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.values(snapshot.parameters).map((parameter) => [parameter.id, parameter.value]));
}
