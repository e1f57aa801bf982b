import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { createStore } from '../../src/store/create-store.js';
import { openStore } from '../../src/store/store.js';
import { genesis, row } from '../fixtures/store/office.js';
import { between, randomFrom } from '../fixtures/store/random.js';
import { startProgram, type Program } from './program.js';
import type { Orders } from './programs/enter-rows.js';

const scratch = mkdtempSync(join(tmpdir(), 'zicha-kill-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Killings {
  readonly kills: number;
  readonly acknowledged: number;
  readonly complaints: readonly string[];
}

/** One store, whose programs are killed one after the other while the next one is loading. */
async function killAgainAndAgain(name: string, kills: number, acknowledge: Orders['acknowledge'] = 'after'): Promise<Killings> {
  const folder = join(scratch, name);
  await createStore(folder, genesis);
  const random = randomFrom(name.length * 7919 + kills);
  const orders: Orders = {
    folder,
    session: 6,
    bodyEach: 4,
    lock: 'kernel',
    acknowledge,
    limits: { segmentBytes: 6000, snapshotFrames: 9 },
  };
  const complaints: string[] = [];
  let acknowledged = 0;
  let next = startProgram(orders);
  for (let kill = 1; kill <= kills; kill += 1) {
    const program = await next;
    if (kill < kills) next = startProgram(orders);
    // Some die while they open the records or write the first row, most at some time after.
    acknowledged = Math.max(acknowledged, await lastWord(program, random() < 0.7, between(random, 0, 40)));
    const found = await inspect(folder, acknowledged, kill);
    complaints.push(...found.map((complaint) => `kill ${String(kill)}: ${complaint}`));
  }
  return { kills, acknowledged, complaints };
}

async function lastWord(program: Program, mayBegin: boolean, milliseconds: number): Promise<number> {
  program.go();
  if (mayBegin) await program.firstWord;
  await wait(milliseconds);
  program.kill();
  const words = (await program.said).map(Number);
  if (words.some((word) => !Number.isInteger(word))) throw new Error('the program failed before it was killed');
  return words.at(-1) ?? 0;
}

async function inspect(folder: string, acknowledged: number, programs: number): Promise<readonly string[]> {
  const store = await openStore(folder, { readOnly: true });
  const { rows, counters, assessments } = store.read();
  const found = counters['P-2026']?.last ?? 0;
  const missing = Array.from({ length: found }, (_, index) => row(index + 1).rowId).filter((id) => rows[id] === undefined);
  for (const { document } of Object.values(assessments)) store.readDocument(document);
  return [
    ...(found < acknowledged ? [`lost: ${String(acknowledged)} acknowledged, ${String(found)} found`] : []),
    ...(found > acknowledged + programs ? ['more found than was ever asked for'] : []),
    ...(missing.length > 0 || Object.keys(rows).length !== found ? ['a step was half applied'] : []),
    ...(Object.keys(assessments).length !== Math.floor(found / 4) ? ['an assessment came without its row'] : []),
    ...store.verify({ deep: true }).problems.map(({ code }) => `verify found ${code}`),
  ];
}

it('102 programs killed at random moments have lost nothing they acknowledged, and nothing is half applied', async () => {
  const offices = await Promise.all(['north', 'south office'].map((name) => killAgainAndAgain(name, 51)));
  expect(offices.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(Math.min(...offices.map(({ acknowledged }) => acknowledged))).toBeGreaterThan(25);
}, 120_000);

it('this harness goes red on a program that acknowledges before the records are safe', async () => {
  const { complaints } = await killAgainAndAgain('hasty', 8, 'before');
  expect(complaints.join('\n')).toContain('lost: ');
}, 60_000);
