import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import { stepped, withReason, type Taken } from './step.js';

/** 延期: a later day, and why. */
export interface Extension extends Taken {
  readonly until: string;
  readonly reason: string;
  /** The day it is due now; undefined = not set. */
  readonly due: string | undefined;
}

export function extendFinding(finding: Finding, { until, reason, due, by, at }: Extension): Finding {
  if (due === undefined) throw new AppError('finding-no-deadline', { number: finding.number });
  if (until <= due) throw new AppError('finding-extension-earlier', { number: finding.number, due, until });
  return stepped(finding, { event: 'extended', by, at, note: withReason(reason), day: until }, { dueOn: until });
}

/** How often it was put off since it was found, or found again. */
export function extensionsOf(finding: Finding): number {
  const since = finding.events.findLastIndex(({ event }) => event === 'opened' || event === 'reopened');
  return finding.events.slice(since + 1).filter(({ event }) => event === 'extended').length;
}
