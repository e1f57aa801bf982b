import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/store/canonical-json.js';
import { repairRecords } from '../../src/store/repair-records.js';
import { restoreBackup } from '../../src/store/restore-backup.js';
import { openStore, type OpenOptions, type Store } from '../../src/store/store.js';
import type { StoreFs } from '../../src/store/store-fs.js';
import { verifyBackup } from '../../src/store/verify-backup.js';
import { AppError } from '../../src/domain/app-error.js';
import { failingDisk, faultsFor } from '../fixtures/store/failing-disk.js';
import { memoryDisk, type MemoryDisk } from '../fixtures/store/memory-disk.js';
import { keptScan, moment, officer, purgedScan, request, rowAndCounter, scan, uuid } from '../fixtures/store/office.js';
import { folder, options, recordsOn, rehearse, startedDisk, tryAllFaults, type Deed } from './every-call-fails.js';
import { dieAtEveryCall } from './mortal-disk.js';

const lock: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });
const nameOf = (n: number): string => `evidence/${sha256(scan(n))}`;
const open = (io: StoreFs): Promise<Store> => openStore(folder, { io, lock });
const problemsOn = async (io: StoreFs): Promise<readonly string[]> => (await open(io)).verify({ deep: true }).problems.map(({ code }) => code);

async function withScans(disk: MemoryDisk, ...scans: readonly number[]): Promise<MemoryDisk> {
  const store = await openStore(folder, options(disk.io));
  for (const n of scans) await store.transact(request(n), () => keptScan(n));
  return disk.copy();
}

const keep: Deed['run'] = async (io, done) => {
  const store = await openStore(folder, options(io));
  await store.transact(request(9), () => keptScan(9));
  await done();
};
const purge: Deed['run'] = async (io, done) => {
  const store = await openStore(folder, options(io));
  await store.transact(request(9), () => purgedScan(5));
  await done();
};
const keepFirst: Deed = { name: 'keeping the first file', disk: () => startedDisk(1), run: keep };
const deeds: readonly Deed[] = [
  keepFirst,
  { name: 'keeping one more file', disk: async () => withScans(await startedDisk(1), 5), run: keep },
  { name: 'keeping a file over other bytes of its name', disk: async () => withOther(await withScans(await startedDisk(1), 5)), run: keep },
  { name: 'purging a file', disk: async () => withScans(await startedDisk(1), 5, 6), run: purge },
];

function withOther(disk: MemoryDisk): MemoryDisk {
  disk.put(`${folder}/${nameOf(9)}`, scan(1));
  return disk.copy();
}

describe('whatever call to the disk fails, evidence is on record with its file, or not at all', () => {
  it.each(deeds.map((deed) => [deed.name, deed] as const))('%s', async (_name, deed) => {
    const { tried, complaints } = await tryAllFaults(deed, await rehearse(deed));
    expect(complaints.slice(0, 12)).toEqual([]);
    expect(tried).toBeGreaterThan(50);
  });

  it('goes red on a disk that says it has synced and has not', async () => {
    const lying = { ...keepFirst, disk: () => startedDisk(1, memoryDisk(false)) };
    expect((await tryAllFaults(lying, await rehearse(lying))).complaints.length).toBeGreaterThan(0);
  });

  it('a refusal leaves no copy of the file behind, unless it says that it is uncertain', async () => {
    const before = await startedDisk(1);
    const { calls } = await rehearse(keepFirst);
    const left: string[] = [];
    for (const fault of faultsFor(calls).filter(({ isLasting, manner }) => isLasting !== true && manner !== 'short')) {
      const disk = before.copy();
      const failure: unknown = await keep(failingDisk(disk.io, fault).io, async () => undefined).then(() => undefined, (error: unknown) => error);
      const isOpen = failure === undefined || (failure instanceof AppError && failure.code === 'store-write-uncertain');
      if (!isOpen && disk.files().has(`${folder}/${nameOf(9)}`)) left.push(`call ${String(fault.at)} ${calls[fault.at - 1] ?? ''} ${fault.errno}`);
    }
    expect(left).toEqual([]);
  });
});

describe('a program that dies at any call', () => {
  it('while it keeps a file leaves the record with its file, or at most a file that nobody needs', async () => {
    const office = await startedDisk(1);
    const deaths = await dieAtEveryCall(() => office.copy(), async (io) => (await open(io)).transact(request(9), () => keptScan(9)), async (disk) => {
      for (const survival of ['all', 'nothing', () => 0.4] as const) {
        const left = disk.copy();
        if (survival !== 'all') left.cutPower(survival);
        expect(await problemsOn(left.io)).toEqual([]);
        // The same file again puts it on record.
        await (await open(left.io)).transact(request(10), () => keptScan(9));
        expect((await open(left.io)).verify({ deep: true })).toMatchObject({ problems: [], unneeded: [] });
      }
    });
    expect(deaths).toBeGreaterThan(15);
  });

  it('while it purges leaves the record with its file, or the tombstone; the next one ends it', async () => {
    const office = await withScans(await startedDisk(1), 5, 6);
    const deaths = await dieAtEveryCall(() => office.copy(), async (io) => (await open(io)).transact(request(9), () => purgedScan(5)), async (disk) => {
      expect(await problemsOn(disk.io)).toEqual([]);
      const store = await open(disk.io);
      await store.transact(request(10), () => rowAndCounter(10));
      const isPurged = store.read().evidence[uuid(7005)]?.purged !== undefined;
      expect([disk.files().has(`${folder}/${nameOf(5)}`), disk.files().has(`${folder}/${nameOf(6)}`)]).toEqual([!isPurged, true]);
    });
    expect(deaths).toBeGreaterThan(10);
  });
});

const safe = '/safe';
const backup = `${safe}/zicha-office-20260901-080000`;
const restored = (io: StoreFs) =>
  restoreBackup(backup, '/new', { io, lock, actor: officer, at: moment(70), entry: ({ seq, head }) => ({ id: uuid(9), kind: 'restored', at: moment(70), path: backup, seq, head, files: 1, bytes: 1 }) });

async function backedUp(): Promise<MemoryDisk> {
  const disk = await withScans(await startedDisk(1), 5, 6);
  const store = await open(disk.io);
  await store.transact(request(9), () => purgedScan(5));
  await store.backUp({ folder: safe, name: backup.slice(safe.length + 1), createdAt: moment(60), toolVersion: '0.1.0' });
  return disk.copy();
}

describe('a backup', () => {
  it('carries the files that records need, not the purged ones, and brings them back', async () => {
    const disk = await backedUp();
    const { manifest, problems } = verifyBackup(disk.io, backup);
    expect([problems, manifest?.files.map(({ path }) => path).filter((path) => path.startsWith('evidence/'))]).toEqual([[], [nameOf(6)]]);
    await restored(disk.io);
    const store = await openStore('/new', { io: disk.io, lock });
    expect(store.readFile(sha256(scan(6))).equals(scan(6))).toBe(true);
    expect(store.verify({ deep: true }).problems).toEqual([]);
  });

  it('of which one byte of a file is another, or a file is gone, is not sound and is not restored', async () => {
    for (const at of [0, 350, 699]) {
      const disk = await backedUp();
      const bytes = Buffer.from(scan(6));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      disk.put(`${backup}/${nameOf(6)}`, bytes);
      expect(verifyBackup(disk.io, backup).problems).toContainEqual({ code: 'backup-file-differs', params: { file: nameOf(6) } });
      await expect(restored(disk.io)).rejects.toMatchObject({ code: 'backup-damaged' });
    }
    const without = await backedUp();
    without.io.unlink(`${backup}/${nameOf(6)}`);
    expect(verifyBackup(without.io, backup).problems).toContainEqual({ code: 'backup-file-missing', params: { file: nameOf(6) } });
  });

  it('whose list was written without a file that its journal needs is not sound', async () => {
    const disk = await withScans(await startedDisk(1), 6);
    disk.io.unlink(`${folder}/${nameOf(6)}`);
    const store = await open(disk.io);
    await expect(store.backUp({ folder: safe, name: 'b', createdAt: moment(60), toolVersion: '0.1.0' })).rejects.toMatchObject({ problems: [{ code: 'store-evidence-missing' }] });
  });
});

describe('a repair', () => {
  const repair = (io: StoreFs) => repairRecords(folder, { io, lock, actor: officer, at: moment(80), reason: '磁盘坏道', copy: `${folder}-copy` });

  it('names a file of evidence that is gone, sets aside one with other bytes, and the record stays', async () => {
    const disk = await withScans(await startedDisk(1), 5, 6);
    disk.io.unlink(`${folder}/${nameOf(5)}`);
    disk.put(`${folder}/${nameOf(6)}`, scan(1));
    const outcome = await repair(disk.io);
    expect([...(outcome.evidence ?? [])].sort()).toEqual([sha256(scan(5)), sha256(scan(6))].sort());
    const store = await open(disk.io);
    expect(store.verify({ deep: true })).toMatchObject({ problems: [], gone: [nameOf(5), nameOf(6)].sort() });
    expect([...disk.files()].some(([path, content]) => path.startsWith(`${folder}/quarantine/`) && content.equals(scan(1)))).toBe(true);
    await store.transact(request(90), () => keptScan(5));
    expect(store.verify({ deep: true }).gone).toEqual([nameOf(6)]);
  });

  it('moves the files of records that it cut to quarantine; no byte is deleted', async () => {
    const disk = await withScans(await startedDisk(1), 5);
    const [path, content] = [...disk.files()].filter(([each]) => each.endsWith('.jnl')).at(-1) ?? ['', Buffer.alloc(0)];
    const broken = Buffer.from(content);
    const at = broken.lastIndexOf('evidence.kept');
    broken[at] = (broken[at] ?? 0) ^ 1;
    disk.put(path, broken);
    const { setAside } = await repair(disk.io);
    expect(setAside.some((name) => name.startsWith(`later-${sha256(scan(5))}`))).toBe(true);
    expect(await problemsOn(disk.io)).toEqual([]);
    expect(await recordsOn(disk)).not.toContain(scan(5).toString('base64'));
  });
});
