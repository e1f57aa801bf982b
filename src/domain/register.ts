import { z } from 'zod';
import { Actor } from './actor.js';
import { IsoDay, IsoInstant, LocalText, Slug, Uuid } from './primitives.js';

export const columnTypes = [
  'string', 'text', 'int', 'number', 'date', 'datetime', 'month', 'year', 'bool', 'enum', 'multi', 'ref', 'idno', 'phone', 'serial', 'signature',
] as const;

const Key = z.string().regex(/^[a-z][a-z0-9_]{1,40}$/);

/** Rows for which every named cell holds: one of these values; blank or not; or a day within a year: this one, or the one named by a cell of the row that counts. */
export const RowFilter = z.record(
  Key,
  z.union([
    z.array(z.union([z.string(), z.boolean()])).min(1),
    z.strictObject({ blank: z.boolean() }),
    z.strictObject({ year: z.union([z.literal('this'), z.strictObject({ of: Key })]) }),
  ]),
);

const Aggregate = z.union([
  z.strictObject({ count: Key, where: RowFilter.default({}) }),
  z.strictObject({ sum: Key, of: Key, where: RowFilter.default({}) }),
]);

/** What is reckoned, never typed: a cell of the row that a `ref` names; rows of links counted or added up; a number against its target. */
export const Computed = z.union([
  z.strictObject({ lookup: Key, take: Key }),
  z.strictObject({ total: z.array(Aggregate).min(1) }),
  z.strictObject({ reached: Key, target: Key }),
]);

export const Column = z.strictObject({
  key: Key,
  title: LocalText,
  type: z.enum(columnTypes),
  required: z.boolean().default(false),
  values: z.array(z.string().min(1)).min(2).optional(),
  synonyms: z.array(z.string().min(1)).default([]),
  /** The register a `ref` column points into, or the several it may; matched by their first key column. */
  register: z.union([Slug, z.array(Slug).min(2)]).optional(),
  computed: Computed.optional(),
  /** No two rows in use hold the same value, e.g. a disk's serial number. */
  unique: z.boolean().default(false),
  personal: z.boolean().default(false),
  maybeSecret: z.boolean().default(false),
  note: z.string().optional(),
});

/** `links: { devices: { register: computers, by: place } }`: rows there whose column `by` equals this row's key, or its column `of`. */
export const Link = z.strictObject({ register: Slug, by: z.string(), of: z.string().optional() });

/** Families of books, in the order of the yearly ledger. */
export const registerGroups = [
  'organisation', 'personnel', 'training', 'classification', 'documents', 'places', 'devices', 'cryptography', 'activities', 'waste-paper',
] as const;

/** A day by which something is to be done, while the row is still open. */
export const DueRule = z.strictObject({ column: Key, what: LocalText, open: RowFilter.default({}) });

/** What `register check` asks of each row: an expression as in checklists, with `row`. */
export const RowCheck = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  what: LocalText,
  where: z.string().min(1).max(2000).optional(),
  expect: z.string().min(1).max(2000),
});

export const RegisterTemplate = z.strictObject({
  id: Slug,
  version: z.int().positive(),
  title: LocalText,
  group: z.enum(registerGroups),
  form: z.string().regex(/^[A-J]\d{2}$/).optional(),
  source: z.string().min(1),
  rhythm: z.string().optional(),
  /** How the filled-in paper is handled: internal, treated as a work secret, or by the highest level of what it says. */
  sensitivity: z.enum(['internal', 'work', 'classified']),
  /** Content may be a state secret: on a non-classified machine the book has only its numbers-only columns. */
  classified: z.boolean().default(false),
  /** Own codes, days, yes or no, counts: all that a classified book may hold on a non-classified machine. */
  numbersOnly: z.array(Key).default([]),
  /** Never kept as a book, only printed as a blank form. */
  paperOnly: z.boolean().default(false),
  /** A row here belongs to the row of that book whose number stands in column `by`. */
  parent: z.strictObject({ register: Slug, by: Key }).optional(),
  layout: z.enum(['table', 'card']).default('table'),
  /** Who signs the paper. */
  signatures: z.array(z.string().min(1)).default([]),
  /** Held against another book both ways: whoever stands there (`where`) is named here in column `by`, in the newest group of rows, and the other way round. */
  reconcile: z.strictObject({ register: Slug, by: Key, where: RowFilter.default({}), per: z.array(Key).min(1), latest: Key }).optional(),
  due: z.array(DueRule).default([]),
  checks: z.array(RowCheck).default([]),
  /** Columns that identify a row when a file is imported again; they only match, the row id is the identity. */
  key: z.array(z.string()).min(1),
  /** Column shown when a row is named; masked if personal. */
  label: z.string(),
  columns: z.array(Column).min(1).max(80),
  links: z.record(Key, Link).default({}),
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
  /** Why this revision was made, where it was asked for. */
  reason: z.string().max(300).optional(),
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

/** What a unit changes in a template: other titles, columns it does not use, columns of its own (keys begin with `x_`). */
export const TemplateOverride = z.strictObject({
  register: Slug,
  title: LocalText.optional(),
  rename: z.record(Key, LocalText).default({}),
  hide: z.array(Key).default([]),
  add: z.array(Column.extend({ key: z.string().regex(/^x_[a-z0-9_]{1,38}$/) })).max(20).default([]),
  /** More values that an `enum` or `multi` column takes. */
  allow: z.record(Key, z.array(z.string().min(1)).min(1)).default({}),
});

/** The decision of the 定密责任人 that a classified book may be kept here in its numbers-only form. */
export const RegisterAllowance = z.strictObject({
  register: Slug,
  decidedBy: z.string().min(1).max(60),
  decidedOn: IsoDay,
  document: z.string().min(1).max(100),
  by: Actor,
  at: IsoInstant,
});

/** Headers of the unit's own sheets and the column each means, '' for none: asked once, remembered. */
export const HeaderMemory = z.strictObject({ register: Slug, headers: z.record(z.string(), z.union([Key, z.literal('')])) });

export type RowFilter = z.infer<typeof RowFilter>;
export type Computed = z.infer<typeof Computed>;
export type DueRule = z.infer<typeof DueRule>;
export type RowCheck = z.infer<typeof RowCheck>;
export type TemplateOverride = z.infer<typeof TemplateOverride>;
export type RegisterAllowance = z.infer<typeof RegisterAllowance>;
export type HeaderMemory = z.infer<typeof HeaderMemory>;
export type Column = z.infer<typeof Column>;
export type Link = z.infer<typeof Link>;
export type RegisterTemplate = z.infer<typeof RegisterTemplate>;
export type Cell = z.infer<typeof Cell>;
export type Row = z.infer<typeof Row>;
export type RegisterConfirmation = z.infer<typeof RegisterConfirmation>;
