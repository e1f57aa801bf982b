import type { Assessment } from '#domain/assessment.js';
import type { Finding } from '#domain/finding.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { ParameterDeclaration } from '#domain/parameter.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';

/** A finding with what is computed about it on the day of the paper. */
export interface PaperFinding {
  readonly finding: Finding;
  readonly due: string | undefined;
  readonly overdue: boolean;
}

/** Everything a paper is made of; sections read it and never the store. */
export interface PaperSource {
  readonly number: string;
  readonly title: string;
  readonly identity: StoreIdentity;
  readonly by: string;
  readonly toolVersion: string;
  readonly assessments: readonly Assessment[];
  /** Not yet closed, worst first. */
  readonly findings: readonly PaperFinding[];
  readonly parameters: readonly ParameterDeclaration[];
  /** `YYYY-MM-DD HH:MM` of a moment, in the office's time zone. */
  readonly minuteOf: (instant: string) => string;
}

/** One part of a paper: source in, blocks out. */
export type Section = (source: PaperSource, say: Say) => readonly Block[];
