import { constants } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repairRecords, type RepairOutcome } from '../../src/store/repair-records.js';
import { openStore, type OpenOptions, type Store } from '../../src/store/store.js';
import type { StoreFs } from '../../src/store/store-fs.js';
import { failingDisk, faultsFor } from '../fixtures/store/failing-disk.js';
import type { MemoryDisk } from '../fixtures/store/memory-disk.js';
import { moment, officer, request, row, rowAndAssessment, rowAndCounter } from '../fixtures/store/office.js';
import { withFile, wholeOffice, withSnapshot } from './damage.js';
import { folder } from './every-call-fails.js';
import { dieAtEveryCall } from './mortal-disk.js';

const lock: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });
const copy = `${folder}-before-repair-20260901-080000`;
const office = await wholeOffice();
const segments = [...office.files().keys()].filter((path) => path.endsWith('.jnl')).sort();
const [first = '', second = '', third = ''] = segments;
const contentOf = (disk: MemoryDisk, path: string): Buffer => disk.files().get(path) ?? Buffer.alloc(0);
const open = (disk: MemoryDisk, more: OpenOptions = {}): Promise<Store> => openStore(folder, { io: disk.io, lock, ...more });
const repair = (io: StoreFs, to = copy): Promise<RepairOutcome> =>
  repairRecords(folder, { io, lock, actor: officer, at: moment(80), reason: '磁盘坏道', copy: to });

function flipped(disk: MemoryDisk, path: string, at: number): MemoryDisk {
  const bytes = Buffer.from(contentOf(disk, path));
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  return withFile(disk, path, bytes);
}

function without(disk: MemoryDisk, ...paths: readonly string[]): MemoryDisk {
  const changed = disk.copy();
  for (const path of paths) changed.io.unlink(path);
  return changed.copy();
}

const bare = without(office, `${folder}/snapshot.json`);
const documents = [...office.files().keys()].filter((path) => path.includes('/documents/')).sort();
const [document = ''] = documents;
/** Where the n-th record of a segment begins. */
const startOf = (path: string, n: number): number =>
  contentOf(office, path)
    .toString('latin1')
    .split('\n')
    .slice(0, n - 1)
    .join('\n').length + (n > 1 ? 1 : 0);
const recordsIn = (path: string): number => contentOf(office, path).toString('latin1').split('\n').length - 1;

async function expectWritable(disk: MemoryDisk): Promise<Store> {
  const store = await open(disk);
  expect(store.verify({ deep: true }).problems).toEqual([]);
  await store.transact(request(90), () => rowAndAssessment(90));
  expect(store.verify({ deep: true }).problems).toEqual([]);
  return store;
}

const all = recordsIn(first) + recordsIn(second) + recordsIn(third);

describe('repairing', () => {
  it('is tried on an office of three segments with bodies', () => {
    expect([segments.length, documents.length, all]).toEqual([3, 3, 7]);
  });

  it('a byte that flipped in an older segment cuts the journal there and says what was lost', async () => {
    const disk = flipped(bare, second, 70);
    const last = recordsIn(first);
    const outcome = await repair(disk.io);
    expect(outcome).toMatchObject({ last, file: '000002.jnl', byte: 0, records: all - last, frames: all - last - 1, documents: [], copy });
    expect(outcome.bytes).toBe(contentOf(disk, `${copy}/journal/000002.jnl`).length + contentOf(office, third).length);
    const store = await expectWritable(disk);
    expect(store.frames().at(-2)).toMatchObject({ header: { seq: last + 1, kind: 'store.repaired', actor: officer } });
    expect(contentOf(disk, second).toString()).toContain('磁盘坏道');
  });

  it('loses no byte: everything is in the copy as it was, and every piece is in quarantine', async () => {
    const disk = flipped(bare, second, 70);
    const before = new Map([...disk.files()].filter(([path]) => !path.includes('/store.')));
    const { setAside } = await repair(disk.io);
    for (const [path, content] of before) expect(contentOf(disk, path.replace(folder, copy)).equals(content)).toBe(true);
    const kept = setAside.map((name) => contentOf(disk, `${folder}/quarantine/${name}`).toString('base64'));
    expect(kept).toContain((before.get(second) ?? Buffer.alloc(0)).toString('base64'));
    expect(kept).toContain((before.get(third) ?? Buffer.alloc(0)).toString('base64'));
  });

  it('never gives a display number again that was given in what is lost', async () => {
    const disk = flipped(bare, first, startOf(first, 2) + 70);
    await repair(disk.io);
    const store = await open(disk);
    expect(store.read().rows).toEqual({});
    expect(store.read().counters['P-2026']).toEqual({ last: 6 });
  });

  it('a torn record with good segments behind it', async () => {
    const disk = withFile(bare, second, contentOf(office, second).subarray(0, -30));
    const outcome = await repair(disk.io);
    expect(outcome).toMatchObject({ last: recordsIn(first) + recordsIn(second) - 1, frames: recordsIn(third) });
    expect(outcome.records).toBe(recordsIn(third) + 1);
    await expectWritable(disk);
  });

  it('a segment that is gone', async () => {
    const disk = without(bare, second);
    expect(await repair(disk.io)).toMatchObject({
      last: recordsIn(first),
      file: '000001.jnl',
      byte: contentOf(office, first).length,
      frames: recordsIn(third),
    });
    await expectWritable(disk);
  });

  it('an end that is gone, as the snapshot knows', async () => {
    const known = await withSnapshot(office);
    const disk = without(known, third);
    const outcome = await repair(disk.io);
    expect(outcome).toMatchObject({ records: recordsIn(third), frames: 0, bytes: 0 });
    expect(outcome.setAside).toContainEqual(expect.stringMatching(/^snapshot\.json-/));
    expect((await expectWritable(disk)).read().counters['P-2026']).toEqual({ last: 90 });
  });

  it.each([
    ['missing', (disk: MemoryDisk) => without(disk, document)],
    ['changed', (disk: MemoryDisk) => flipped(disk, document, 20)],
  ])('a document that is %s: the assessment stays listed, reading it says so, and the verification knows of it', async (_name, spoil) => {
    const disk = spoil(office);
    const digest = document.slice(-69, -5);
    expect(await repair(disk.io)).toMatchObject({ last: all, records: 0, bytes: 0, documents: [digest] });
    const store = await expectWritable(disk);
    expect(Object.values(store.read().assessments).map((each) => each.document)).toContain(digest);
    expect(() => store.readDocument(digest)).toThrow(expect.objectContaining({ code: 'store-document-missing' }) as Error);
    expect(store.verify({ deep: true }).gone).toEqual([`documents/${digest}.json`]);
  });

  it('a document that comes back after the repair is verified again', async () => {
    const disk = without(office, document);
    await repair(disk.io);
    disk.put(document, contentOf(office, document));
    expect((await open(disk)).verify({ deep: true })).toMatchObject({ gone: [], problems: [] });
    expect((await open(flipped(disk, document, 9))).verify({ deep: true }).problems).toMatchObject([{ code: 'store-document-damaged' }]);
  });

  it('a folder of documents that is gone', async () => {
    const disk = without(office, ...documents);
    disk.io.rmdir(`${folder}/documents`);
    expect((await repair(disk.io)).documents).toHaveLength(3);
    await expectWritable(disk);
  });

  it('of sound records is refused, also with an unfinished write at the end', async () => {
    for (const disk of [office.copy(), withFile(bare, third, contentOf(office, third).subarray(0, -30))]) {
      await expect(repair(disk.io)).rejects.toMatchObject({ code: 'repair-not-needed', exit: 3 });
      expect(disk.io.entry(copy)).toBeUndefined();
    }
  });

  it('of a damaged first record is refused and points to the backup', async () => {
    const disk = flipped(bare, first, 90);
    const before = [...disk.files()];
    await expect(repair(disk.io)).rejects.toMatchObject({ code: 'repair-genesis-damaged', exit: 20 });
    expect([...disk.files()]).toEqual(before);
  });

  it('is refused when there is no room for the copy', async () => {
    const disk = flipped(bare, second, 70);
    const before = [...disk.files()];
    await expect(repair({ ...disk.io, freeBytes: () => 5000 })).rejects.toMatchObject({ code: 'repair-no-room', exit: 3 });
    expect([...disk.files()]).toEqual(before);
  });
});

/** What somebody finds after a repair that was killed: still told to be damaged, or repaired with a record that says so; anything else is silence. */
async function foundAfter(disk: MemoryDisk): Promise<'damaged' | 'repaired' | 'silence'> {
  const store = await openStore(folder, { io: disk.io, lock, salvage: true });
  if (store.verify({ deep: true }).problems.length > 0) return 'damaged';
  return store.frames().some(({ header }) => header.kind === 'store.repaired') ? 'repaired' : 'silence';
}

const spoilt: readonly (readonly [string, () => MemoryDisk])[] = [
  ['a flipped byte', () => flipped(office, second, 70)],
  ['a missing segment', () => without(bare, second)],
  ['a missing end', () => without(office, third)],
  ['a changed document', () => flipped(bare, document, 20)],
];

describe('a repair that is killed at any call', () => {
  it.each(spoilt)('after %s leaves damage that is told or a repair that is on record, and the next repair ends it', async (name, spoil) => {
    const disk = name === 'a missing end' ? without(await withSnapshot(office), third) : spoil();
    const deaths = await dieAtEveryCall(
      () => disk.copy(),
      (io) => repair(io),
      async (left) => {
        const found = await foundAfter(left.copy());
        expect(found).not.toBe('silence');
        if (found === 'damaged') await repair(left.io, `${copy}-again`);
        const store = await expectWritable(left);
        expect(store.frames().filter(({ header }) => header.kind === 'store.repaired').length).toBeGreaterThan(0);
        expect(left.io.list('/').filter((each) => each.startsWith('.new-'))).toEqual([]);
      },
    );
    expect(deaths).toBeGreaterThan(100);
  });

  it('this harness goes red on a repair that cuts first and writes its record then', async () => {
    const found = new Set<string>();
    const hasty = async (io: StoreFs): Promise<void> => {
      io.unlink(third);
      const handle = io.open(second, constants.O_RDWR);
      io.truncate(handle, 0);
      io.close(handle);
      const store = await openStore(folder, { io, lock });
      await store.transact(request(1), () => ({ ...rowAndCounter(99), kind: 'store.repaired' }));
    };
    await dieAtEveryCall(
      () => flipped(bare, second, 70),
      hasty,
      async (left) => void found.add(await foundAfter(left)),
    );
    expect([...found]).toContain('silence');
  });
});

it('a repair for which the disk has no room leaves the damage as it was told, and works when there is some', async () => {
  const { io, calls } = failingDisk(flipped(office, second, 70).io);
  await repair(io);
  const faults = faultsFor(calls).filter(({ errno, isLasting }) => errno === 'ENOSPC' && isLasting !== true);
  for (const fault of faults) {
    const disk = flipped(office, second, 70);
    const failure = await repair(failingDisk(disk.io, fault).io).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(await foundAfter(disk)).not.toBe('silence');
    if (failure === undefined) continue;
    expect(failure).toMatchObject({ code: expect.stringMatching(/^store-(disk-full|read-failed)$/) as string });
    if ((await foundAfter(disk)) === 'damaged') await repair(disk.io, `${copy}-again`);
    await expectWritable(disk);
  }
  expect(faults.length).toBeGreaterThan(30);
});

it('a power cut takes no repair away once it was answered for, and not the copy either', async () => {
  const disk = flipped(office, second, 70);
  await repair(disk.io);
  disk.cutPower('nothing');
  expect(await foundAfter(disk)).toBe('repaired');
  expect(contentOf(disk, `${copy}/journal/000002.jnl`).length).toBe(contentOf(office, second).length);
  await expectWritable(disk);
});

it('a repaired office has exactly the rows of the records that are left', async () => {
  const disk = flipped(bare, third, 70);
  const { last } = await repair(disk.io);
  const store = await open(disk);
  expect(Object.keys(store.read().rows).sort()).toEqual(Array.from({ length: last - 1 }, (_, index) => row(index + 1).rowId).sort());
});
