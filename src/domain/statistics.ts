import { z } from 'zod';
import { LocalText, Slug } from './primitives.js';

const Key = z.string().regex(/^[a-z][a-z0-9_]{1,40}$/);
/** Every named cell holds one of these values; a blank cell leaves it open. */
const Where = z.record(Key, z.array(z.union([z.string(), z.boolean()])).min(1));

/** When a row counts for a year or a month; what the days of a row leave open is never decided here. */
export const CountedWhen = z.union([
  /** The first of these days that is written is in it; a row without one, and without any of `signs`, is not yet done. */
  z.strictObject({ first: z.array(Key).min(1), signs: z.array(Key).default([]) }),
  /** One of these days is in it; `newest`: the book keeps only the last one, which may hide an earlier one. */
  z.strictObject({ any: z.array(Key).min(1), newest: z.boolean().default(false), required: z.boolean().default(true) }),
  /** It stood at its end, or stands today; `ended` rows stood until `until`; after `settled` it was something else. Without `from` the book tells only how it is now. */
  z.strictObject({ held: z.strictObject({ from: z.array(Key), until: Key.optional(), ended: Where.optional(), settled: Key.optional(), required: z.boolean().default(true) }) }),
  /** The book tells only how it is now. */
  z.literal('now'),
]);

/** Rows of one book that make a number. */
export const Counted = z.strictObject({
  register: Slug,
  where: Where.default({}),
  when: CountedWhen,
  /** Rows with the same cell here count once. */
  distinct: Key.optional(),
  /** The sum of this column instead of the number of rows. */
  sum: Key.optional(),
  /** Only rows whose column comes up to the unit's own parameter. */
  reaches: z.strictObject({ column: Key, parameter: z.string(), by: Key }).optional(),
});

/** Figures that no book holds but the tool's own records tell. */
export const suppliedFigures = ['self-score', 'closed-findings', 'overdue-findings', 'reopened-findings', 'days-to-close', 'completion-rate'] as const;

const cell = { id: Key, title: LocalText, how: LocalText };

/** One number of a statistical form: counted in a book, added up, a share, told by the records of the tool, or without any source. */
export const StatisticsCell = z.union([
  z.strictObject({ ...cell, count: Counted }),
  z.strictObject({ ...cell, total: z.array(Key).min(2) }),
  z.strictObject({ ...cell, share: z.strictObject({ part: Key, whole: Key }) }),
  z.strictObject({ ...cell, supplied: z.enum(suppliedFigures) }),
  z.strictObject({ ...cell, source: z.literal('none') }),
]);

/** A statistical form: `templates/statistics/<id>.yaml`. */
export const StatisticsForm = z.strictObject({
  id: Slug,
  version: z.int().positive(),
  title: LocalText,
  form: z.string().regex(/^[A-K]\d{2}$/).optional(),
  source: z.string().min(1),
  /** On a non-classified machine nothing is filled in before a decision about these books is on record. */
  decidedFor: z.array(Slug).default([]),
  signatures: z.array(z.string().min(1)).min(1),
  groups: z.array(z.strictObject({ title: LocalText, cells: z.array(StatisticsCell).min(1) })).min(1),
});

/** Why a number cannot be said. */
export const whyNots = [
  'undecided', 'not-kept', 'columns-not-held', 'unconfirmed', 'empty', 'confirmed-until', 'before-book', 'only-now', 'rows-incomplete', 'parameter-blank', 'nothing-to-share', 'no-source', 'no-assessment',
] as const;

export interface WhyNot {
  readonly code: (typeof whyNots)[number];
  /** Title of the book that cannot say it. */
  readonly book: string;
  /** Columns, a day, a parameter: what the reason is about. */
  readonly detail: string;
  /** How many rows are open. */
  readonly rows?: number;
}

/** A row behind a number; `missing` names the columns that leave it open. */
export interface FigureRow {
  readonly register: string;
  readonly rowId: string;
  readonly label: string;
  readonly missing: readonly string[];
}

/** A number with what it was counted from, or the reason why it cannot be said. */
export interface Figure {
  readonly value: number | string | null;
  readonly why?: WhyNot;
  /** The book was complete as of this day. */
  readonly asOf?: string;
  readonly rows: readonly FigureRow[];
}

/** A statistical table as it goes on paper or into a workbook. */
export interface StatisticsSheet {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly columns: readonly { readonly title: string; /** Share of the width. */ readonly width: number; readonly align: 'left' | 'center' }[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Lines below the table: on which basis it was counted. */
  readonly notes: readonly string[];
  readonly signatures: readonly string[];
}

export type CountedWhen = z.infer<typeof CountedWhen>;
export type Counted = z.infer<typeof Counted>;
export type StatisticsCell = z.infer<typeof StatisticsCell>;
export type StatisticsForm = z.infer<typeof StatisticsForm>;
