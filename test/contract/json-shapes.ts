import { z } from 'zod';
import { Answer } from '#domain/answer.js';
import { errorCodes, type ErrorCode } from '#domain/app-error.js';
import { Assessment, AssessmentEntry } from '#domain/assessment.js';
import { Checklist, ChecklistText, Section } from '#domain/checklist.js';
import { Finding } from '#domain/finding.js';
import { FrameHeader } from '#domain/frame.js';
import { ScoreExplanation } from '#domain/score-explanation.js';
import { StoreIdentity } from '#domain/identity.js';
import { IssuedReport } from '#domain/issued-report.js';
import { Parameter, ParameterDeclaration } from '#domain/parameter.js';
import { RegisterTemplate, TemplateOverride } from '#domain/register.js';
import { ReportTemplate } from '#domain/report-template.js';
import { agentShapes, AgentStatus } from './shapes/agent.js';
import { evidenceShapes } from './shapes/evidence.js';
import { FindingView, LeakView, Management, SupervisionView, followUpShapes } from './shapes/follow-up.js';
import { booksShapes } from './shapes/books.js';
import { backupsShapes } from './shapes/backups.js';
import { formsShapes } from './shapes/forms.js';
import { statsShapes } from './shapes/stats.js';
import { installShapes } from './shapes/install.js';
import { roundsShapes } from './shapes/rounds.js';
import { schedulesShapes, YearEntryShape } from './shapes/schedules.js';
import { Slot } from '#domain/slot.js';
import { InitAnswers } from '#workflows/init-unit.js';
import { ParameterFile } from '#workflows/import-parameters.js';
import { areas } from '#workflows/diagnose.js';
import { exportFormats } from '#workflows/export-assessment.js';
import { verificationLayers } from '#workflows/verify-report.js';

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];

const ChecklistLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  edition: z.string(),
  origin: z.enum(['program', 'office']),
  items: z.int(),
  automated: z.int(),
  register: z.int(),
  manual: z.int(),
});
const ComparedProblem = z.strictObject({ itemId: z.string(), subjectKey: z.string(), subjectLabel: z.string(), objective: z.string() });
const StoreVerification = z.strictObject({ frames: z.int(), documents: z.int(), evidence: z.int(), unneeded: z.int(), head: z.string(), deep: z.boolean(), unfinished: z.int(), setAside: z.int(), problems: z.array(z.string()) });
const Demo = z.strictObject({ folder: z.string(), unit: z.string(), assessments: z.array(Assessment), report: IssuedReport, slots: z.array(Slot), status: AgentStatus });
const RegisterStateName = z.enum(['confirmed', 'nil', 'unconfirmed']);
/** What `--json` prints, by command: the published contract. */
export const commandShapes: Readonly<Record<string, z.ZodType>> = {
  init: StoreIdentity,
  status: z.strictObject({
    identity: StoreIdentity,
    today: z.string(),
    assessments: z.array(AssessmentEntry),
    findings: z.strictObject({ open: z.int(), overdue: z.int(), awaiting: z.int(), recurring: z.int(), next: z.array(FindingView) }),
    registers: z.array(z.strictObject({ register: z.string(), title: z.string(), state: RegisterStateName, asOf: z.string().optional() })),
    rows: z.record(z.string(), z.int()),
    parameters: z.strictObject({ filled: z.int(), total: z.int() }),
    management: Management,
    supervisions: z.array(SupervisionView),
    leaks: z.array(LeakView),
    ahead: z.array(YearEntryShape).max(3),
    rounds: z.array(z.strictObject({ number: z.string(), checklistId: z.string(), deadline: z.string().optional(), in: z.int(), of: z.int(), overdue: z.boolean() })),
    clockBehind: z.boolean(),
  }),
  doctor: z.strictObject({
    checks: z.array(
      z.strictObject({ area: z.enum(areas), state: z.enum(['good', 'note', 'bad']), detail: z.string(), cure: z.string().optional(), code: z.enum(codes).optional() }),
    ),
  }),
  'demo:start': Demo,
  'demo:reset': Demo,
  'demo:stop': z.strictObject({ removed: z.string() }),
  'checklist:import': z.strictObject({
    checklistId: z.string(),
    file: z.string(),
    items: z.int(),
    imported: z.array(z.string()),
    complete: z.int(),
    missing: z.array(z.string()),
    disagreements: z.array(z.strictObject({ itemId: z.string(), known: z.string(), annex: z.string() })),
    notUnderstood: z.array(z.string()),
    written: z.boolean(),
  }),
  'checklist:list': z.strictObject({ checklists: z.array(ChecklistLine) }),
  'checklist:show': Checklist,
  'checklist:validate': z.strictObject({ valid: z.literal(true), checklist: ChecklistLine }),
  'parameter:list': z.strictObject({ parameters: z.array(z.strictObject({ declaration: ParameterDeclaration, parameter: Parameter.optional() })) }),
  'parameter:set': z.strictObject({ parameters: z.array(Parameter) }),
  'parameter:import': z.strictObject({ parameters: z.array(Parameter) }),
  'assess:run': z.strictObject({ assessments: z.array(Assessment), findings: z.array(Finding), excepted: z.array(z.strictObject({ assessmentId: z.string(), itemId: z.string() })), clockBehind: z.boolean() }),
  'assess:answer': Answer,
  'assess:list': z.strictObject({ assessments: z.array(AssessmentEntry) }),
  'assess:show': Assessment.extend({ explanation: ScoreExplanation.optional() }),
  'assess:export': z.strictObject({
    number: z.string(),
    checklistId: z.string(),
    format: z.enum(exportFormats),
    path: z.string(),
    counts: z.strictObject({ items: z.int(), pass: z.int(), fail: z.int(), notApplicable: z.int(), open: z.int() }),
    deviations: z.int(),
    withheld: z.int(),
  }),
  'assess:compare': z.strictObject({
    before: z.string(),
    after: z.string(),
    checklistTitle: z.string(),
    comparison: z.strictObject({ new: z.array(ComparedProblem), still: z.array(ComparedProblem), absent: z.array(ComparedProblem), unclear: z.array(ComparedProblem) }),
  }),
  'report:self-assessment': IssuedReport.extend({ warnings: z.array(z.string()) }),
  'report:cryptography': IssuedReport.extend({ warnings: z.array(z.string()) }),
  'report:list': z.strictObject({ reports: z.array(IssuedReport) }),
  'report:verify': z.strictObject({
    file: z.string(),
    bytes: z.int(),
    number: z.string(),
    title: z.string(),
    unit: z.string(),
    checkCode: z.string(),
    toolVersion: z.string(),
    layers: z.array(z.strictObject({ layer: z.enum(verificationLayers), state: z.enum(['ok', 'failed', 'not-compared']), note: z.string() })),
    conclusion: z.enum(['sound', 'failed', 'not-compared']),
  }),
  'journal:list': z.strictObject({
    frames: z.array(FrameHeader.pick({ seq: true, at: true, actor: true, kind: true }).extend({ changes: z.int(), hash: z.string() })),
  }),
  'journal:verify': StoreVerification,
  'store:verify': StoreVerification,
  ...agentShapes,
  ...backupsShapes,
  ...evidenceShapes,
  ...followUpShapes,
  ...booksShapes,
  ...formsShapes,
  ...statsShapes,
  ...roundsShapes,
  ...installShapes,
  ...schedulesShapes,
};

const Problem = z.strictObject({ code: z.enum(codes), message: z.string(), cure: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

/** What any command prints with `--json` when it could not do its work. */
export const ErrorShape = z.strictObject({
  error: z.strictObject({ code: z.enum(codes), message: z.string(), cure: z.string(), exit: z.int(), problems: z.array(Problem) }),
});

/** Files that an office writes: for editors that complete and check while typing. */
export const fileShapes: Readonly<Record<string, z.ZodType>> = {
  checklist: ChecklistText,
  'checklist-section': Section,
  'init-answers': InitAnswers,
  'parameter-file': ParameterFile,
  'register-form': RegisterTemplate,
  'register-override': TemplateOverride,
  'report-template': ReportTemplate,
};
