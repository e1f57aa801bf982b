import { z } from 'zod';

const Tone = z.enum(['good', 'bad', 'open', 'plain']);
const Align = z.enum(['left', 'right', 'center']);

/** One of the tables that a wide form is cut into; all have the same rows. */
const FormBand = z.strictObject({
  columns: z.array(z.strictObject({ title: z.string(), width: z.number().positive(), align: Align.default('left') })),
  rows: z.array(z.array(z.string())),
});

/** Label and value of a record; `hint` says in small print what to write, `foot` is where one signs. Millimetres. */
const FormCell = z.strictObject({ label: z.string(), value: z.string(), height: z.number().positive(), hint: z.string().optional(), foot: z.string().optional() });

/** What a paper consists of; drawn by `reports/pdf`, reviewed as JSON. */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string(), style: z.enum(['body', 'small', 'note']).default('body') }),
  /** Label and value in two or four columns. */
  z.strictObject({ kind: z.literal('grid'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.strictObject({ kind: z.literal('score'), label: z.string(), value: z.string(), detail: z.string(), tone: Tone }),
  z.strictObject({ kind: z.literal('counts'), items: z.array(z.strictObject({ label: z.string(), value: z.int(), tone: Tone })) }),
  /** Shares of a total: earned, lost, pending. */
  z.strictObject({ kind: z.literal('bars'), bars: z.array(z.strictObject({ label: z.string(), good: z.number(), bad: z.number(), open: z.number(), total: z.number(), text: z.string() })) }),
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(z.strictObject({ title: z.string(), width: z.number().positive(), align: Align.default('left') })),
    rows: z.array(z.array(z.string())),
    /** 7.5, 9 (when absent) or 12 points: for many columns, for an attachment, for a table in an official body. */
    size: z.enum(['small', 'normal', 'large']).optional(),
    /** Rows, counted from 0, in bold: subtotals and totals. */
    emphasis: z.array(z.int().nonnegative()).optional(),
  }),
  /** The last runs side by side: from `low` to `high` is what is not yet known; a range of nothing is a point. */
  z.strictObject({ kind: z.literal('trend'), label: z.string(), points: z.array(z.strictObject({ label: z.string(), low: z.number(), high: z.number(), text: z.string() })).min(1).max(12) }),
  /** A block that stays on one page when it fits: one finding. */
  z.strictObject({ kind: z.literal('card'), title: z.string(), badge: z.string(), tone: Tone, rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.strictObject({ kind: z.literal('signatures'), lines: z.array(z.string()), date: z.string(), seal: z.string() }),
  /** Check code, digest and QR are filled in when the paper is drawn. */
  z.strictObject({ kind: z.literal('verification'), code: z.string(), digest: z.string(), rows: z.array(z.tuple([z.string(), z.string()])) }),
  /** What stands above a form: its title, and who filled it in and when. */
  z.strictObject({ kind: z.literal('form-head'), title: z.string(), fields: z.array(z.string()) }),
  /** Rows of a book with full borders, at least `rowHeight` mm high; `keep` mm below the last row are left to what follows. */
  z.strictObject({ kind: z.literal('form-table'), title: z.string().optional(), bands: z.array(FormBand).min(1), rowHeight: z.number().positive(), keep: z.number().nonnegative() }),
  /** One record of a book, one or two cells side by side; `fillsPage` gives its boxes what the page has left. */
  z.strictObject({ kind: z.literal('form-card'), rows: z.array(z.array(FormCell).min(1).max(2)), keep: z.number().nonnegative(), fillsPage: z.boolean() }),
  z.strictObject({ kind: z.literal('form-signatures'), signers: z.array(z.string()), date: z.string() }),
  z.strictObject({ kind: z.literal('page-break') }),
  /** Contents of a bound book; the page of a line is that on which the attachment of this index (from 0) begins, filled in when drawn. */
  z.strictObject({ kind: z.literal('contents'), page: z.string(), rows: z.array(z.strictObject({ number: z.string(), title: z.string(), note: z.string(), attachment: z.int().nonnegative().nullable() })) }),
  /** A part of an official body, on its grid of 22 lines by 28 characters; each line of `text` is a paragraph. The numbers of headings are part of their text. */
  z.strictObject({ kind: z.literal('official'), style: z.enum(['title', 'to', 'h1', 'h2', 'h3', 'text']), text: z.string() }),
  /** Named below an official body; `label` ends with its colon, a single title gets no number. */
  z.strictObject({ kind: z.literal('attachment-list'), label: z.string(), titles: z.array(z.string()).min(1) }),
  /** Who signs an official body and when, with room for the seal. */
  z.strictObject({ kind: z.literal('sign-off'), unit: z.string(), date: z.string() }),
  /** Begins a page of its own; what follows is drawn within narrower margins, crosswise where it says so. */
  z.strictObject({ kind: z.literal('attachment'), label: z.string(), title: z.string(), landscape: z.boolean().optional(), /** What follows is the body of a 公文 under its own title. */ letter: z.boolean().optional() }),
]);

export const ReportDocument = z.strictObject({
  format: z.literal(1),
  template: z.string(),
  title: z.string(),
  number: z.string(),
  unit: z.string(),
  /** Moment of the newest assessment: the only date in the file. */
  at: z.string(),
  /** Printed across each page, e.g. 演示数据. */
  watermark: z.string().optional(),
  /** Forms with many columns stand crosswise. */
  landscape: z.boolean().optional(),
  /** GB/T 9704: type area of 156 by 225 mm, page numbers outside; absent = the sheets of a report or form. */
  geometry: z.literal('official').optional(),
  /** Set by the user, never by us: stands at the upper left of page 1 of an official paper, e.g. a level. */
  mark: z.string().optional(),
  /** Words of the footer; {number} {code} {page} {pages} are filled in when drawn. */
  footer: z.string(),
  blocks: z.array(Block),
});
export type Tone = z.infer<typeof Tone>;
export type FormBand = z.infer<typeof FormBand>;
export type FormCell = z.infer<typeof FormCell>;
export type Block = z.infer<typeof Block>;
export type ReportDocument = z.infer<typeof ReportDocument>;
