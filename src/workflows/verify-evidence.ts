import { evidenceConditions } from '#store/evidence-files.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { evidenceIn, evidenceNumbered } from './list-evidence.js';

/** `purged`: nothing is there to read, and a record says why. */
export const verifiedStates = [...evidenceConditions, 'purged'] as const;

/** One piece of evidence after a reading of every byte. */
export interface VerifiedEvidence {
  readonly number: string;
  readonly name: string;
  readonly digest: string;
  readonly bytes: number;
  readonly state: (typeof verifiedStates)[number];
}

export interface EvidenceVerification {
  readonly evidence: readonly VerifiedEvidence[];
  readonly sound: number;
  /** Missing, changed or unreadable. */
  readonly wrong: number;
  readonly purged: number;
}

/** Reads every byte of every kept file, or of one, and holds it against the digest in the journal; changes nothing. */
export async function verifyEvidence(desk: Desk, number?: string): Promise<EvidenceVerification> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const wanted = number === undefined ? evidenceIn(store.read()) : [evidenceNumbered(store.read(), number)];
    const evidence = wanted.map(({ number: own, name, digest, bytes, purged }): VerifiedEvidence => ({ number: own, name, digest, bytes, state: purged === undefined ? store.checkFile(digest) : 'purged' }));
    const countOf = (state: VerifiedEvidence['state']): number => evidence.filter((each) => each.state === state).length;
    const [sound, purged] = [countOf('sound'), countOf('purged')];
    return { evidence, sound, wrong: evidence.length - sound - purged, purged };
  } finally {
    await store.close();
  }
}
