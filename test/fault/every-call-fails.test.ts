import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/store/create-store.js';
import { tryEpochLock } from '../../src/store/epoch-lock.js';
import { openStore, type Store } from '../../src/store/store.js';
import type { StoreFs } from '../../src/store/store-fs.js';
import { memoryDisk, type MemoryDisk } from '../fixtures/store/memory-disk.js';
import { assessment, genesis, request, rowAndAssessment, rowAndCounter } from '../fixtures/store/office.js';
import { folder, options, rehearse, startedDisk, tryAllFaults, type Deed } from './every-call-fails.js';

const journal = `${folder}/journal`;
const nothing = { kind: 'nothing', changes: [], result: undefined };

async function writeOne(io: StoreFs, done: () => Promise<void>): Promise<Store> {
  const store = await openStore(folder, options(io));
  await store.transact(request(9), () => rowAndCounter(9));
  await done();
  return store;
}

async function writeOneWithBody(io: StoreFs, done: () => Promise<void>): Promise<void> {
  const store = await openStore(folder, options(io));
  await store.transact(request(9), () => rowAndAssessment(9));
  await done();
}

async function setUp(io: StoreFs, done: () => Promise<void>): Promise<void> {
  await createStore(folder, { ...genesis, io, lock: tryEpochLock });
  await done();
}

async function changed(records: number, change: (disk: MemoryDisk) => void): Promise<MemoryDisk> {
  const disk = await startedDisk(records);
  change(disk);
  return disk.copy();
}

const lastSegment = (disk: MemoryDisk): readonly [string, Buffer] =>
  [...disk.files()]
    .filter(([path]) => path.startsWith(journal))
    .sort()
    .at(-1) ?? ['', Buffer.alloc(0)];

const cutLastSegment = (bytes: number) => (disk: MemoryDisk) => {
  const [path, content] = lastSegment(disk);
  disk.put(path, content.subarray(0, -bytes));
};

function leaveHalfWrittenFiles(disk: MemoryDisk): void {
  disk.put(`${folder}/.new-77-snapshot.json`, Buffer.from('{"pos'));
  disk.io.mkdir(`${folder}/.new-77-journal`);
  disk.put(`${folder}/.new-77-journal/000001.jnl`, Buffer.from('half'));
}

async function keepSnapshot(disk: MemoryDisk): Promise<MemoryDisk> {
  const store = await openStore(folder, options(disk.io));
  await store.close();
  return disk.copy();
}

const rowDeed: Deed = { name: 'entering a row', disk: () => startedDisk(1), run: writeOne };

const deeds: readonly Deed[] = [
  { name: 'setting up', disk: async () => memoryDisk(), run: setUp, mayBeThere: true },
  {
    name: 'setting up in an empty folder that others could read',
    disk: async () => {
      const disk = memoryDisk();
      disk.io.mkdir(folder);
      disk.io.setMode(folder, 0o755);
      return disk.copy();
    },
    run: setUp,
    mayBeThere: true,
  },
  rowDeed,
  { name: 'entering a row into a new segment', disk: () => startedDisk(2), run: writeOne },
  { name: 'keeping an assessment and its body', disk: () => startedDisk(1), run: writeOneWithBody },
  { name: 'keeping an assessment and its body in a new segment', disk: () => startedDisk(2), run: writeOneWithBody },
  { name: 'entering a row behind a torn record', disk: () => changed(4, cutLastSegment(30)), run: writeOne },
  {
    name: 'entering a row behind a record without its newline',
    disk: () => changed(4, cutLastSegment(1)),
    run: async (io, done) => {
      const store = await openStore(folder, options(io));
      await store.transact(request(9), () => nothing);
      await done();
      await store.transact(request(9), () => rowAndCounter(9));
      await done();
    },
    mayBeThere: true,
  },
  { name: 'entering a row after a program was killed half-way', disk: () => changed(1, leaveHalfWrittenFiles), run: writeOne },
  {
    name: 'keeping a snapshot',
    disk: () => startedDisk(3),
    run: async (io, done) => (await writeOne(io, done)).close(),
  },
  {
    name: 'opening from a snapshot and replacing it',
    disk: async () => keepSnapshot(await startedDisk(4)),
    run: async (io, done) => {
      const store = await openStore(folder, options(io));
      for (let n = 20; n < 23; n += 1) {
        await store.transact(request(n), () => rowAndCounter(n));
        await done();
      }
      await store.close();
    },
  },
  {
    name: 'reading everything',
    disk: async () => keepSnapshot(await startedDisk(3)),
    run: async (io) => {
      const store = await openStore(folder, { ...options(io), readOnly: true });
      store.read();
      store.readDocument(assessment(2).entry.document);
      store.frames();
      store.verify({ deep: true });
    },
  },
  {
    name: 'reading what another program entered',
    disk: () => startedDisk(2),
    run: async (io, done) => {
      const [reader, writer] = [await openStore(folder, options(io)), await openStore(folder, options(io))];
      await writer.transact(request(9), () => rowAndCounter(9));
      await done();
      return reader.read();
    },
  },
];

describe('whatever call to the disk fails, the office has the old records or the new ones, and what was acknowledged', () => {
  it.each(deeds.map((deed) => [deed.name, deed] as const))('%s', async (_name, deed) => {
    const { tried, complaints } = await tryAllFaults(deed, await rehearse(deed));
    expect(complaints.slice(0, 12)).toEqual([]);
    expect(tried).toBeGreaterThan(50);
  });
});

describe('this harness goes red', () => {
  const complaintsAbout = async (deed: Deed): Promise<string> => (await tryAllFaults(deed, await rehearse(deed))).complaints.join('\n');

  it('on a disk that says it has synced and has not', async () => {
    const disk = async (): Promise<MemoryDisk> => startedDisk(1, memoryDisk(false));
    expect(await complaintsAbout({ ...rowDeed, disk })).toContain('after a power cut, not the records that were promised');
  });

  it('on a program that reports a failed write as done', async () => {
    const run: Deed['run'] = async (io, done) => {
      await writeOne(io, async () => undefined).catch(() => undefined);
      await done();
    };
    expect(await complaintsAbout({ ...rowDeed, run })).toContain('not the records that were promised');
  });

  it('on a failure that has no code', async () => {
    const run: Deed['run'] = (io, done) =>
      writeOne(io, done).catch((error: unknown) => {
        throw new TypeError('something went wrong', { cause: error });
      });
    expect(await complaintsAbout({ ...rowDeed, run })).toContain("not one of the store's own refusals");
  });

  it('on a program that forgets to give the lock back', async () => {
    const run: Deed['run'] = async (io, done) => {
      await writeOne(io, done).catch((error: unknown) => {
        tryEpochLock(io, folder);
        throw error;
      });
    };
    expect(await complaintsAbout({ ...rowDeed, run })).toContain('afterwards: store-busy');
  });
});
