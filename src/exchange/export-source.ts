import type { Answer } from '#domain/answer.js';
import type { Assessment } from '#domain/assessment.js';
import type { Basis } from '#domain/basis.js';
import type { Gap } from '#domain/item-result.js';

/** 经批准例外, as it stood on the day of the export: the problem it belongs to, and its last day. */
export interface StandingDeviation {
  readonly itemId: string;
  readonly finding: string;
  readonly until: string;
}

/** An assessment and the words about it that other rooms have; nothing here is read or looked up again. */
export interface ExportSource {
  readonly assessment: Assessment;
  readonly unit: string;
  /** `YYYY-MM-DD` of the export. */
  readonly day: string;
  /** 演示数据, where it is. */
  readonly mark?: string;
  readonly coverage: string;
  /** The share of the points in words, or that there is none. */
  readonly share: string;
  /** The same as two figures in percent; null where no share can be told. */
  readonly shares: { readonly low: string; readonly high: string } | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly deviations: readonly StandingDeviation[];
  readonly basisWords: (basis: Basis) => string;
  readonly gapWords: (gap: Gap) => string;
  /** A person's name as it may leave the office. */
  readonly maskedName: (person: string) => string;
  /** `YYYY-MM-DD HH:MM` of a moment, in the office's time zone. */
  readonly minuteOf: (instant: string) => string;
}
