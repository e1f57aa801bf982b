import { z } from 'zod';
import { Answer } from './answer.js';
import { AssessmentEntry } from './assessment.js';
import { Finding } from './finding.js';
import { IssuedReport } from './issued-report.js';
import { MachineLink } from './machine-link.js';
import { Occurrence } from './occurrence.js';
import { Parameter } from './parameter.js';
import { RegisterConfirmation, Row } from './register.js';
import { Round } from './round.js';
import { Supervision } from './supervision.js';

/** Collection → schema of one record; every record is replaced whole, by id. */
export const collectionSchemas = {
  parameters: Parameter,
  rows: Row,
  confirmations: RegisterConfirmation,
  rounds: Round,
  answers: Answer,
  occurrences: Occurrence,
  assessments: AssessmentEntry,
  findings: Finding,
  supervisions: Supervision,
  reports: IssuedReport,
  machines: MachineLink,
  /** Last display number given per series and year, e.g. `W-2026` → 41. */
  counters: z.strictObject({ last: z.int().positive() }),
} as const;

export type CollectionName = keyof typeof collectionSchemas;
export type RecordOf<C extends CollectionName> = z.infer<(typeof collectionSchemas)[C]>;

/** lowdb's `data`: collection → id → record. Read-only for everyone but the store. */
export type WorkingSet = { readonly [C in CollectionName]: Readonly<Record<string, RecordOf<C>>> };
