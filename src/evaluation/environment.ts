import { Environment } from '@marcbachmann/cel-js';
import { z } from 'zod';
import { MachineMode, NetworkClass } from '#domain/identity.js';
import type { ParameterDeclaration } from '#domain/parameter.js';
import { celTypes, type CelTypeNote } from './cel-types.js';
import { addMonths, daysBetween } from './day-functions.js';
import { saidName } from './register-names.js';
import { unitTraits, type WorldSchemas } from './world.js';

/** The compiled world of names: what an expression may say, and what its types mean. */
export interface JudgingEnvironment {
  /** For expressions over the whole subject. */
  readonly plain: Environment;
  /** The same plus `row`, one environment for each register. */
  forRowsOf(register: string): Environment;
  readonly notes: ReadonlyMap<string, CelTypeNote>;
  readonly schemas: WorldSchemas;
  readonly names: readonly string[];
}

/** Calls an expression may make; `matches` is left out (15 s on a hostile text), `bind` hides names from the lints. */
export const allowedCalls: readonly string[] = [
  'size', 'has', 'all', 'exists', 'exists_one', 'filter', 'map', 'startsWith', 'endsWith', 'contains',
  'sum', 'percent', 'addMonths', 'daysBetween', 'int', 'double', 'string',
];

/** CEL type names of the two roots whose members are looked up when an expression is read. */
export const rootTypes = { register: 'Registers', parameters: 'Parameters' } as const;

const limits = { maxAstNodes: 500, maxDepth: 32, maxListElements: 100, maxCallArguments: 8 };

/** Composes the CEL environment from the shapes of facts, books and parameters. */
export function judgingEnvironment(schemas: WorldSchemas): JudgingEnvironment {
  const plain = new Environment({ limits });
  const types = celTypes(plain);
  registerArithmetic(plain);
  registerDayFunctions(plain);
  const names = registerRoots(plain, schemas, types);
  const rowEnvironments = new Map<string, Environment>();
  // Books are many and a checklist names few: an environment is made when it is asked for.
  const forRowsOf = (register: string): Environment => {
    const known = rowEnvironments.get(register);
    if (known !== undefined || !(register in schemas.registers)) return known ?? plain;
    const made = plain.clone().registerVariable('row', rowType(register));
    rowEnvironments.set(register, made);
    return made;
  };
  return {
    plain,
    forRowsOf,
    notes: types.notes,
    schemas,
    names,
  };
}

/** CEL type name of a row of `register`. */
export function rowType(register: string): string {
  return `Row_${saidName(register)}`;
}

function registerRoots(environment: Environment, schemas: WorldSchemas, types: ReturnType<typeof celTypes>): string[] {
  const rows = Object.entries(schemas.registers).map(([id, schema]) => [saidName(id), `list<${types.typeOf(schema, rowType(id), id)}>`] as const);
  environment.registerType(rootTypes.register, { fields: Object.fromEntries(rows) });
  environment.registerType(rootTypes.parameters, { fields: Object.fromEntries(schemas.parameters.map((parameter) => [parameter.id, parameterType(parameter)])) });
  const roots: Record<string, string> = {
    ...rootTypes,
    machine: types.typeOf(z.object({ network: NetworkClass, mode: MachineMode }), 'Machine'),
    unit: types.typeOf(z.object(Object.fromEntries(unitTraits.map((trait) => [trait, z.boolean()]))), 'Unit'),
    today: 'string',
    year: 'string',
    ...Object.fromEntries(Object.entries(schemas.facts).map(([id, schema]) => [id, types.typeOf(schema, `Fact_${id}`)])),
  };
  for (const [name, type] of Object.entries(roots)) environment.registerVariable(name, type);
  return Object.keys(roots);
}

function parameterType(parameter: ParameterDeclaration): string {
  const scalar = { number: 'double', text: 'string', date: 'string', boolean: 'bool' }[parameter.type];
  return parameter.by === undefined ? scalar : `map<string, ${scalar}>`;
}

// Literals are int, fields are double: without these `row.hours == 30` would not type-check.
function registerArithmetic(environment: Environment): void {
  const operators: Readonly<Record<string, (left: number, right: number) => number>> = {
    '+': (left, right) => left + right,
    '-': (left, right) => left - right,
    '*': (left, right) => left * right,
    '/': (left, right) => left / right,
  };
  environment.registerOperator('double == int', (left: number, right: bigint) => left === Number(right));
  for (const [operator, apply] of Object.entries(operators)) {
    const handler = (left: number | bigint, right: number | bigint): number => apply(Number(left), Number(right));
    environment.registerOperator(`double ${operator} int: double`, handler);
    environment.registerOperator(`int ${operator} double: double`, handler);
  }
  environment.registerOperator('double in list<int>: bool', (value: number, list: Iterable<bigint>) => [...list].some((each) => Number(each) === value));
}

function registerDayFunctions(environment: Environment): void {
  const percent = (part: number | bigint, whole: number | bigint): number => {
    if (Number(whole) === 0) throw new RangeError('percent of nothing');
    return (Number(part) * 100) / Number(whole);
  };
  environment.registerFunction('sum(list<double>): double', (list: Iterable<number>) => [...list].reduce((total, each) => total + each, 0));
  for (const part of ['int', 'double']) for (const whole of ['int', 'double']) environment.registerFunction(`percent(${part}, ${whole}): double`, percent);
  environment.registerFunction('daysBetween(string, string): int', (from: string, to: string) => BigInt(daysBetween(from, to)));
  environment.registerFunction('addMonths(string, int): string', (day: string, months: bigint) => addMonths(day, Number(months)));
  environment.registerFunction('addMonths(string, double): string', (day: string, months: number) => addMonths(day, months));
}
