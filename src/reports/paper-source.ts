import type { Answer } from '#domain/answer.js';
import type { Assessment } from '#domain/assessment.js';
import type { Finding } from '#domain/finding.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { ManagementFigures } from '#domain/management-figures.js';
import type { ParameterDeclaration } from '#domain/parameter.js';
import type { Block } from '#domain/report-document.js';
import type { Round } from '#domain/round.js';
import type { Say } from '#messages/say.js';

/** A finding with what is computed about it on the day of the paper. */
export interface PaperFinding {
  readonly finding: Finding;
  readonly due: string | undefined;
  readonly overdue: boolean;
}

/** How one round of the period went. */
export interface RoundFigures {
  readonly id: string;
  readonly level: Round['level'];
  readonly title: string;
  readonly period: Round['period'];
  readonly asked: number;
  readonly handedIn: number;
  readonly late: number;
  readonly signOff?: Round['signOff'];
}

/** A figure of the office's year as its books say it; null with the reason why they cannot. */
export interface YearFigure {
  readonly group: string;
  readonly title: string;
  readonly value: string | null;
  readonly why?: string;
}

/** One run of the scored checklist, for the trend. */
export interface RunShare {
  readonly day: string;
  readonly number: string;
  readonly low: number;
  readonly high: number;
}

/** What papers say about the office besides its assessments. */
export interface OfficeFacts {
  readonly year: string;
  readonly rounds: readonly RoundFigures[];
  readonly figures: readonly YearFigure[];
  readonly trend: readonly RunShare[];
  /** All problems of the year, closed ones too, worst first. */
  readonly problems: readonly PaperFinding[];
  /** Answers behind the assessments, by id. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** 主送机关; blank where the user named none. */
  readonly recipient: string;
  /** `YYYY-MM-DD` of the paper. */
  readonly day: string;
  /** Set by the user only. */
  readonly mark?: string;
  readonly suggestions: readonly string[];
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
  /** How the cure of problems goes, over twelve months. */
  readonly management?: ManagementFigures;
  /** Only papers about the office's year need it. */
  readonly office?: OfficeFacts;
  /** Titles of the attachments, in order, as the template lists them. */
  readonly attachments?: readonly string[];
  /** `YYYY-MM-DD HH:MM` of a moment, in the office's time zone. */
  readonly minuteOf: (instant: string) => string;
}

/** One part of a paper: source in, blocks out. */
export type Section = (source: PaperSource, say: Say) => readonly Block[];
