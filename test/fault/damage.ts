import { AppError } from '../../src/domain/app-error.js';
import { canonicalJson } from '../../src/store/canonical-json.js';
import { openStore, type OpenOptions } from '../../src/store/store.js';
import type { MemoryDisk } from '../fixtures/store/memory-disk.js';
import { request, rowAndAssessment, rowAndCounter } from '../fixtures/store/office.js';
import { folder, startedDisk } from './every-call-fails.js';

const lock: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });
export const openAs = (disk: MemoryDisk): OpenOptions => ({ io: disk.io, lock, limits: { segmentBytes: 2500, snapshotFrames: 4 } });

/** What somebody finds who reads everything: an error with its place, or records and what the verification says of them. */
export interface Findings {
  /** `code place` of each problem that was told. */
  readonly told: readonly string[];
  /** The records, where they could be read. */
  readonly records?: string;
  /** Bytes of an unfinished write that the verification reports. */
  readonly unfinished: number;
}

export type ReadBack = (disk: MemoryDisk) => Promise<Findings>;

/** An office with several segments, a snapshot in the middle, bodies, and records after the snapshot. */
export async function wholeOffice(): Promise<MemoryDisk> {
  const disk = await startedDisk(3);
  const first = await openStore(folder, openAs(disk));
  await first.transact(request(4), () => rowAndAssessment(4, 600));
  await first.close();
  const second = await openStore(folder, openAs(disk));
  for (const n of [5, 6]) await second.transact(request(n), () => (n === 5 ? rowAndCounter(n) : rowAndAssessment(n, 100)));
  return disk.copy();
}

/** The same disk with a snapshot of all its records. */
export async function withSnapshot(disk: MemoryDisk): Promise<MemoryDisk> {
  const kept = disk.copy();
  const store = await openStore(folder, { ...openAs(kept), limits: { snapshotFrames: 1 } });
  await store.close();
  return kept.copy();
}

/** The same disk with other bytes in one file. */
export function withFile(disk: MemoryDisk, path: string, content: Buffer): MemoryDisk {
  const changed = disk.copy();
  changed.put(path, content);
  return changed;
}

export function lastSegment(disk: MemoryDisk): readonly [path: string, content: Buffer] {
  return (
    [...disk.files()]
      .filter(([path]) => path.endsWith('.jnl'))
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .at(-1) ?? ['', Buffer.alloc(0)]
  );
}

/** Everything as the program reads it. */
export const readBack: ReadBack = async (disk) => {
  try {
    const store = await openStore(folder, { ...openAs(disk), readOnly: true });
    const { problems, unfinished } = store.verify({ deep: true });
    const told = problems.map(({ code, params }) => `${code} ${String(params['file'] ?? params['seq'])}`);
    const set = store.read();
    const bodies = Object.values(set.assessments).map(({ document }) => store.readDocument(document));
    return { told, records: canonicalJson({ set, bodies }), unfinished };
  } catch (error) {
    if (!(error instanceof AppError) || error.exit !== 20) throw error;
    return { told: [`${error.code} ${String(error.params['file'])}`], unfinished: 0 };
  }
};

/** A reader that believes what it reads: the mistake that the tests must notice. */
export const trustingReadBack: ReadBack = async (disk) => {
  const entries = [...disk.files()]
    .filter(([path]) => path.endsWith('.jnl'))
    .flatMap(([, content]) =>
      content
        .toString()
        .split('\n')
        .filter((line) => line !== ''),
    );
  try {
    const bodies = entries.map((line) => (JSON.parse(line.slice(65)) as { readonly body: unknown }).body);
    const documents = [...disk.files()]
      .filter(([path]) => path.includes('/documents/'))
      .map(([, content]) => JSON.parse(content.toString()) as unknown);
    return { told: [], records: canonicalJson({ bodies, documents }), unfinished: 0 };
  } catch {
    return { told: ['no JSON'], unfinished: 0 };
  }
};

/** What is wrong with findings about a changed file; nothing when damage was told, or when nothing was lost by it. */
export function complaintAbout(path: string, truth: Findings, found: Findings): string | undefined {
  const isCache = path.endsWith('snapshot.json') || path.includes('store.lock');
  if (found.records !== undefined && found.records !== truth.records) return `${path}: records that were never written are shown as good`;
  if (found.told.some((text) => text.endsWith(' undefined'))) return `${path}: told without its place`;
  if (found.told.length > 0 || found.unfinished > 0) return undefined;
  return isCache ? undefined : `${path}: the change went unseen`;
}

/** Tries to go on working on damaged records; what of the evidence is gone afterwards. */
export async function evidenceLost(damaged: MemoryDisk): Promise<readonly string[]> {
  const disk = damaged.copy();
  const isRefused = await openStore(folder, openAs(disk)).then(
    (store) =>
      store
        .transact(request(90), () => rowAndCounter(90))
        .then(
          () => false,
          () => true,
        ),
    () => true,
  );
  const after = disk.files();
  return [...damaged.files()].flatMap(([path, before]) => {
    const now = after.get(path);
    const stands = isRefused || !path.endsWith('.jnl') ? now?.equals(before) : now?.subarray(0, before.length).equals(before);
    return stands === true || path.includes('store.lock') || path.endsWith('snapshot.json') ? [] : [path];
  });
}
