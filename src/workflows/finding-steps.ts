import { AppError } from '#domain/app-error.js';
import type { Actor } from '#domain/actor.js';
import type { Finding } from '#domain/finding.js';
import type { WorkingSet } from '#domain/working-set.js';
import { dueDay, isOverdue } from '#findings/due-day.js';
import { rectifyFinding, type Rectification } from '#findings/rectify-finding.js';
import { verifyFinding, type Verification } from '#findings/verify-finding.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { parameterValues } from './parameter-values.js';

/** A finding with what is computed about it today, never stored. */
export interface FindingView {
  readonly finding: Finding;
  readonly due: string | undefined;
  readonly overdue: boolean;
}

/** All findings, open ones first, worst first, then oldest. */
export async function listFindings(desk: Desk): Promise<readonly FindingView[]> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return viewFindings(store.read(), dayOf(desk.door.now()));
  } finally {
    await store.close();
  }
}

export function viewFindings(snapshot: WorkingSet, today: string): readonly FindingView[] {
  const days = parameterValues(snapshot)['rectificationDays'];
  return Object.values(snapshot.findings)
    .map((finding) => {
      const due = dueDay(finding, days, dayOf);
      return { finding, due, overdue: isOverdue(finding, due, today) };
    })
    .sort((left, right) => rank(left.finding) - rank(right.finding) || left.finding.number.localeCompare(right.finding.number));
}

export async function rectify(desk: Desk, number: string, given: Omit<Rectification, 'by' | 'at'>, by: string): Promise<Finding> {
  return step(desk, number, claimed(by, 'staff'), 'finding.rectified', (finding, actor, at) => rectifyFinding(finding, { ...given, by: actor, at }));
}

export async function verify(desk: Desk, number: string, given: Omit<Verification, 'by' | 'at'>, by: string): Promise<Finding> {
  return step(desk, number, claimed(by), 'finding.verified', (finding, actor, at) => verifyFinding(finding, { ...given, by: actor, at }));
}

/** The finding with display number `number`. */
export function findingNumbered(snapshot: WorkingSet, number: string): Finding {
  const found = Object.values(snapshot.findings).find((finding) => finding.number === number.toUpperCase());
  if (found === undefined) throw new AppError('finding-unknown', { number });
  return found;
}

async function step(desk: Desk, number: string, by: Actor, kind: string, decide: (finding: Finding, by: Actor, at: string) => Finding): Promise<Finding> {
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    return await store.transact({ actor: by, at }, (snapshot) => {
      const moved = decide(findingNumbered(snapshot, number), by, at);
      return { kind, changes: [{ collection: 'findings', id: moved.id, value: moved }], result: moved };
    });
  } finally {
    await store.close();
  }
}

const severityRank = { critical: 0, high: 1, medium: 2, low: 3 } as const;

function rank(finding: Finding): number {
  return (finding.state === 'closed' || finding.state === 'withdrawn' ? 10 : 0) + severityRank[finding.severity];
}
