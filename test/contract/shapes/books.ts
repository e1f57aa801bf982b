import { z } from 'zod';
import { Actor } from '#domain/actor.js';
import { errorCodes, type ErrorCode } from '#domain/app-error.js';
import { LocalText } from '#domain/primitives.js';
import { Column, RegisterAllowance, RegisterConfirmation, registerGroups } from '#domain/register.js';
import { ReasonCode } from '#domain/result-value.js';
import { passedOver } from '#registers/sheet-row-kind.js';
import { faultKinds } from '#workflows/check-registers.js';
import { offboardSteps } from '#workflows/offboard-person.js';
import { onboardSteps } from '#workflows/onboard-person.js';

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];
const Problem = z.strictObject({ code: z.enum(codes), message: z.string(), cure: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
const BookLine = z.strictObject({ id: z.string(), title: z.string(), rows: z.int(), state: z.enum(['confirmed', 'nil', 'unconfirmed']), asOf: z.string().optional() });
const KindLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  group: z.enum(registerGroups),
  form: z.string().optional(),
  rhythm: z.string().optional(),
  standing: z.enum(['open', 'undecided', 'paper-only']),
  numbersOnly: z.boolean(),
  rows: z.int(),
});
const ShownRow = z.strictObject({ rowId: z.string(), key: z.string(), revision: z.int(), late: z.boolean(), cells: z.record(z.string(), z.string()) });
const RowLines = z.strictObject({ register: z.string(), title: z.string(), masked: z.boolean(), columns: z.array(Column.pick({ key: true, title: true }).extend({ isKey: z.boolean(), isLabel: z.boolean() })), rows: z.array(ShownRow) });
const RowChange = z.strictObject({ register: z.string(), title: z.string(), key: z.string(), revision: z.int(), changed: z.boolean() });
const ImportSummary = z.strictObject({
  register: z.string(),
  title: z.string(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  wrong: z.int(),
  problems: z.array(Problem),
  missing: z.array(z.string()),
  dropped: z.array(z.string()),
  ignored: z.array(z.string()),
  unknownHeaders: z.array(z.string()),
  skipped: z.array(z.strictObject({ line: z.int(), kind: z.enum(passedOver) })),
  otherSheets: z.array(z.string()),
  written: z.boolean(),
});
const Adaptation = z.strictObject({ register: z.string(), renamed: z.array(z.string()), hidden: z.array(z.string()), added: z.array(z.string()), widened: z.array(z.string()) });
const DueList = z.strictObject({
  days: z.int(),
  due: z.array(
    z.strictObject({
      day: z.string(),
      overdue: z.boolean(),
      source: z.enum(['register', 'finding', 'training', 'supervision', 'leak']),
      register: z.string().optional(),
      column: z.string().optional(),
      title: z.string(),
      what: LocalText.optional(),
      subject: z.string(),
    }),
  ),
});
const Revision = z.strictObject({
  key: z.string(),
  revision: z.int(),
  at: z.string(),
  by: Actor,
  kind: z.string(),
  late: z.boolean(),
  retired: z.boolean(),
  reason: z.string().optional(),
  cells: z.array(z.strictObject({ column: z.string(), title: z.string(), before: z.string(), after: z.string() })),
});
const FlowOutcome = z.strictObject({ flow: z.string(), number: z.string(), carriers: z.array(z.string()), rows: z.record(z.string(), z.int()) });
const stepLine = <T extends readonly [string, ...string[]]>(steps: T): z.ZodType => z.strictObject({ step: z.enum(steps), done: z.boolean(), value: z.string() });

/** What `--json` prints, by command. */
export const booksShapes: Readonly<Record<string, z.ZodType>> = {
  'register:kinds': z.strictObject({ kinds: z.array(KindLine) }),
  'register:list': z.union([z.strictObject({ registers: z.array(BookLine) }), RowLines]),
  'register:show': RowLines,
  'register:add': RowChange,
  'register:edit': RowChange,
  'register:retire': RowChange,
  'register:confirm': RegisterConfirmation,
  'register:allow': RegisterAllowance,
  'register:adapt': Adaptation,
  'register:template': z.strictObject({
    register: z.string(),
    title: z.string(),
    source: z.string(),
    rhythm: z.string().optional(),
    columns: z.array(Column.pick({ key: true, title: true, type: true, required: true, values: true, register: true, note: true })),
    schema: z.unknown(),
  }),
  'register:import': ImportSummary,
  'register:export': z.strictObject({ register: z.string(), title: z.string(), rows: z.int(), masked: z.boolean(), path: z.string() }),
  'register:check': z.strictObject({
    books: z.int(),
    rows: z.int(),
    faults: z.array(
      z.strictObject({ register: z.string(), title: z.string(), row: z.string(), kind: z.enum(faultKinds), column: z.string().optional(), other: z.string().optional(), rule: LocalText.optional() }),
    ),
    open: z.array(z.strictObject({ register: z.string(), rule: LocalText, rows: z.int(), reasons: z.array(ReasonCode) })),
  }),
  'register:due': DueList,
  'register:history': z.strictObject({ revisions: z.array(Revision) }),
  'personnel:onboard': z.strictObject({ person: z.string(), steps: z.array(stepLine(onboardSteps)), finished: z.boolean() }),
  'personnel:offboard': z.strictObject({
    person: z.string(),
    number: z.string(),
    steps: z.array(stepLine(offboardSteps)),
    held: z.array(z.strictObject({ register: z.string(), title: z.string(), row: z.string() })),
    finished: z.boolean(),
  }),
  'personnel:review-due': DueList,
  'carrier:receive': FlowOutcome,
  'carrier:lend': FlowOutcome,
  'carrier:return': FlowOutcome,
  'carrier:copy': FlowOutcome,
  'carrier:carry-out': FlowOutcome,
  'carrier:clear': FlowOutcome,
  'carrier:destroy': FlowOutcome,
  'waste:collect': FlowOutcome,
  'waste:spot-check': FlowOutcome,
};
