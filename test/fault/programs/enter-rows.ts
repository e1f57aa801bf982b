import { writeSync } from 'node:fs';
import { AppError } from '../../../src/domain/app-error.js';
import { tryEpochLock } from '../../../src/store/epoch-lock.js';
import { openStore, type OpenOptions } from '../../../src/store/store.js';
import { request, rowAndAssessment, rowAndCounter } from '../../fixtures/store/office.js';

/** What this program is told by its one argument. */
export interface Orders {
  readonly folder: string;
  /** How many rows to enter; it goes on for ever without. */
  readonly rows?: number;
  /** Rows between closing and opening again. */
  readonly session: number;
  /** Each so-maniest row comes with an assessment and its body; 0: none does. */
  readonly bodyEach: number;
  readonly lock: 'kernel' | 'epoch' | 'nobody asks';
  /** `before` is the mistake that the tests must notice. */
  readonly acknowledge: 'after' | 'before';
  readonly limits?: OpenOptions['limits'];
}

// One more program of the office: waits for a line, then enters row after row and says each one's number once it is safe.
const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
writeSync(1, 'ready\n');
process.stdin.once('data', () => {
  process.stdin.unref();
  enterRows(orders).catch((error: unknown) => {
    writeSync(1, `${error instanceof AppError ? error.code : String(error)}\n`);
    process.exit(1);
  });
});

async function enterRows({ rows = Infinity, session, ...how }: Orders): Promise<void> {
  for (let done = 0; done < rows; done += session) await enterSome(Math.min(session, rows - done), how);
  process.stdin.destroy();
}

async function enterSome(
  count: number,
  { folder, lock, acknowledge, bodyEach, limits = {} }: Omit<Orders, 'rows' | 'session'>,
): Promise<void> {
  const locks = { kernel: {}, epoch: { lock: tryEpochLock }, 'nobody asks': { lock: () => ({ release: () => undefined }) } };
  const store = await openStore(folder, { ...locks[lock], limits });
  for (let step = 0; step < count; step += 1) {
    if (acknowledge === 'before') writeSync(1, `${String((store.read().counters['P-2026']?.last ?? 0) + 1)}\n`);
    const number = await store.transact(request(step), (set) => {
      const next = (set.counters['P-2026']?.last ?? 0) + 1;
      return bodyEach > 0 && next % bodyEach === 0 ? rowAndAssessment(next, 2000) : rowAndCounter(next);
    });
    if (acknowledge === 'after') writeSync(1, `${String(number)}\n`);
  }
  await store.close();
}
