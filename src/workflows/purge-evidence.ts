import { AppError } from '#domain/app-error.js';
import type { Evidence } from '#domain/evidence.js';
import type { WorkingSet } from '#domain/working-set.js';
import { addDays, addMonths } from '#evaluation/day-functions.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { evidenceIn } from './list-evidence.js';
import { isLive } from './view-findings.js';

/** How long ago; a year is twelve months. */
export interface Age {
  readonly count: number;
  readonly unit: 'months' | 'days';
}

export interface PurgeOrder {
  readonly olderThan: Age;
  readonly reason: string;
  readonly by: string;
  /** Without it nothing is written: the answer says what would be purged. */
  readonly isConfirmed: boolean;
}

/** Old enough, and still needed by problems that are not over. */
export interface HeldEvidence {
  readonly evidence: Evidence;
  readonly heldBy: readonly string[];
}

export interface EvidencePurge {
  /** Kept before this day is old enough. */
  readonly before: string;
  readonly purged: readonly Evidence[];
  readonly held: readonly HeldEvidence[];
  readonly written: boolean;
  /** Numbers whose file the disk would not remove; the next writing program tries again. */
  readonly leftOver: readonly string[];
}

/** Purges the files of old evidence: digest, name and a tombstone stay. Blocked while a supervision or a suspected leak is open. */
export async function purgeEvidence(desk: Desk, order: PurgeOrder): Promise<EvidencePurge> {
  const at = desk.door.now();
  const by = claimed(order.by);
  if (order.reason.length > 500) throw new AppError('text-too-long', { field: 'reason', limit: 500 });
  const before = dayBefore(dayOf(at), order.olderThan);
  const store = await openStore(desk.folder, { readOnly: !order.isConfirmed });
  try {
    if (!order.isConfirmed) return { before, ...sorted(store.read(), before, dayOf(at)), written: false, leftOver: [] };
    const { purged, held } = await store.transact({ actor: by, at }, (snapshot) => {
      const { purged: due, held } = sorted(snapshot, before, dayOf(at));
      const purged = due.map((evidence): Evidence => ({ ...evidence, purged: { at, by, reason: order.reason } }));
      return { kind: 'evidence.purged', changes: purged.map((evidence) => ({ collection: 'evidence', id: evidence.id, value: evidence })), result: { purged, held } };
    });
    const leftOver = purged.filter(({ digest }) => store.hasFile(digest)).map(({ number }) => number);
    return { before, purged, held, written: purged.length > 0, leftOver };
  } finally {
    await store.close();
  }
}

function sorted(snapshot: WorkingSet, before: string, today: string): Pick<EvidencePurge, 'purged' | 'held'> {
  refuseWhileOpen(snapshot);
  const old = evidenceIn(snapshot).filter(({ purged, at }) => purged === undefined && dayOf(at) < before);
  const all = old.map((evidence) => ({ evidence, heldBy: unfinishedWith(evidence, snapshot, today) }));
  return { purged: all.filter(({ heldBy }) => heldBy.length === 0).map(({ evidence }) => evidence), held: all.filter(({ heldBy }) => heldBy.length > 0) };
}

function refuseWhileOpen({ supervisions, leakEvents }: WorkingSet): void {
  const open = [
    ...Object.values(supervisions).filter(({ state }) => state === 'open'),
    ...Object.values(leakEvents).filter(({ closedAt }) => closedAt === undefined),
  ];
  if (open.length > 0) throw new AppError('evidence-purge-blocked', { numbers: open.map(({ number }) => number).sort().join(', ') });
}

/** Problems that name it, or that it belongs to, and that are not over; items whose answer rests on it and is still valid. */
function unfinishedWith({ number, belongsTo }: Evidence, { findings, answers }: WorkingSet, today: string): readonly string[] {
  const open = Object.values(findings).filter(isLive).filter((finding) => finding.evidence.includes(number) || belongsTo.includes(finding.number));
  const inForce = Object.values(answers).filter((answer) => answer.validUntil >= today && answer.evidence.includes(number));
  return [...new Set([...open.map((finding) => finding.number), ...inForce.map(({ itemId }) => itemId)])].sort();
}

function dayBefore(today: string, { count, unit }: Age): string {
  return unit === 'months' ? addMonths(today, -count) : addDays(today, -count);
}
