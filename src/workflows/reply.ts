import type { Answer } from '#domain/answer.js';

/** What a person said about one manual item; a deduction is an id, with points where the sheet gives a range. */
export interface Reply {
  /** Not needed in a round: it has its checklist. */
  readonly checklistId?: string;
  readonly itemId: string;
  /** `same`: as last time, while that answer is still valid. */
  readonly value: Answer['value'] | 'same';
  readonly partial?: boolean;
  /** Per occurrence: `times` new events (of the day `on`), and `events` that are on record already, by number. */
  readonly deductions: readonly { readonly id: string; readonly points?: number; readonly times?: number; readonly events?: readonly string[] }[];
  readonly fact?: string;
  readonly evidence: readonly string[];
  readonly by?: string;
  /** Number of a round, and the key of one of its subjects where it has several. */
  readonly round?: string;
  readonly subject?: string;
  /** Day of the events. */
  readonly on?: string;
  readonly bulk?: boolean;
  readonly department?: string;
  readonly dueOn?: string;
}
