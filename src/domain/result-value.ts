import { z } from 'zod';

/** The nine results of XCCDF 1.2, with its spelling. */
export const resultValues = [
  'pass', 'fail', 'error', 'unknown', 'notapplicable', 'notchecked', 'notselected', 'informational', 'fixed',
] as const;
export const ResultValue = z.enum(resultValues);
export type ResultValue = z.infer<typeof ResultValue>;

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

/** Why nothing could be said; words are in messages. */
export const reasonCodes = [
  'no-permission', 'tool-missing', 'timed-out', 'crashed', 'unsupported', 'not-found', 'not-collected', 'budget-spent',
  'type-mismatch', 'cell-blank', 'parameter-blank', 'register-unconfirmed', 'register-empty', 'nothing-selected', 'column-hidden',
  'not-answered', 'answer-expired', 'answer-outdated', 'not-applicable-here', 'partly-readable', 'classified-machine',
] as const;
export const ReasonCode = z.enum(reasonCodes);
export type ReasonCode = z.infer<typeof ReasonCode>;
