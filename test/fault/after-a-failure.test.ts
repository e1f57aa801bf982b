import { constants } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/app-error.js';
import { createStore } from '../../src/store/create-store.js';
import { tryEpochLock } from '../../src/store/epoch-lock.js';
import { openStore } from '../../src/store/store.js';
import { realFs, type StoreFs } from '../../src/store/store-fs.js';
import { failingDisk, faultsFor, type Fault } from '../fixtures/store/failing-disk.js';
import { fail, memoryDisk } from '../fixtures/store/memory-disk.js';
import { assessment, genesis, request, row, rowAndAssessment, rowAndCounter } from '../fixtures/store/office.js';
import { scratchFolder } from '../fixtures/store/scratch.js';
import { folder, isDocumented, options, recordsOn, startedDisk } from './every-call-fails.js';

const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : String(error));

/** The calls of one transaction, by the number they have in the life of an open store. */
async function callsOfOneTransaction() {
  const disk = await startedDisk(2);
  const { io, calls } = failingDisk(disk.io);
  const store = await openStore(folder, options(io));
  const before = calls.length;
  await store.transact(request(9), () => rowAndAssessment(9));
  return { before, calls: [...calls] };
}

async function twoTransactions(fault: Fault) {
  const disk = await startedDisk(2);
  const store = await openStore(folder, options(failingDisk(disk.io, fault).io));
  const attempt = (n: number): Promise<string> => store.transact(request(n), () => rowAndAssessment(n)).then(() => 'done', codeOf);
  return { disk, store, answers: [await attempt(9), await attempt(10)] as const };
}

describe('after a failure', () => {
  it('a failed sync is the last write of an open store: reopened, it has all that was acknowledged and goes on', async () => {
    const { before, calls } = await callsOfOneTransaction();
    const syncs = faultsFor(calls).filter(
      ({ at, isLasting }) => at > before && isLasting !== true && ['sync', 'datasync'].includes(calls[at - 1] ?? ''),
    );
    expect(syncs.length).toBeGreaterThanOrEqual(8);
    for (const fault of syncs) {
      const { disk, answers } = await twoTransactions(fault);
      expect(isDocumented(new AppError(answers[0] as 'store-poisoned'))).toBe(true);
      expect(answers[1]).toBe('store-poisoned');
      const again = await openStore(folder, options(disk.io));
      await again.transact(request(11), () => rowAndCounter(11));
      expect(Object.keys(again.read().rows)).toHaveLength(3);
    }
  });

  it('any other failure is over with its transaction: the same open store writes the next one', async () => {
    const { before, calls } = await callsOfOneTransaction();
    const others = faultsFor(calls).filter(
      ({ at, isLasting }) => at > before && isLasting !== true && !['sync', 'datasync'].includes(calls[at - 1] ?? ''),
    );
    expect(others.length).toBeGreaterThan(50);
    for (const fault of others) {
      const { disk, store, answers } = await twoTransactions(fault);
      expect(answers[1], JSON.stringify({ fault, call: calls[fault.at - 1], answers })).toBe('done');
      expect(await recordsOn(disk)).toContain('职工10');
      expect(store.verify({ deep: true }).problems).toEqual([]);
    }
  });

  it.each(['just opened the records', 'had them open all the time'])(
    'a program that %s syncs what a killed one left unsynced before it builds on it, at the second try too',
    async (which) => {
      const disk = await startedDisk(1);
      let opened = -1;
      const open: StoreFs['open'] = (path, flags, mode) => {
        const isWriting = path.endsWith('.jnl') && (flags & constants.O_RDWR) !== 0;
        return isWriting && opened >= 0 && (opened += 1) === 1 ? fail('EMFILE') : disk.io.open(path, flags, mode);
      };
      const store = await openStore(folder, { ...options({ ...disk.io, open }), limits: { segmentBytes: 1 } });
      if (which.startsWith('had')) await store.transact(request(8), () => rowAndCounter(8));
      const killed = await openStore(folder, options({ ...disk.io, datasync: () => undefined }));
      await killed.transact(request(9), () => rowAndCounter(9));
      opened = 0;
      await expect(store.transact(request(10), () => rowAndCounter(10))).rejects.toMatchObject({ code: 'store-write-failed' });
      await store.transact(request(11), () => rowAndCounter(11));
      disk.cutPower('nothing');
      const found = (await openStore(folder, options(disk.io))).read();
      expect([Object.keys(found.rows), found.counters['P-2026']]).toEqual([
        expect.arrayContaining([row(9).rowId, row(11).rowId]),
        { last: 11 },
      ]);
    },
  );

  it('a body that could not be given its name leaves no half-finished file behind', async () => {
    const { before, calls } = await callsOfOneTransaction();
    const at = calls.findIndex((call, index) => index >= before && call === 'rename') + 1;
    const { disk, answers } = await twoTransactions({ at, errno: 'EACCES', manner: 'refused' });
    expect(answers).toEqual(['store-write-failed', 'done']);
    expect([...disk.files().keys()].filter((path) => path.includes('.new-'))).toEqual([]);
  });

  it('a record that was written in part and cannot be taken back is told as uncertain, and nothing more is written', async () => {
    const disk = await startedDisk(2);
    let isBroken = false;
    const write: StoreFs['write'] = (handle, buffer, offset, length, position) => {
      if (!isBroken || length < 300) return disk.io.write(handle, buffer, offset, length, position);
      disk.io.write(handle, buffer, offset, length - 1, position);
      return fail('EIO');
    };
    const truncate: StoreFs['truncate'] = (handle, length) => (isBroken && length > 0 ? fail('EIO') : disk.io.truncate(handle, length));
    const store = await openStore(folder, { ...options({ ...disk.io, write, truncate }), limits: { segmentBytes: 100_000 } });
    isBroken = true;
    const attempt = (n: number): Promise<string> => store.transact(request(n), () => rowAndCounter(n)).then(() => 'done', codeOf);
    expect([await attempt(9), await attempt(10)]).toEqual(['store-write-uncertain', 'store-poisoned']);
  });

  it('a set-up that failed before the records had their name leaves nothing behind', async () => {
    const whole = memoryDisk();
    const { io, calls } = failingDisk(whole.io);
    await createStore(folder, { ...genesis, io, lock: tryEpochLock });
    const faults = faultsFor(calls).filter(({ isLasting, manner }) => isLasting !== true && manner === 'refused');
    const leftovers: string[] = [];
    for (const fault of faults) {
      const disk = memoryDisk();
      const isRefused = await createStore(folder, { ...genesis, io: failingDisk(disk.io, fault).io, lock: tryEpochLock }).then(
        () => false,
        () => true,
      );
      const isFounded = disk.io.entry(`${folder}/journal`) !== undefined;
      if (isRefused && !isFounded && disk.io.entry(folder) !== undefined)
        leftovers.push(`${String(fault.at)} ${String(calls[fault.at - 1])}: ${[...disk.files().keys()].join(' ')}`);
    }
    expect(leftovers).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'store-disk-full'],
    ['EDQUOT', 'store-disk-full'],
    ['EROFS', 'store-read-only-disk'],
    ['EIO', 'store-write-failed'],
  ])('a journal that cannot be written for %s is told as %s, and the old records are read as before', async (errno, code) => {
    const { before, calls } = await callsOfOneTransaction();
    const at = calls.findIndex((call, index) => index >= before && call === 'datasync') + 1;
    const { disk, answers } = await twoTransactions({ at, errno, manner: 'refused' });
    expect(answers[0]).toBe(code);
    expect(await recordsOn(disk)).toBe(await recordsOn(await startedDisk(2)));
  });
});

describe('on the machine’s own disk, with the lock of this machine', () => {
  it('no failing call keeps this or the next program from writing', async () => {
    const real = join(scratchFolder(), 'office');
    await createStore(real, genesis);
    const write = async (io: StoreFs, n: number): Promise<void> => {
      const store = await openStore(real, { io, patience: 0, limits: { segmentBytes: 4000, snapshotFrames: 5 } });
      await store.transact(request(n), () => rowAndAssessment(n));
    };
    const rehearsal = failingDisk(realFs);
    await write(rehearsal.io, 1);
    const faults = faultsFor(rehearsal.calls).filter(({ isLasting }) => isLasting !== true);
    for (const [index, fault] of faults.entries()) {
      const { io, hasStruck } = failingDisk(realFs, fault);
      const code = await write(io, 1000 + index).then(() => 'done', codeOf);
      expect(hasStruck()).toBe(true);
      await expect(write(realFs, 2 + index), JSON.stringify({ fault, call: rehearsal.calls[fault.at - 1], code })).resolves.toBeUndefined();
    }
    const store = await openStore(real);
    const kept = Object.keys(store.read().assessments);
    for (let n = 1; n <= faults.length + 1; n += 1) expect(kept).toContain(assessment(n).entry.id);
    expect(store.verify({ deep: true }).problems).toEqual([]);
  });
});
