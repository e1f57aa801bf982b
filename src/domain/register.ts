import { z } from 'zod';
import { Actor } from './actor.js';
import { IsoDay, IsoInstant, LocalText, Slug, Uuid } from './primitives.js';

export const columnTypes = ['string', 'text', 'int', 'number', 'date', 'month', 'bool', 'enum', 'multi', 'ref', 'idno', 'phone', 'serial'] as const;

export const Column = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/),
  title: LocalText,
  type: z.enum(columnTypes),
  required: z.boolean().default(false),
  values: z.array(z.string().min(1)).min(2).optional(),
  synonyms: z.array(z.string().min(1)).default([]),
  /** The register a `ref` column points into, matched by that register's first key column. */
  register: Slug.optional(),
  personal: z.boolean().default(false),
  maybeSecret: z.boolean().default(false),
  note: z.string().optional(),
});

/** `links: { devices: { register: computers, by: place } }`: rows there whose column `by` equals this row's key, or its column `of`. */
export const Link = z.strictObject({ register: Slug, by: z.string(), of: z.string().optional() });

export const RegisterTemplate = z.strictObject({
  id: Slug,
  version: z.int().positive(),
  title: LocalText,
  form: z.string().regex(/^[A-K]\d{2}$/).optional(),
  source: z.string().min(1),
  rhythm: z.string().optional(),
  classified: z.boolean().default(false),
  /** Columns that identify a row when a file is imported again; they only match, the row id is the identity. */
  key: z.array(z.string()).min(1),
  /** Column shown when a row is named; masked if personal. */
  label: z.string(),
  columns: z.array(Column).min(1).max(80),
  links: z.record(z.string().regex(/^[a-z][a-z0-9_]{1,40}$/), Link).default({}),
});

export const Cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** One revision of a row of a book; blank cells are absent. */
export const Row = z.strictObject({
  rowId: Uuid,
  register: Slug,
  templateVersion: z.int().positive(),
  revision: z.int().positive(),
  cells: z.record(z.string(), Cell),
  at: IsoInstant,
  by: Actor,
  /** 补录: entered later than it happened. */
  late: z.boolean().default(false),
  retired: z.boolean().default(false),
});

/** The officer's word that the book is complete as of a day; `nil` = 零报告. */
export const RegisterConfirmation = z.strictObject({
  register: Slug,
  asOf: IsoDay,
  by: Actor,
  at: IsoInstant,
  nil: z.boolean(),
  rows: z.int().nonnegative(),
});

export type Column = z.infer<typeof Column>;
export type RegisterTemplate = z.infer<typeof RegisterTemplate>;
export type Cell = z.infer<typeof Cell>;
export type Row = z.infer<typeof Row>;
export type RegisterConfirmation = z.infer<typeof RegisterConfirmation>;
