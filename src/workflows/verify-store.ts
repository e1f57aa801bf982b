import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { errorText } from './error-text.js';

export interface StoreVerification {
  readonly frames: number;
  readonly documents: number;
  /** Files of evidence that the records need. */
  readonly evidence: number;
  /** Files in `evidence/` that no record needs; harmless. */
  readonly unneeded: number;
  /** Hash of the newest record: compare it with the ones on printed papers. */
  readonly head: string;
  readonly deep: boolean;
  /** Bytes of a last write that was cut off before it was answered for; the next write sets them aside. */
  readonly unfinished: number;
  /** How many pieces earlier programs set aside in `quarantine/`. */
  readonly setAside: number;
  /** Every fault, in words, with its place. */
  readonly problems: readonly string[];
}

/** Reads the whole journal (and with `deep` every document and file) and holds it against its digests; changes nothing. */
export async function verifyStore(desk: Desk, deep: boolean): Promise<StoreVerification> {
  const store = await openStore(desk.folder, { readOnly: true, salvage: true });
  try {
    const { frames, documents, evidence, unneeded, head, unfinished, setAside, problems } = store.verify({ deep });
    return { frames, documents, evidence, unneeded: unneeded.length, head, deep, unfinished, setAside: setAside.length, problems: problems.map((problem) => errorText(problem, desk.say)) };
  } finally {
    await store.close();
  }
}
