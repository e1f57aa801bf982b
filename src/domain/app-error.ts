import { backupsErrors } from './error-codes/backups.js';
import { booksErrors } from './error-codes/books.js';
import { catalogErrors } from './error-codes/catalog.js';
import { cliErrors } from './error-codes/cli.js';
import { evaluationErrors } from './error-codes/evaluation.js';
import { evidenceErrors } from './error-codes/evidence.js';
import { factsErrors } from './error-codes/facts.js';
import { findingsErrors } from './error-codes/findings.js';
import { flowsErrors } from './error-codes/flows.js';
import { installErrors } from './error-codes/install.js';
import { questionnairesErrors } from './error-codes/questionnaires.js';
import { registersErrors } from './error-codes/registers.js';
import { reportsErrors } from './error-codes/reports.js';
import { roundsErrors } from './error-codes/rounds.js';
import { supervisionErrors } from './error-codes/supervision.js';
import { statsErrors } from './error-codes/stats.js';
import { storeErrors } from './error-codes/store.js';
import { exitCodes } from './exit-code.js';

export const errorCodes = {
  ...storeErrors, ...factsErrors, ...registersErrors, ...booksErrors, ...flowsErrors, ...catalogErrors,
  ...evaluationErrors, ...findingsErrors, ...reportsErrors, ...cliErrors, ...backupsErrors, ...installErrors, ...statsErrors, ...questionnairesErrors, ...roundsErrors, ...supervisionErrors, ...evidenceErrors,
} as const;
export type ErrorCode = keyof typeof errorCodes;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** One problem among several of the same bad input, e.g. a row of a file. */
export interface Problem {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** The only error that is shown to a person: a code and its blanks; the sentence and the cure are in messages. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, params: ErrorParams = {}, more: { readonly cause?: unknown; readonly problems?: readonly Problem[] } = {}) {
    super(code, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.problems = more.problems ?? [];
  }

  get exit(): number {
    return exitCodes[errorCodes[this.code]];
  }
}
