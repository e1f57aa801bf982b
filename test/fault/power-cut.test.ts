import { expect, it } from 'vitest';
import { memoryDisk } from '../fixtures/store/memory-disk.js';
import { throughLives, type End } from './lives.js';

const machines = 300;

async function complaints(ends: readonly End[], count = machines, isHonest = true): Promise<readonly string[]> {
  const all: string[] = [];
  for (let seed = 1; seed <= count; seed += 1) all.push(...(await throughLives(seed, ends, memoryDisk(isHonest))));
  return all;
}

it('programs that are killed at any moment, one after the other, lose nothing that was acknowledged', async () => {
  expect(await complaints(['kill', 'kill', 'kill'], 200)).toEqual([]);
});

it('power cuts at any moment lose nothing that was acknowledged, whatever the disk had not synced', async () => {
  expect(await complaints(['cut', 'cut', 'cut', 'cut'])).toEqual([]);
});

it('a power cut soon after a program was killed loses nothing that was acknowledged to anybody', async () => {
  expect(await complaints(['kill', 'cut', 'kill', 'kill', 'cut'])).toEqual([]);
});

it('this harness goes red on a disk that says it has synced and has not', async () => {
  const found = await complaints(['cut', 'cut'], 40, false);
  expect(found.length).toBeGreaterThan(20);
});
