import { z } from 'zod';
import { errorCodes, type ErrorCode } from '#domain/app-error.js';
import { Checklist, Item } from '#domain/checklist.js';
import { Finding } from '#domain/finding.js';
import { Inspection } from '#domain/inspection.js';
import { IssuedReport } from '#domain/issued-report.js';
import { ItemResult } from '#domain/item-result.js';
import { LeakEvent } from '#domain/leak-event.js';
import { Parameter, ParameterDeclaration } from '#domain/parameter.js';
import { Opinion, Supervision } from '#domain/supervision.js';

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];
const Problem = z.strictObject({ code: z.enum(codes), message: z.string(), cure: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

export const FindingView = z.strictObject({ finding: Finding, due: z.string().optional(), sure: z.boolean(), overdue: z.boolean(), daysLate: z.int(), extensions: z.int(), withdrawalAsked: z.boolean() });

const cure = { total: z.int(), closed: z.int(), overdue: z.int(), recurring: z.int(), rate: z.number().nullable(), meanDays: z.number().nullable() };
const Group = z.strictObject({ name: z.string().nullable(), ...cure });
export const Management = z.strictObject({
  from: z.string(),
  to: z.string(),
  all: z.strictObject(cure),
  byDepartment: z.array(Group),
  bySection: z.array(Group),
  months: z.array(z.strictObject({ month: z.string(), opened: z.int().nullable(), closed: z.int().nullable(), live: z.int().nullable() })),
});

const OpinionView = z.strictObject({ opinion: Opinion, findings: z.array(FindingView), state: z.enum(['unanswered', 'open', 'done']), overdue: z.boolean() });
export const SupervisionView = z.strictObject({ supervision: Supervision, opinions: z.array(OpinionView), done: z.int(), own: z.strictObject({ number: z.string(), low: z.number(), high: z.number() }).nullable(), reportOverdue: z.boolean() });
const SupervisionChange = z.strictObject({ supervision: Supervision, findings: z.array(Finding) });
const InspectionView = z.strictObject({ inspection: Inspection, findings: z.array(FindingView), overdue: z.boolean() });
export const LeakView = z.strictObject({ event: LeakEvent, reportBy: z.string(), minutesLeft: z.int().optional(), inTime: z.boolean().optional() });
const Paper = IssuedReport.extend({ warnings: z.array(z.string()) });

/** What the commands that follow problems up print. */
export const followUpShapes: Readonly<Record<string, z.ZodType>> = {
  'finding:list': z.strictObject({ findings: z.array(FindingView) }),
  'finding:show': FindingView,
  ...Object.fromEntries(['add', 'assign', 'rectify', 'verify', 'reopen', 'extend', 'deviate', 'withdraw'].map((step) => [`finding:${step}`, Finding])),
  'finding:export': z.strictObject({ findings: z.int(), path: z.string() }),
  'finding:import': z.strictObject({ added: z.int(), changed: z.int(), unchanged: z.int(), written: z.boolean(), problems: z.array(Problem) }),
  'supervision:add': Supervision,
  'supervision:score': Supervision,
  'supervision:close': Supervision,
  'supervision:list': z.strictObject({ supervisions: z.array(SupervisionView) }),
  'supervision:show': SupervisionView,
  'supervision:opinion': SupervisionChange,
  'supervision:respond': SupervisionChange,
  'supervision:same-kind': SupervisionChange,
  'supervision:sheet': z.strictObject({ path: z.string() }),
  'supervision:import': z.strictObject({ supervision: z.string(), added: z.int(), unchanged: z.int(), written: z.boolean(), problems: z.array(Problem) }),
  'inspection:plan': z.strictObject({ year: z.string(), inspections: z.array(InspectionView), coverage: z.array(z.strictObject({ department: z.string(), held: z.int(), planned: z.int() })), uncovered: z.array(z.string()) }),
  'inspection:add': Inspection,
  'inspection:record': z.strictObject({ inspection: Inspection, findings: z.array(Finding) }),
  'inspection:show': InspectionView,
  'inspection:cancel': Inspection,
  ...Object.fromEntries(['open', 'report', 'close'].map((step) => [`leak:${step}`, LeakView])),
  'leak:list': z.strictObject({ events: z.array(LeakView) }),
  ...Object.fromEntries(['notice', 'rectification', 'rectification-ledger', 'recheck', 'inspection', 'opinions-reply'].map((paper) => [`report:${paper}`, Paper])),
  explain: z.strictObject({
    checklist: Checklist.pick({ id: true, title: true, edition: true }),
    alsoIn: z.array(z.string()),
    section: z.string(),
    item: Item,
    facts: z.array(z.strictObject({ id: z.string(), sources: z.array(z.string()), newest: z.strictObject({ status: z.enum(['observed', 'unavailable']), readAt: z.string(), reason: z.string().optional() }).optional() })),
    registers: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    parameters: z.array(z.strictObject({ declaration: ParameterDeclaration, parameter: Parameter.optional() })),
    newest: z.strictObject({ assessment: z.string(), at: z.string(), result: ItemResult }).optional(),
  }),
  'report:leak-form': z.strictObject({ path: z.string(), pages: z.int(), event: LeakView.optional(), warnings: z.array(z.string()) }),
  'report:readiness': Paper.extend({ parts: z.int(), evidence: z.strictObject({ folder: z.string(), zip: z.string(), files: z.int() }), gaps: z.strictObject({ path: z.string(), count: z.int() }) }),
};
