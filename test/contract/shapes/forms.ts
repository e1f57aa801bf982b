import { z } from 'zod';
import { IssuedReport } from '#domain/issued-report.js';

const Printed = z.strictObject({ register: z.string(), title: z.string(), path: z.string(), pages: z.int(), warnings: z.array(z.string()) });

/** What `--json` prints, by command: a blank form has no number and no code. */
export const formsShapes: Readonly<Record<string, z.ZodType>> = {
  'report:visit-sheet': z.strictObject({ checklist: z.string(), title: z.string(), questions: z.int(), path: z.string(), pages: z.int(), warnings: z.array(z.string()) }),
  'report:form': z.union([Printed, Printed.extend({ issued: IssuedReport, rows: z.int(), masked: z.boolean() })]),
  ...Object.fromEntries(['overview', 'score-sheet', 'technical', 'annual'].map((name) => [`report:${name}`, IssuedReport.extend({ warnings: z.array(z.string()) })])),
  'report:ledger': IssuedReport.extend({ books: z.int(), warnings: z.array(z.string()) }),
  ...Object.fromEntries(['staff-sheet', 'department-sheet', 'holiday'].map((name) => [`report:${name}`, IssuedReport.extend({ sheets: z.int(), warnings: z.array(z.string()) })])),
};
