import { AppError } from '#domain/app-error.js';
import type { Evidence } from '#domain/evidence.js';
import type { WorkingSet } from '#domain/working-set.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';

/** Kept evidence, oldest first; `all` with what was purged, `belongsTo` only what belongs to one thing. */
export async function listEvidence(desk: Desk, wanted: { readonly all: boolean; readonly belongsTo?: string }): Promise<readonly Evidence[]> {
  const number = wanted.belongsTo?.trim().toUpperCase();
  const kept = await readEvidenceRecords(desk, evidenceIn);
  return kept.filter(({ purged, belongsTo }) => (wanted.all || purged === undefined) && (number === undefined || belongsTo.includes(number)));
}

/** What is on record about one piece; its bytes are not looked at. */
export function showEvidence(desk: Desk, number: string): Promise<Evidence> {
  return readEvidenceRecords(desk, (snapshot) => evidenceNumbered(snapshot, number));
}

export function evidenceIn({ evidence }: Pick<WorkingSet, 'evidence'>): readonly Evidence[] {
  return Object.values(evidence).sort((left, right) => left.number.localeCompare(right.number));
}

export function evidenceNumbered({ evidence }: Pick<WorkingSet, 'evidence'>, number: string): Evidence {
  const found = Object.values(evidence).find((each) => each.number === number.trim().toUpperCase());
  if (found === undefined) throw new AppError('evidence-unknown', { number });
  return found;
}

async function readEvidenceRecords<R>(desk: Desk, read: (snapshot: WorkingSet) => R): Promise<R> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return read(store.read());
  } finally {
    await store.close();
  }
}
