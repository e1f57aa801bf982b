import { z } from 'zod';
import { IsoDay } from '#domain/primitives.js';
import type { Column, RegisterTemplate } from '#domain/register.js';
import { virtualSchemas } from './virtual-books.js';

/** The cells of a row as stored: blank cells are absent, days are ISO text, reckoned columns are not stored. */
export function rowSchema(template: RegisterTemplate): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      template.columns.filter((column) => column.computed === undefined).map((column) => [column.key, column.required ? cellSchema(column) : cellSchema(column).optional()]),
    ),
  );
}

/** Row shapes as expressions see them, linked rows included, one level deep; virtual books too. */
export function registerSchemas(templates: readonly RegisterTemplate[]): Readonly<Record<string, z.ZodObject>> {
  const plain = new Map(templates.map((template) => [template.id, visibleShape(template)]));
  const own = templates.map((template) => {
    const links = Object.entries(template.links).flatMap(([name, link]) => {
      const shape = plain.get(link.register);
      return shape === undefined ? [] : [[name, z.array(z.object(shape).meta({ register: link.register }))] as const];
    });
    return [template.id, z.object({ ...plain.get(template.id), ...Object.fromEntries(links) })] as const;
  });
  return { ...Object.fromEntries(own), ...virtualSchemas };
}

// Every cell may be blank to an expression, required or not: an old row may lack a column that came later.
function visibleShape(template: RegisterTemplate): Record<string, z.ZodType> {
  return Object.fromEntries(template.columns.map((column) => [column.key, cellSchema(column).optional()]));
}

const text = z.string().min(1).max(2000);

const byType: Readonly<Record<Column['type'], (column: Column) => z.ZodType>> = {
  string: () => text,
  text: () => text,
  ref: () => text,
  idno: () => text,
  phone: () => text,
  serial: () => text,
  signature: () => text,
  int: () => z.int(),
  number: () => z.number(),
  date: () => IsoDay,
  datetime: () => z.string().regex(/^\d{4}-\d{2}-\d{2}( ([01]\d|2[0-3]):[0-5]\d)?$/),
  year: () => z.string().regex(/^\d{4}$/),
  month: () => z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  bool: () => z.boolean(),
  enum: (column) => z.enum(valuesOf(column)),
  multi: (column) => z.array(z.enum(valuesOf(column))).min(1),
};

function cellSchema(column: Column): z.ZodType {
  return byType[column.type](column);
}

function valuesOf(column: Column): readonly string[] {
  return column.values ?? [];
}
