import { z } from 'zod';
import { AgentSettings } from './agent-settings.js';
import { AgentState } from './agent-state.js';
import { Answer } from './answer.js';
import { AssessmentEntry } from './assessment.js';
import { BackupEntry } from './backup-entry.js';
import { CalendarDay, CalendarYear } from './calendar-day.js';
import { Disclosure } from './disclosure.js';
import { Evidence } from './evidence.js';
import { Finding } from './finding.js';
import { Inspection } from './inspection.js';
import { IssuedReport } from './issued-report.js';
import { Job } from './job.js';
import { LeakEvent } from './leak-event.js';
import { MachineLink } from './machine-link.js';
import { Occurrence } from './occurrence.js';
import { Parameter } from './parameter.js';
import { HeaderMemory, RegisterAllowance, RegisterConfirmation, Row, TemplateOverride } from './register.js';
import { Round } from './round.js';
import { Slot } from './slot.js';
import { Supervision } from './supervision.js';

/** Collection → schema of one record; every record is replaced whole, by id. */
export const collectionSchemas = {
  parameters: Parameter,
  rows: Row,
  confirmations: RegisterConfirmation,
  allowances: RegisterAllowance,
  overrides: TemplateOverride,
  headers: HeaderMemory,
  disclosures: Disclosure,
  rounds: Round,
  answers: Answer,
  occurrences: Occurrence,
  assessments: AssessmentEntry,
  findings: Finding,
  supervisions: Supervision,
  inspections: Inspection,
  leakEvents: LeakEvent,
  evidence: Evidence,
  reports: IssuedReport,
  machines: MachineLink,
  jobs: Job,
  slots: Slot,
  calendarDays: CalendarDay,
  calendarYears: CalendarYear,
  agentSettings: AgentSettings,
  agentStates: AgentState,
  backups: BackupEntry,
  /** Last display number given per series and year, e.g. `W-2026` → 41. */
  counters: z.strictObject({ last: z.int().positive() }),
} as const;

export type CollectionName = keyof typeof collectionSchemas;
export type RecordOf<C extends CollectionName> = z.infer<(typeof collectionSchemas)[C]>;

/** lowdb's `data`: collection → id → record. Read-only for everyone but the store. */
export type WorkingSet = { readonly [C in CollectionName]: Readonly<Record<string, RecordOf<C>>> };
