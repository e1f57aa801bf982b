import { rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../src/domain/app-error.js';
import { createStore } from '../../../src/store/create-store.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { genesis, request, rowAndAssessment, rowAndCounter } from '../../fixtures/store/office.js';

/** What this program found, as it prints it. */
export interface DiskReport {
  /** Codes of the refusals, each once. */
  readonly refusals: readonly string[];
  readonly acknowledged: number;
  readonly found: number;
  readonly problems: readonly string[];
}

// `fill`: writes until the disk is full, then frees some of it and goes on. `look`: tries to write on a disk that is read-only by now.
const [task = 'fill', folder = ''] = process.argv.slice(2);
const report = task === 'fill' ? await fill() : await look();
writeSync(1, `${JSON.stringify(report)}\n`);

async function fill(): Promise<DiskReport> {
  const ballast = join(dirname(folder), 'ballast');
  writeFileSync(ballast, Buffer.alloc(60_000));
  const store = await createStore(folder, genesis);
  const refusals = new Set<string>();
  let acknowledged = 0;
  for (let tries = 0; refusals.size === 0 || tries < 40; tries += refusals.size) {
    const code = await refusalOf(() =>
      store.transact(request(1), () =>
        acknowledged % 3 === 0 ? rowAndAssessment(acknowledged + 1, 4000) : rowAndCounter(acknowledged + 1),
      ),
    );
    if (code === undefined) acknowledged += 1;
    else refusals.add(code);
  }
  const { found } = await readAgain();
  if (found !== acknowledged) return { refusals: [...refusals], acknowledged, found, problems: ['lost while the disk was full'] };
  rmSync(ballast);
  acknowledged = await store.transact(request(1), () => rowAndAssessment(acknowledged + 1, 4000));
  return { refusals: [...refusals], acknowledged, ...(await readAgain()) };
}

async function look(): Promise<DiskReport> {
  const code = await refusalOf(() => openStore(folder));
  const { found, problems } = await readAgain();
  return { refusals: code === undefined ? [] : [code], acknowledged: found, found, problems };
}

async function readAgain(): Promise<Pick<DiskReport, 'found' | 'problems'>> {
  const store: Store = await openStore(folder, { readOnly: true });
  return { found: store.read().counters['P-2026']?.last ?? 0, problems: store.verify({ deep: true }).problems.map(({ code }) => code) };
}

async function refusalOf(attempt: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}
