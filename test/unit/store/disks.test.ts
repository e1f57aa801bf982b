import { constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createStore } from '../../../src/store/create-store.js';
import { tryEpochLock } from '../../../src/store/epoch-lock.js';
import { openStore } from '../../../src/store/store.js';
import { realFs, type StoreFs } from '../../../src/store/store-fs.js';
import { failingDisk } from '../../fixtures/store/failing-disk.js';
import { memoryDisk } from '../../fixtures/store/memory-disk.js';
import { genesis, request, rowAndAssessment, rowAndCounter } from '../../fixtures/store/office.js';

// The faults are tried on a disk in memory; these tests hold it against a real one.
const scratch = mkdtempSync(join(tmpdir(), 'zicha-disks-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function workOn(disk: StoreFs, folder: string): Promise<readonly string[]> {
  const { io, calls } = failingDisk(disk);
  const options = { io, lock: tryEpochLock, limits: { segmentBytes: 1500, snapshotFrames: 3 } };
  await createStore(folder, { ...genesis, io, lock: tryEpochLock });
  const store = await openStore(folder, options);
  for (let n = 1; n <= 4; n += 1) await store.transact(request(n), () => (n % 2 === 0 ? rowAndAssessment(n) : rowAndCounter(n)));
  await store.close();
  const again = await openStore(folder, options);
  return [...calls, again.head, JSON.stringify(again.verify({ deep: true })), ...[...io.list(folder)].sort()];
}

it('the disk in memory is asked the same and answers the same as the machine’s own', async () => {
  const memory = memoryDisk();
  memory.io.mkdir('/scratch');
  mkdirSync(join(scratch, 'scratch'));
  const expected = await workOn(realFs, join(scratch, 'scratch/office'));
  expect(await workOn(memory.io, '/scratch/office')).toEqual(expected);
});

it('after a power cut it has what was synced and nothing else', () => {
  const disk = memoryDisk();
  const write = (path: string, text: string, isSynced: boolean): void => {
    const handle = disk.io.open(path, constants.O_RDWR | constants.O_CREAT);
    disk.io.write(handle, Buffer.from(text), 0, text.length, 0);
    if (isSynced) disk.io.sync(handle);
  };
  disk.io.mkdir('/kept');
  disk.io.sync(disk.io.open('/', 0));
  write('/kept/synced', 'abc', true);
  write('/kept/not-synced', 'abc', false);
  disk.io.sync(disk.io.open('/kept', 0));
  write('/kept/unnamed', 'abc', true);
  disk.cutPower('nothing');
  expect([...disk.files()].map(([path, content]) => `${path} ${content.toString()}`)).toEqual(['/kept/synced abc', '/kept/not-synced ']);
});
