import { z } from 'zod';
import { Answer } from '#domain/answer.js';
import { errorCodes, type ErrorCode } from '#domain/app-error.js';
import { Assessment } from '#domain/assessment.js';
import { Item } from '#domain/checklist.js';
import { Finding } from '#domain/finding.js';
import { ItemResult } from '#domain/item-result.js';
import { SheetSaying } from '#domain/questionnaire.js';
import { Round, SheetTrace } from '#domain/round.js';
import { Subject } from '#domain/subject.js';

const Progress = z.strictObject({
  subject: Subject,
  asked: z.int(),
  answered: z.int(),
  open: z.array(z.string()),
  outdated: z.int(),
  state: z.enum(['handed-in', 'handed-in-late', 'complete', 'begun', 'untouched']),
  overdue: z.boolean(),
  handedInAt: z.string().optional(),
});
const View = z.strictObject({ round: Round, title: z.string(), asked: z.int(), answered: z.int(), handedIn: z.int(), late: z.int(), overdue: z.int() });
const RollUp = z.strictObject({ key: z.string(), name: z.string(), sheet: z.enum(['in', 'late', 'out']).optional(), staffIn: z.int(), staffAsked: z.int(), staffOut: z.array(z.string()) });
const Line = z.strictObject({ section: z.string(), item: Item, result: ItemResult, answer: Answer.optional(), same: Answer.optional(), before: Answer.optional() });

/** What the commands on rounds print. */
export const roundsShapes: Readonly<Record<string, z.ZodType>> = {
  'round:open': Round,
  'round:list': z.strictObject({ rounds: z.array(View) }),
  'round:status': View.extend({ subjects: z.array(Progress), below: z.array(RollUp), changedItems: z.int() }),
  'round:sheet:export': z.strictObject({ round: z.string(), files: z.array(z.strictObject({ subject: z.string(), path: z.string(), questions: z.int() })) }),
  'round:sheet:import': z.strictObject({
    round: z.string(),
    files: z.int(),
    recorded: z.int(),
    unchanged: z.int(),
    kept: z.int(),
    conflicts: z.array(z.strictObject({ subjectKey: z.string(), itemId: z.string(), kind: z.enum(['files-differ', 'recorded-later']), sides: z.array(z.strictObject({ file: z.string().optional(), row: z.int().optional(), saying: SheetSaying.loose() })) })),
    problems: z.array(z.strictObject({ file: z.string(), code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
    written: z.boolean(),
    marked: z.array(z.string()).optional(),
  }),
  'round:sheet:status': z.strictObject({
    round: Round,
    title: z.string(),
    subjects: z.array(Progress.omit({ open: true, outdated: true }).extend({ ...SheetTrace.shape, standing: z.enum(['none', 'out', 'back', 'refused']) })),
    counts: z.strictObject({ none: z.int(), out: z.int(), back: z.int(), refused: z.int() }),
    notHandedIn: z.array(z.string()),
  }),
  'round:show': z.strictObject({ round: Round, title: z.string(), subject: Subject, lines: z.array(Line) }),
  'round:submit': z.strictObject({ round: Round, assessments: z.array(Assessment), findings: z.array(Finding), out: z.array(Progress) }),
  'round:signoff': Round,
  'round:discard': Round,
};
