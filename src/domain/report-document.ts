import { z } from 'zod';

const Tone = z.enum(['good', 'bad', 'open', 'plain']);

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
    columns: z.array(z.strictObject({ title: z.string(), width: z.number().positive(), align: z.enum(['left', 'right', 'center']).default('left') })),
    rows: z.array(z.array(z.string())),
  }),
  /** A block that stays on one page when it fits: one finding. */
  z.strictObject({ kind: z.literal('card'), title: z.string(), badge: z.string(), tone: Tone, rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.strictObject({ kind: z.literal('signatures'), lines: z.array(z.string()), date: z.string(), seal: z.string() }),
  /** Check code, digest and QR are filled in when the paper is drawn. */
  z.strictObject({ kind: z.literal('verification'), code: z.string(), digest: z.string(), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.strictObject({ kind: z.literal('page-break') }),
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
  /** Words of the footer; {number} {code} {page} {pages} are filled in when drawn. */
  footer: z.string(),
  blocks: z.array(Block),
});
export type Tone = z.infer<typeof Tone>;
export type Block = z.infer<typeof Block>;
export type ReportDocument = z.infer<typeof ReportDocument>;
