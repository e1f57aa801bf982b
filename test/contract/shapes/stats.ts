import { Management } from './follow-up.js';
import { z } from 'zod';
import { IssuedReport } from '#domain/issued-report.js';
import { LocalText } from '#domain/primitives.js';
import { whyNots } from '#domain/statistics.js';
import { footings } from '#workflows/statistics-basis.js';
import { statisticsIds } from '#workflows/load-statistics.js';

const WhyNot = z.strictObject({ code: z.enum(whyNots), book: z.string(), detail: z.string(), rows: z.int().optional() });
const Figure = z.strictObject({ span: z.string(), value: z.union([z.number(), z.string()]).nullable(), why: WhyNot.optional(), asOf: z.string().optional(), counted: z.int() });
const Cell = z.strictObject({ id: z.string(), title: LocalText, how: LocalText, figures: z.array(Figure) });
const Row = z.strictObject({ register: z.string(), rowId: z.string(), label: z.string(), missing: z.array(z.string()) });
const Printed = z.strictObject({ path: z.string(), blank: z.boolean(), pages: z.int().optional(), issued: IssuedReport.optional(), warnings: z.array(z.string()) });
const View = z.strictObject({
  statistics: z.enum(statisticsIds),
  title: LocalText,
  form: z.string().optional(),
  unit: z.string(),
  day: z.string(),
  footing: z.strictObject({ kind: z.enum(footings), decisions: z.array(z.strictObject({ register: z.string(), decidedBy: z.string(), decidedOn: z.string(), document: z.string() })) }),
  spans: z.array(z.string()),
  groups: z.array(z.strictObject({ title: LocalText, cells: z.array(Cell) })),
  signatures: z.array(z.string()),
  explained: z.strictObject({ cell: z.string(), title: LocalText, how: LocalText, figures: z.array(Figure.extend({ rows: z.array(Row) })) }).optional(),
  printed: Printed.optional(),
});
const Blank = z.strictObject({ statistics: z.enum(statisticsIds), printed: Printed });
const BookCount = z.strictObject({
  id: z.string(), title: LocalText, form: z.string().optional(), inUse: z.int(), added: z.int(), changed: z.int(), retired: z.int(), state: z.enum(['confirmed', 'nil', 'unconfirmed']), asOf: z.string().optional(),
});

/** What `--json` prints, by command. */
export const statsShapes: Readonly<Record<string, z.ZodType>> = {
  'stats:classification': z.union([View, Blank]),
  'stats:annual': z.union([View, Blank]),
  'stats:registers': z.strictObject({ unit: z.string(), day: z.string(), year: z.string(), registers: z.array(BookCount), printed: Printed.optional() }),
  'stats:trend': View.extend({ management: Management }),
};
