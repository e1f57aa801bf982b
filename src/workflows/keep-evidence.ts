import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '#domain/app-error.js';
import type { Change, Transaction } from '#domain/change.js';
import type { Evidence } from '#domain/evidence.js';
import type { WorkingSet } from '#domain/working-set.js';
import { openStore, type Store } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { numberSource } from './display-number.js';
import { dayOf } from './door.js';
import { belongingsIn, findingsAmong, itemsOf } from './evidence-belongings.js';
import { readOriginal, type EvidenceOriginal } from './evidence-original.js';
import { given } from './given.js';
import { isMarkedName, isMarkedText } from './marking-check.js';
import { readableText } from './readable-text.js';

/** A file that is to be kept, and what it belongs to. */
export interface EvidenceOrder {
  readonly file: string;
  readonly belongsTo: readonly string[];
  readonly title?: string;
  readonly on?: string;
  readonly by?: string;
}

/** Kept anew; on record already; on record already and now of more things; on record already, and its damaged file is whole again. */
export const keepingOutcomes = ['kept', 'already-kept', 'belongs-to-more', 'made-whole'] as const;
export interface KeptEvidence {
  readonly evidence: Evidence;
  readonly outcome: (typeof keepingOutcomes)[number];
}

/** Keeps a file under the digest of its bytes, once: the same bytes again only belong to more things. */
export async function keepEvidence(desk: Desk, order: EvidenceOrder): Promise<KeptEvidence> {
  const at = desk.door.now();
  if (order.on !== undefined && order.on > dayOf(at)) throw new AppError('register-future-day', { day: order.on });
  const store = await openStore(desk.folder);
  try {
    const { mode } = store.identity;
    // Before anything else: other refusals repeat what was typed.
    if (mode === 'non-classified') refuseMarkedNames(order);
    const original = readOriginal(order.file);
    const checked = checkedIn(mode, original);
    const digest = createHash('sha256').update(original.bytes).digest('hex');
    const by = claimed(order.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const fresh: Evidence = { id: desk.door.newId(), number: '', name: original.name, ...given({ title: order.title, on: order.on }), digest, bytes: original.bytes.length, checked, by, at, belongsTo: [] };
    const isItem = itemsOf(desk);
    const isWhole = isKeptWhole(store, digest);
    return await store.transact({ actor: by, at }, (snapshot) => keeping(snapshot, fresh, order.belongsTo, isItem, isWhole, original.bytes));
  } finally {
    await store.close();
  }
}

// The name itself may be a secret: a refusal repeats neither the name nor the text.
function refuseMarkedNames({ file, title }: EvidenceOrder): void {
  if (isMarkedName(basename(file))) throw new AppError('evidence-marked', { markedIn: 'name' });
  if (title !== undefined && (isMarkedName(title) || isMarkedText(title))) throw new AppError('evidence-marked', { markedIn: 'title' });
}

function checkedIn(mode: 'non-classified' | 'classified', { bytes }: EvidenceOriginal): Evidence['checked'] {
  if (mode === 'classified') return 'none';
  const text = readableText(bytes);
  if (text?.some(isMarkedText) === true) throw new AppError('evidence-marked', { markedIn: 'text' });
  return text === undefined ? 'name' : 'name-and-text';
}

function isKeptWhole(store: Store, digest: string): boolean {
  return store.checkFile(digest) === 'sound';
}

function keeping(snapshot: WorkingSet, fresh: Evidence, wanted: readonly string[], isItem: (id: string) => boolean, isWhole: boolean, bytes: Uint8Array): Transaction<KeptEvidence> {
  const belongsTo = belongingsIn(wanted, snapshot, isItem);
  const older = Object.values(snapshot.evidence).find(({ digest, purged }) => digest === fresh.digest && purged === undefined);
  if (older === undefined) return keepingNew(snapshot, { ...fresh, belongsTo: [...belongsTo] }, bytes);
  const more = belongsTo.filter((each) => !older.belongsTo.includes(each));
  if (more.length === 0 && isWhole) return { kind: 'evidence.kept', changes: [], result: { evidence: older, outcome: 'already-kept' } };
  const evidence = withRoom({ ...older, belongsTo: [...older.belongsTo, ...more] });
  const outcome = isWhole ? 'belongs-to-more' : 'made-whole';
  return { kind: isWhole ? 'evidence.assigned' : 'evidence.made-whole', changes: [putEvidence(evidence), ...namedByFindings(snapshot, evidence)], files: [bytes], result: { evidence, outcome } };
}

function keepingNew(snapshot: WorkingSet, fresh: Evidence, bytes: Uint8Array): Transaction<KeptEvidence> {
  const numbers = numberSource(snapshot, dayOf(fresh.at).slice(0, 4));
  const evidence = withRoom({ ...fresh, number: numbers.next('ZJ') });
  const changes = [putEvidence(evidence), ...numbers.changes(), ...namedByFindings(snapshot, evidence)];
  return { kind: 'evidence.kept', changes, files: [bytes], result: { evidence, outcome: 'kept' } };
}

function putEvidence(evidence: Evidence): Change {
  return { collection: 'evidence', id: evidence.id, value: evidence };
}

/** The problems that it belongs to name it too, whatever state they are in. */
function namedByFindings(snapshot: WorkingSet, { number, belongsTo }: Evidence): readonly Change[] {
  const silent = findingsAmong(belongsTo, snapshot).filter((finding) => !finding.evidence.includes(number));
  return silent.map((finding) => ({ collection: 'findings', id: finding.id, value: { ...finding, evidence: [...finding.evidence, number] } }));
}

const mostBelongings = 50;

function withRoom(evidence: Evidence): Evidence {
  if (evidence.belongsTo.length > mostBelongings) throw new AppError('evidence-belongs-to-many', { limit: mostBelongings });
  return evidence;
}
