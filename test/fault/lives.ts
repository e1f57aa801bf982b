import { AppError } from '../../src/domain/app-error.js';
import { createStore } from '../../src/store/create-store.js';
import { openStore, type OpenOptions, type Store } from '../../src/store/store.js';
import type { StoreFs } from '../../src/store/store-fs.js';
import { memoryDisk, type MemoryDisk } from '../fixtures/store/memory-disk.js';
import { genesis, request, row, rowAndAssessment, rowAndCounter } from '../fixtures/store/office.js';
import { between, randomFrom } from '../fixtures/store/random.js';

const folder = '/office';
const lock: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });
const limits = { segmentBytes: 1500, snapshotFrames: 3 };

/** How a life ends. `kill`: the program dies, the machine goes on. `cut`: the power fails. */
export type End = 'kill' | 'cut';

/** What was acknowledged so far; each life that ended may have had one step under way. */
interface Ledger {
  acknowledged: number;
  /** Lives that ended since. */
  ended: number;
  isFounded: boolean;
}

/** One machine through several lives, each ended at a random call to its disk; complaints about what the next life found. */
export async function throughLives(seed: number, ends: readonly End[], disk: MemoryDisk = memoryDisk()): Promise<readonly string[]> {
  const random = randomFrom(seed);
  const ledger: Ledger = { acknowledged: 0, ended: 0, isFounded: false };
  for (const [number, end] of ends.entries()) {
    await live(disk, ledger, random, between(random, 1, number === 0 ? 90 : 260));
    ledger.ended += 1;
    if (end === 'cut') disk.cutPower(random() < 0.3 ? 'nothing' : random);
    const complaints = await inspect(disk.copy(), ledger);
    if (complaints.length > 0) return complaints.map((text) => `seed ${String(seed)}, life ${String(number + 1)} ended by ${end}: ${text}`);
  }
  return [];
}

async function live(disk: MemoryDisk, ledger: Ledger, random: () => number, calls: number): Promise<void> {
  const { io, hasEnded } = mortalDisk(disk.io, calls, random);
  try {
    if (disk.io.entry(`${folder}/journal`) === undefined) {
      await createStore(folder, { ...genesis, io, lock });
      ledger.isFounded = true;
    }
    for (;;) await session(io, ledger, random);
  } catch (error) {
    if (!hasEnded()) throw error;
  }
}

async function session(io: StoreFs, ledger: Ledger, random: () => number): Promise<void> {
  const store = await openStore(folder, { io, lock, limits });
  const other = await openStore(folder, { io, lock, limits });
  for (let step = between(random, 1, 5); step > 0; step -= 1) {
    ledger.acknowledged = await enterNext(random() < 0.8 ? store : other, random() < 0.3);
    Object.assign(ledger, { isFounded: true, ended: 0 });
    if (random() < 0.2) await other.close();
  }
  await store.close();
}

async function enterNext(store: Store, withBody: boolean): Promise<number> {
  const next = last(store) + 1;
  return store.transact(request(next), (set) => {
    const n = (set.counters['P-2026']?.last ?? 0) + 1;
    return withBody ? rowAndAssessment(n) : rowAndCounter(n);
  });
}

function last(store: Store): number {
  return store.read().counters['P-2026']?.last ?? 0;
}

async function inspect(disk: MemoryDisk, { acknowledged, ended, isFounded }: Ledger): Promise<readonly string[]> {
  if (disk.io.entry(`${folder}/journal`) === undefined) return isFounded ? ['the records are gone'] : [];
  try {
    const store = await openStore(folder, { io: disk.io, lock, limits });
    const found = last(store);
    const { rows, assessments } = store.read();
    const missing = Array.from({ length: found }, (_, index) => row(index + 1).rowId).filter((id) => rows[id] === undefined);
    for (const { document } of Object.values(assessments)) store.readDocument(document);
    const lost =
      found < acknowledged || found > acknowledged + ended ? [`${String(acknowledged)} acknowledged, ${String(found)} found`] : [];
    const half = missing.length > 0 || Object.keys(rows).length !== found ? ['a step was half applied'] : [];
    await enterNext(store, true);
    await store.close();
    return [...lost, ...half, ...store.verify({ deep: true }).problems.map(({ code }) => `verify found ${code}`)];
  } catch (error) {
    return [error instanceof AppError ? `${error.code} ${JSON.stringify(error.params)}` : String(error)];
  }
}

// Nothing reaches the disk once the program is dead; the write it died in may have got half-way.
function mortalDisk(io: StoreFs, calls: number, random: () => number): { readonly io: StoreFs; readonly hasEnded: () => boolean } {
  let left = calls;
  const mortal = (name: keyof StoreFs): unknown => {
    const call = io[name] as (...args: readonly unknown[]) => unknown;
    return (...args: readonly unknown[]): unknown => {
      left -= 1;
      if (left > 0) return call(...args);
      if (left === 0 && name === 'write') call(...args.with(3, Math.floor(random() * ((args[3] as number) + 1))));
      throw new Error('this program has ended');
    };
  };
  const mortalIo = Object.fromEntries((Object.keys(io) as (keyof StoreFs)[]).map((name) => [name, mortal(name)]));
  return { io: mortalIo as unknown as StoreFs, hasEnded: () => left <= 0 };
}
