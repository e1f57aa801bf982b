import type { ManagementFigures } from '#domain/management-figures.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { StoreIdentity } from '#domain/identity.js';
import { managementFigures } from '#findings/management-figures.js';
import { dayOf } from './door.js';
import { monthsUpTo } from './months.js';
import { viewFindings, type FindingView } from './view-findings.js';

const monthsShown = 12;

/** How the cure of problems goes, for who has to answer for it. */
export function managementView(snapshot: WorkingSet, { createdAt }: Pick<StoreIdentity, 'createdAt'>, today: string, views: readonly FindingView[] = viewFindings(snapshot, today)): ManagementFigures {
  return managementFigures(views, { today, since: sinceOf(views, createdAt), months: monthsUpTo(today, monthsShown), dayOf });
}

// Problems may have been brought in from before the records began.
function sinceOf(views: readonly FindingView[], createdAt: string): string {
  return views.reduce((first, { finding }) => (dayOf(finding.firstSeenAt) < first ? dayOf(finding.firstSeenAt) : first), dayOf(createdAt));
}
