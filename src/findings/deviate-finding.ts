import { AppError } from '#domain/app-error.js';
import type { Deviation, Finding } from '#domain/finding.js';
import { stepped, withReason, type Taken } from './step.js';

/** What no approval can permit, e.g. the articles of the law that forbid outright. */
export type Forbids = (finding: Finding) => string | undefined;

export interface DeviationOrder extends Taken, Pick<Deviation, 'reason' | 'approvedBy' | 'document' | 'until'> {
  readonly today: string;
}

const longestMonths = 12;

/** 经批准例外: reason, approver, document and last day, no later than twelve months from today. */
export function deviateFinding(finding: Finding, order: DeviationOrder, forbids: Forbids): Finding {
  const { approvedBy, document, until, today, by, at } = order;
  const { number } = finding;
  const forbidden = forbids(finding);
  if (forbidden !== undefined) throw new AppError('finding-deviation-forbidden', { number, law: forbidden });
  if (until < today) throw new AppError('finding-deviation-past', { number, until });
  const latest = monthsLater(today, longestMonths);
  if (until > latest) throw new AppError('finding-deviation-too-long', { number, until, latest });
  const reason = withReason(order.reason);
  return stepped(finding, { event: 'deviated', by, at, note: reason, day: until }, { deviation: { reason, approvedBy, document, since: today, until } });
}

/** The same day so many months later, or the last day of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
