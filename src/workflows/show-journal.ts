import type { FrameHeader } from '#domain/frame.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';

/** One transaction: who did what when, and how many records it touched; never what they say. */
export interface JournalLine extends Pick<FrameHeader, 'seq' | 'at' | 'actor' | 'kind'> {
  readonly changes: number;
  readonly hash: string;
}

/** The newest transactions, newest first. */
export async function listJournal(desk: Desk, limit: number): Promise<readonly JournalLine[]> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const frames = store.frames({ limit });
    return frames.map(({ header: { seq, at, actor, kind }, changes, hash }) => ({ seq, at, actor, kind, changes: changes.length, hash })).reverse();
  } finally {
    await store.close();
  }
}
