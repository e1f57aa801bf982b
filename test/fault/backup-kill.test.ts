import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createStore } from '../../src/store/create-store.js';
import { repairRecords } from '../../src/store/repair-records.js';
import { openStore } from '../../src/store/store.js';
import { checkBackup } from '../../src/store/verify-backup.js';
import { genesis, moment, officer, request, row, rowAndAssessment } from '../fixtures/store/office.js';
import { scratchFolder } from '../fixtures/store/scratch.js';
import { programPath, startProgram } from './program.js';
import type { SafeOrders } from './programs/keep-safe.js';

const scratch = scratchFolder();
const office = join(scratch, 'office');
const limits = { segmentBytes: 6000 };

async function foundOffice(folder: string, rows: number): Promise<void> {
  await (await createStore(folder, genesis)).close();
  const store = await openStore(folder, { limits });
  for (let n = 1; n <= rows; n += 1) await store.transact(request(n), () => rowAndAssessment(n, 1500));
}

/** Runs a program and kills it so many milliseconds after it began; true when it had said that it was done. */
async function runAndKill(orders: SafeOrders, milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, [programPath('keep-safe'), JSON.stringify(orders)], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  const ready = new Promise<void>((resolve) => child.stdout.on('data', (chunk: Buffer) => ((said += chunk.toString()), resolve())));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await ready;
  child.stdin.write('go\n');
  await Promise.race([ended, wait(milliseconds)]);
  child.kill('SIGKILL');
  await ended;
  if (!/^ready\n(done\n)?$/.test(said)) throw new Error(said);
  return said.includes('done');
}

const unfinished = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('.new-')) : [];
const moments = [2, 6, 10, 15, 20, 30, 45, 4000];

it('a backup, a restore and a repair killed by the system leave nothing, an unfinished folder that the next one removes, or the whole', async () => {
  await foundOffice(office, 12);
  const safe = join(scratch, 'safe');
  const ends: boolean[] = [];
  for (const [index, after] of moments.entries())
    ends.push(await runAndKill({ task: 'back up', folder: office, other: safe, name: `zicha-x-${String(index)}` }, after));
  const whole = readdirSync(safe).filter((name) => !name.startsWith('.new-'));
  for (const name of whole) expect(checkBackup(join(safe, name))?.problems).toEqual([]);
  expect(unfinished(safe)).toEqual([]); // the last one was not killed and has cleaned up
  expect([ends.at(-1), whole.length >= ends.filter(Boolean).length]).toEqual([true, true]);
  const backup = join(safe, whole.at(-1) ?? '');

  for (const after of moments) {
    const folder = join(scratch, 'restored');
    const isDone = await runAndKill({ task: 'restore', folder, other: backup, name: '' }, after);
    if (existsSync(folder)) expect((await openStore(folder)).verify({ deep: true })).toMatchObject({ frames: 14, problems: [] });
    else expect(isDone).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  }
  expect(unfinished(scratch)).toEqual([]);
}, 60_000);

it('a repair killed by the system leaves damage that is told, or a repair on record', async () => {
  const spoilt = join(scratch, 'spoilt');
  await foundOffice(spoilt, 12);
  const second = join(spoilt, 'journal/000002.jnl');
  const bytes = readFileSync(second);
  bytes[80] = (bytes[80] ?? 0) ^ 1;
  writeFileSync(second, bytes);
  for (const after of moments) {
    const folder = join(scratch, `repaired-${String(after)}`);
    cpSync(spoilt, folder, { recursive: true });
    const isDone = await runAndKill({ task: 'repair', folder, other: `${folder}-before-repair-1`, name: '' }, after);
    const problems = (await openStore(folder, { salvage: true })).verify({ deep: true }).problems;
    if (problems.length > 0) {
      expect(isDone).toBe(false);
      await repairRecords(folder, { actor: officer, at: moment(71), reason: 'again', copy: `${folder}-before-repair-2` });
    }
    const store = await openStore(folder);
    expect(store.verify({ deep: true }).problems).toEqual([]);
    expect(store.frames().map(({ header }) => header.kind)).toContain('store.repaired');
  }
  expect(unfinished(scratch)).toEqual([]);
}, 60_000);

it('a backup made while another program writes is one moment of the records', async () => {
  const folder = join(scratch, 'busy');
  await foundOffice(folder, 1);
  const program = await startProgram({ folder, session: 50, bodyEach: 2, lock: 'kernel', acknowledge: 'after', limits });
  program.go();
  await program.firstWord;
  const store = await openStore(folder);
  const seqs: number[] = [];
  for (let n = 1; n <= 6; n += 1) {
    const { path, manifest } = await store.backUp({
      folder: join(scratch, 'moments'),
      name: `zicha-x-${String(n)}`,
      createdAt: moment(70),
      toolVersion: '0.1.0',
    });
    expect(checkBackup(path)?.problems).toEqual([]);
    seqs.push(manifest.seq);
    await expectOneMoment(path, manifest.seq);
    await wait(20);
  }
  program.kill();
  await program.said;
  expect(new Set(seqs).size).toBeGreaterThan(2);
  expect([...seqs].sort((left, right) => left - right)).toEqual(seqs);
}, 60_000);

// A backup has no quarantine; with one it is read like any records.
async function expectOneMoment(path: string, seq: number): Promise<void> {
  const readable = join(scratch, 'readable');
  cpSync(path, readable, { recursive: true });
  cpSync(join(office, 'quarantine'), join(readable, 'quarantine'), { recursive: true });
  const store = await openStore(readable, { readOnly: true });
  const { rows, counters, assessments } = store.read();
  const last = counters['P-2026']?.last ?? 0;
  expect([last + 1, Object.keys(rows).length]).toEqual([seq, last]);
  expect(rows[row(last).rowId]).toBeDefined();
  for (const { document } of Object.values(assessments)) store.readDocument(document);
  rmSync(readable, { recursive: true });
}

it('this harness goes red on a copy that is made without the lock', async () => {
  const folder = join(scratch, 'unlocked');
  await foundOffice(folder, 1);
  const program = await startProgram({ folder, session: 50, bodyEach: 2, lock: 'kernel', acknowledge: 'after', limits });
  program.go();
  await program.firstWord;
  const copied = join(scratch, 'copied');
  cpSync(join(folder, 'documents'), join(copied, 'documents'), { recursive: true });
  await wait(200);
  cpSync(join(folder, 'journal'), join(copied, 'journal'), { recursive: true });
  program.kill();
  await program.said;
  await expect(expectOneMoment(copied, (await openStore(folder, { readOnly: true })).verify({ deep: false }).frames)).rejects.toThrow();
}, 30_000);
