import type { Gap } from '#domain/item-result.js';
import type { CompiledExpression } from './compile-expression.js';
import type { Bindings } from './bindings.js';
import type { Reads } from './reads.js';
import type { World } from './world.js';

/** Gaps that make an item `unknown` rather than `notchecked`: evidence was sought and not had. */
const unknownReasons: readonly string[] = [
  'no-permission', 'tool-missing', 'timed-out', 'crashed', 'unsupported', 'not-found', 'not-collected', 'budget-spent',
  'type-mismatch', 'cell-blank', 'column-hidden', 'partly-readable',
];

/** What is missing of the things `reads` names, before anything is evaluated (the language would absorb the error). */
export function gapsIn(reads: Reads, world: World): readonly Gap[] {
  return [...factGaps(reads, world), ...listGaps(reads, world), ...registerGaps(reads, world), ...columnGaps(reads, world), ...parameterGaps(reads, world)];
}

/** `unknown` when evidence is missing, `notchecked` when only the office's own input is. */
export function resultOfGaps(gaps: readonly Gap[]): 'unknown' | 'notchecked' {
  return gaps.some((gap) => unknownReasons.includes(gap.reason)) ? 'unknown' : 'notchecked';
}

/** Blank entries of parameters taken by key, e.g. `parameters.hours[row.level]`, for one set of bindings. */
export function keyedGaps(expression: CompiledExpression, bindings: Bindings, world: World): readonly Gap[] {
  return expression.reads.parameters.flatMap((use): Gap[] => {
    if (use.key === undefined) return [];
    const values = world.parameters[use.parameter];
    if (typeof values !== 'object' || values === null) return [{ reason: 'parameter-blank', about: use.parameter }];
    const key = attempt(() => expression.keys[use.key ?? '']?.(bindings) as unknown);
    if (typeof key !== 'string') return [{ reason: 'cell-blank', about: use.key }];
    return Object.hasOwn(values, key) ? [] : [{ reason: 'parameter-blank', about: `${use.parameter}[${key}]` }];
  });
}

function factGaps(reads: Reads, world: World): Gap[] {
  return reads.facts.flatMap((id): Gap[] => {
    const fact = world.facts[id];
    if (fact === undefined) return [{ reason: 'not-collected', about: id }];
    return fact.status === 'observed' ? [] : [{ reason: fact.reason, about: id }];
  });
}

function listGaps(reads: Reads, world: World): Gap[] {
  return reads.wholeLists.flatMap((path): Gap[] => {
    const [root = '', ...rest] = path.split('.');
    const fact = world.facts[root];
    if (fact?.status !== 'observed') return [];
    const value = rest.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), fact.value);
    return holdsSentinel(value) ? [{ reason: 'partly-readable', about: root }] : [];
  });
}

function holdsSentinel(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => (isObject(each) && Object.keys(each).length === 0) || holdsSentinel(each));
  return isObject(value) && Object.values(value).some(holdsSentinel);
}

function registerGaps(reads: Reads, world: World): Gap[] {
  return booksBehind(reads, world).flatMap((id): Gap[] => {
    const register = world.registers[id];
    return register === undefined || register.state === 'unconfirmed' ? [{ reason: 'register-unconfirmed', about: id }] : [];
  });
}

// A linked list, or a figure reckoned from one, stands for the other book: that one must be confirmed too.
function booksBehind(reads: Reads, world: World): readonly string[] {
  const linked = reads.columns.flatMap((use) => [use.register, ...(world.registers[use.register]?.links[use.column] ?? [])]);
  return [...new Set([...reads.registers, ...linked])];
}

function columnGaps(reads: Reads, world: World): Gap[] {
  return reads.columns.flatMap((use): Gap[] =>
    world.registers[use.register]?.hiddenColumns.includes(use.column) ? [{ reason: 'column-hidden', about: `${use.register}.${use.column}` }] : [],
  );
}

function parameterGaps(reads: Reads, world: World): Gap[] {
  return reads.parameters.flatMap((use): Gap[] => (world.parameters[use.parameter] === undefined ? [{ reason: 'parameter-blank', about: use.parameter }] : []));
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch {
    // A key that cannot be read is reported by the caller as a blank cell.
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
