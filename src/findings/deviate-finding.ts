import { AppError } from '#domain/app-error.js';
import type { Deviation, Finding } from '#domain/finding.js';
import { stepped, withReason, type Taken } from './step.js';

/** What other rooms know. */
export interface DeviationRules {
  /** What no approval can permit, e.g. the article of the law that forbids outright. */
  readonly forbids: (finding: Finding) => string | undefined;
  /** The same day so many months later, or the last day of a shorter month. */
  readonly addMonths: (day: string, months: number) => string;
}

export interface DeviationOrder extends Taken, Pick<Deviation, 'reason' | 'approvedBy' | 'document' | 'until'> {
  readonly today: string;
}

/** No approval outlives so many months. */
const longestMonths = 12;

/** 经批准例外: reason, approver, document and last day, no later than twelve months from today. */
export function deviateFinding(finding: Finding, order: DeviationOrder, { forbids, addMonths }: DeviationRules): Finding {
  const { approvedBy, document, until, today, by, at } = order;
  const { number } = finding;
  const forbidden = forbids(finding);
  if (forbidden !== undefined) throw new AppError('finding-deviation-forbidden', { number, law: forbidden });
  if (until < today) throw new AppError('finding-deviation-past', { number, until });
  const latest = addMonths(today, longestMonths);
  if (until > latest) throw new AppError('finding-deviation-too-long', { number, until, latest });
  const reason = withReason(order.reason);
  return stepped(finding, { event: 'deviated', by, at, note: reason, day: until }, { deviation: { reason, approvedBy, document, since: today, until } });
}
