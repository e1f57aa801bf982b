import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import type { WorkingSet } from '#domain/working-set.js';
import { isOverdue } from '#findings/due-day.js';
import { asOfToday } from '#findings/expire-deviation.js';
import { extensionsOf } from '#findings/extend-finding.js';
import { pendingWithdrawal } from '#findings/withdraw-finding.js';
import { programActor } from './desk.js';
import { dueOfFindings } from './due-of-findings.js';

/** A finding as it stands today; what is computed is never stored. */
export interface FindingView {
  readonly finding: Finding;
  readonly due: string | undefined;
  /** The tables of public holidays confirm `due`; else weekdays had to do. */
  readonly sure: boolean;
  readonly overdue: boolean;
  /** Calendar days past `due`; 0 = not late. */
  readonly daysLate: number;
  /** How often it was put off. */
  readonly extensions: number;
  /** Somebody says that it is a false alarm, and nobody else has decided yet. */
  readonly withdrawalAsked: boolean;
}

/** All findings, open ones first, worst first, then oldest. */
export function viewFindings(snapshot: WorkingSet, today: string): readonly FindingView[] {
  const dueOf = dueOfFindings(snapshot);
  return findingsToday(snapshot, today)
    .map((finding): FindingView => {
      const due = dueOf(finding);
      const overdue = isOverdue(finding, due?.day, today);
      return { finding, due: due?.day, sure: due?.sure !== false, overdue, daysLate: overdue && due !== undefined ? (Date.parse(today) - Date.parse(due.day)) / dayMs : 0, extensions: extensionsOf(finding), withdrawalAsked: pendingWithdrawal(finding) !== undefined };
    })
    .sort((left, right) => rank(left.finding) - rank(right.finding) || left.finding.number.localeCompare(right.finding.number));
}

/** All findings with the deviations that have run out. */
export function findingsToday(snapshot: Pick<WorkingSet, 'findings'>, today: string): readonly Finding[] {
  return Object.values(snapshot.findings).map((finding) => asOfToday(finding, today, programActor));
}

/** Not closed and not withdrawn. */
export function isLive({ state }: Pick<Finding, 'state'>): boolean {
  return state !== 'closed' && state !== 'withdrawn';
}

/** The finding with display number `number`, as it stands today. */
export function findingNumbered(snapshot: Pick<WorkingSet, 'findings'>, number: string, today: string): Finding {
  const found = findingsToday(snapshot, today).find((finding) => finding.number === number.toUpperCase());
  if (found === undefined) throw new AppError('finding-unknown', { number });
  return found;
}

const dayMs = 86_400_000;

const severityRank = { critical: 0, high: 1, medium: 2, low: 3 } as const;

function rank(finding: Finding): number {
  return (isLive(finding) ? 0 : 10) + severityRank[finding.severity];
}
