import type { Environment } from '@marcbachmann/cel-js';
import type { z } from 'zod';
import { saidName } from './register-names.js';

/** What the linter must know of a CEL type: its allowed values per field, and the book whose row it is. */
export interface CelTypeNote {
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly register?: string;
}

/** Registers zod objects as CEL types and remembers their enums. */
export interface CelTypes {
  readonly notes: ReadonlyMap<string, CelTypeNote>;
  /** The CEL type name of `schema`; objects are registered under `name`. */
  typeOf(schema: z.ZodType, name: string, register?: string): string;
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
}

export function celTypes(environment: Environment): CelTypes {
  const notes = new Map<string, CelTypeNote>();
  const typeOf = (schema: z.ZodType, name: string, register?: string): string => {
    const definition = definitionOf(schema);
    if (definition.type === 'array' && definition.element) {
      const linked = registerOf(definition.element);
      // Linked rows of a book are one type, whichever book they are linked from.
      return `list<${typeOf(definition.element, linked === undefined ? `${name}_item` : `Linked_${saidName(linked)}`, linked)}>`;
    }
    if (definition.type === 'record' && definition.valueType) return `map<string, ${typeOf(definition.valueType, `${name}_value`)}>`;
    if (definition.type !== 'object') return scalarType(definition);
    if (notes.has(name)) return name;
    const shape = definition.shape ?? {};
    const fields = Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, typeOf(field, `${name}_${key}`, registerOf(field))]));
    environment.registerType(name, { fields });
    notes.set(name, { enums: enumsOf(shape), ...(register === undefined ? {} : { register }) });
    return name;
  };
  return { notes, typeOf };
}

const scalars: Readonly<Record<string, string>> = { string: 'string', enum: 'string', literal: 'string', number: 'double', int: 'double', boolean: 'bool' };

function scalarType(definition: Definition): string {
  if (definition.type === 'literal' && definition.values?.every((value) => typeof value === 'boolean')) return 'bool';
  return scalars[definition.type] ?? 'dyn';
}

function definitionOf(schema: z.ZodType): Definition {
  const definition = schema._zod.def as unknown as Definition;
  if (definition.innerType) return definitionOf(definition.innerType);
  return definition.type === 'pipe' && definition.in ? definitionOf(definition.in) : definition;
}

// A linked row says in its metadata which book it comes from.
function registerOf(schema: z.ZodType): string | undefined {
  const inner = (schema._zod.def as unknown as Definition).innerType;
  const note = schema.meta() as { register?: string } | undefined;
  return note?.register ?? (inner === undefined ? undefined : registerOf(inner));
}

function enumsOf(shape: Readonly<Record<string, z.ZodType>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, field]) => {
      const definition = definitionOf(field);
      const entries = definition.type === 'array' && definition.element ? definitionOf(definition.element).entries : definition.entries;
      return entries === undefined ? [] : [[key, Object.values(entries).map(String)]];
    }),
  );
}
