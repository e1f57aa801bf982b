import { saidName } from './register-names.js';
import type { World } from './world.js';

/** Values of the root variables; unavailable facts and blank parameters are simply absent. */
export type Bindings = Readonly<Record<string, unknown>>;

/** The world as the expression engine takes it: plain objects, `null` dropped. */
export function bindingsOf(world: World): Bindings {
  const facts = Object.entries(world.facts).flatMap(([id, fact]) => (fact.status === 'observed' ? [[id, withoutNull(fact.value)] as const] : []));
  const registers = Object.entries(world.registers).map(([id, register]) => [saidName(id), register.rows.map((row) => row.cells)] as const);
  return {
    ...Object.fromEntries(facts),
    register: Object.fromEntries(registers),
    parameters: world.parameters,
    machine: world.machine,
    unit: world.unit,
    today: world.today,
    year: world.today.slice(0, 4),
  };
}

function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === null || each === undefined ? [] : [[key, withoutNull(each)]])));
}
