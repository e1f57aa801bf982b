import type { Finding, FindingEvent, FindingState } from '#domain/finding.js';

export type LifecycleEvent = FindingEvent['event'];

/** Where the problem was found decides who may say that it is cured. */
export type CheckKind = 'rechecked' | 'reported';

type Table = Readonly<Record<FindingState, Readonly<Partial<Record<LifecycleEvent, FindingState>>>>>;

/** What a probe or a book found is only cured when the same check passes again. */
const rechecked: Table = {
  open: { 'seen-again': 'open', 'recheck-passed': 'awaiting-verification', assigned: 'remediating', rectified: 'remediating', deviated: 'deviation-approved', extended: 'open', 'withdrawal-asked': 'open', 'withdrawal-refused': 'open', withdrawn: 'withdrawn' },
  remediating: { 'seen-again': 'remediating', 'recheck-passed': 'awaiting-verification', assigned: 'remediating', rectified: 'remediating', deviated: 'deviation-approved', extended: 'remediating', 'withdrawal-asked': 'remediating', 'withdrawal-refused': 'remediating', withdrawn: 'withdrawn' },
  'awaiting-verification': { 'seen-again': 'remediating', 'recheck-passed': 'awaiting-verification', assigned: 'awaiting-verification', verified: 'closed', rejected: 'remediating' },
  closed: { reopened: 'open', 'recheck-passed': 'closed', assigned: 'closed' },
  'deviation-approved': { 'seen-again': 'deviation-approved', 'recheck-passed': 'closed', deviated: 'deviation-approved', 'deviation-expired': 'open', reopened: 'open' },
  withdrawn: { 'seen-again': 'withdrawn', 'recheck-passed': 'withdrawn', reopened: 'open' },
};

/** What a person or an inspector found is cured when its rectification is reported, and closed when another person has looked. */
const reported: Table = {
  ...rechecked,
  open: { ...rechecked.open, rectified: 'awaiting-verification' },
  remediating: { ...rechecked.remediating, rectified: 'awaiting-verification' },
  'deviation-approved': { ...rechecked['deviation-approved'], rectified: 'awaiting-verification' },
};

const tables: Readonly<Record<CheckKind, Table>> = { rechecked, reported };

/** The state after `event`, or undefined where the table knows no such step. */
export function nextState(finding: Pick<Finding, 'state' | 'source'>, event: LifecycleEvent): FindingState | undefined {
  return tables[checkKind(finding.source)][finding.state][event];
}

function checkKind(source: Finding['source']): CheckKind {
  return source === 'automated' || source === 'register' ? 'rechecked' : 'reported';
}
