import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { AppError } from '../../src/domain/app-error.js';
import { createStore } from '../../src/store/create-store.js';
import { openStore } from '../../src/store/store.js';
import { genesis, request, rowAndCounter } from '../fixtures/store/office.js';
import { startProgram } from './program.js';
import type { Orders } from './programs/enter-rows.js';

const scratch = mkdtempSync(join(tmpdir(), 'zicha-many-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const limits = { segmentBytes: 100_000, snapshotFrames: 100 };

async function newOffice(name: string): Promise<string> {
  const folder = join(scratch, name);
  await createStore(folder, genesis);
  return folder;
}

/** Programs that all enter rows at once; complaints about what they said and what is there afterwards. */
async function complaintsAbout(folder: string, rows: number, locks: readonly Orders['lock'][]): Promise<readonly string[]> {
  const orders = { folder, rows, session: 50, bodyEach: 0, acknowledge: 'after', limits } as const;
  const programs = await Promise.all(locks.map((lock) => startProgram({ ...orders, lock })));
  for (const program of programs) program.go();
  let isOver = false;
  const watched = watch(folder, () => isOver);
  const said = (await Promise.all(programs.map((program) => program.said))).flat();
  isOver = true;
  const failures = said.filter((word) => !/^\d+$/.test(word)).map((word) => `a program ended with ${word}`);
  const twice = said.length - new Set(said).size;
  const asked = rows * locks.length;
  return [
    ...failures,
    ...(twice > 0 ? [`${String(twice)} numbers were given twice`] : []),
    ...(await watched),
    ...(await inspect(folder, asked)),
  ];
}

/** Reads and verifies beside the writers, without the lock; complaints about what a reader must never see. */
async function watch(folder: string, isOver: () => boolean): Promise<readonly string[]> {
  const complaints: string[] = [];
  const reader = await openStore(folder, { readOnly: true });
  for (let [last, looks] = [0, 1]; !isOver() && complaints.length === 0; looks += 1, await wait(10)) {
    try {
      const { rows, counters } = reader.read();
      const now = counters['P-2026']?.last ?? 0;
      if (now < last || Object.keys(rows).length !== now)
        complaints.push(`a reader saw ${String(now)} after ${String(last)}, or half a step`);
      last = now;
      if (looks % 25 === 0)
        complaints.push(...reader.verify({ deep: false }).problems.map(({ code }) => `beside the writers, verify found ${code}`));
    } catch (error) {
      complaints.push(`a reader was told ${error instanceof AppError ? error.code : String(error)}`);
    }
  }
  return complaints;
}

async function inspect(folder: string, asked: number): Promise<readonly string[]> {
  try {
    const store = await openStore(folder, { readOnly: true });
    const { rows, counters } = store.read();
    const last = counters['P-2026']?.last;
    const { frames, problems } = store.verify({ deep: true });
    return [
      ...(last === asked ? [] : [`the counter says ${String(last)} of ${String(asked)}`]),
      ...(Object.keys(rows).length === asked ? [] : ['rows are missing']),
      ...(frames === asked + 1 ? [] : ['the journal has another number of records']),
      ...problems.map(({ code }) => `verify found ${code}`),
    ];
  } catch (error) {
    return [error instanceof AppError ? error.code : String(error)];
  }
}

it('four programs enter 500 rows each at the same time: the counter is exactly 2000, no number was given twice', async () => {
  expect(await complaintsAbout(await newOffice('kernel'), 500, ['kernel', 'kernel', 'kernel', 'kernel'])).toEqual([]);
}, 120_000);

it('the same holds for the link lock, which is used where the native part does not fit', async () => {
  expect(await complaintsAbout(await newOffice('epoch'), 100, ['epoch', 'epoch', 'epoch', 'epoch'])).toEqual([]);
}, 60_000);

it('a program with the native part and one without keep out of each other’s way', async () => {
  expect(await complaintsAbout(await newOffice('mixed'), 150, ['kernel', 'epoch'])).toEqual([]);
}, 60_000);

it('this harness goes red on a lock that everybody gets', async () => {
  expect(await complaintsAbout(await newOffice('free for all'), 150, ['nobody asks', 'nobody asks', 'nobody asks'])).not.toEqual([]);
}, 60_000);

it.each(['kernel', 'epoch'] as const)(
  'a program that was killed while it had the %s lock holds nobody up',
  async (lock) => {
    const folder = await newOffice(`killed with ${lock}`);
    for (let round = 1; round <= 6; round += 1) {
      const holder = await startProgram({ folder, session: 1000, bodyEach: 2, lock, acknowledge: 'after' });
      holder.go();
      await holder.firstWord;
      await wait(round * 3);
      holder.kill();
      await holder.said;
      const store = await openStore(folder, { patience: 2000 });
      expect(await store.transact(request(1), () => rowAndCounter(100_000 + round))).toBe(100_000 + round);
    }
  },
  60_000,
);
