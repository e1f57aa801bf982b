import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/app-error.js';
import type { BackupEntry } from '../../src/domain/backup-entry.js';
import { findBackups } from '../../src/store/find-backups.js';
import { restoreBackup } from '../../src/store/restore-backup.js';
import { openStore, type OpenOptions } from '../../src/store/store.js';
import type { StoreFs } from '../../src/store/store-fs.js';
import { verifyBackup } from '../../src/store/verify-backup.js';
import { failingDisk, faultsFor } from '../fixtures/store/failing-disk.js';
import type { MemoryDisk } from '../fixtures/store/memory-disk.js';
import { moment, officer, request, rowAndAssessment, rowAndCounter, uuid } from '../fixtures/store/office.js';
import { folder, recordsOn, startedDisk } from './every-call-fails.js';
import { dieAtEveryCall } from './mortal-disk.js';

const lock: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });
const safe = '/safe';
const name = (n: number): string => `zicha-office-2026090${String(n)}-080000`;
const backup = `${safe}/${name(1)}`;
const office = await startedDisk(3);
const before = await recordsOn(office);

async function backUp(io: StoreFs, n = 1): Promise<string> {
  const store = await openStore(folder, { io, lock });
  return (await store.backUp({ folder: safe, name: name(n), createdAt: moment(60), toolVersion: '0.1.0' })).path;
}

const entry = (manifest: { readonly seq: number; readonly head: string }): BackupEntry => ({
  id: uuid(9),
  kind: 'restored',
  at: moment(70),
  path: backup,
  seq: manifest.seq,
  head: manifest.head,
  files: 1,
  bytes: 1,
});
const restore = (io: StoreFs, to = '/new'): Promise<BackupEntry> =>
  restoreBackup(backup, to, { io, lock, actor: officer, at: moment(70), entry });

async function backedUp(): Promise<MemoryDisk> {
  const disk = office.copy();
  await backUp(disk.io);
  return disk.copy();
}
const kept = await backedUp();
const filesOf = (disk: MemoryDisk, below: string): readonly string[] =>
  [...disk.files().keys()].filter((path) => path.startsWith(`${below}/`));
const namesIn = (disk: MemoryDisk, path: string): readonly string[] => (disk.io.entry(path) === undefined ? [] : disk.io.list(path));

/** Flips one bit of every byte of the backup, one at a time; places where `isSound` noticed nothing. */
function unseenFlips(isSound: (disk: MemoryDisk) => boolean): readonly string[] {
  const disk = kept.copy();
  return filesOf(disk, backup).flatMap((path) => {
    const content = disk.files().get(path) ?? Buffer.alloc(0);
    const unseen: string[] = [];
    for (let at = 0; at < content.length; at += 1) {
      const flipped = Buffer.from(content);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      disk.put(path, flipped);
      if (isSound(disk)) unseen.push(`${path} byte ${String(at)}`);
    }
    disk.put(path, content);
    return unseen;
  });
}

const soundness = ({ io }: MemoryDisk): boolean => {
  try {
    return verifyBackup(io, backup).problems.length === 0;
  } catch (error) {
    // A number that has become larger reads like the format of a newer program.
    return !(error instanceof AppError && error.code === 'store-newer-format');
  }
};

describe('the verification of a backup', () => {
  it('finds nothing in a backup that is as it was written', () => {
    expect(verifyBackup(kept.io, backup)).toMatchObject({ files: 3, problems: [] });
  });

  it('sees every single flipped byte', () => {
    expect(unseenFlips(soundness)).toEqual([]);
  });

  it('this harness goes red on a verification that only compares lengths', () => {
    const lengths = ({ io }: MemoryDisk): boolean => filesOf(kept, backup).every((path) => io.entry(path)?.kind === 'file');
    expect(unseenFlips(lengths).length).toBeGreaterThan(1000);
  });

  it.each(filesOf(kept, backup))('sees that %s is missing', (path) => {
    const disk = kept.copy();
    disk.io.unlink(path);
    expect(soundness(disk)).toBe(false);
  });

  it.each(['notes.txt', 'journal/000009.jnl', 'documents/draft.json', '.new-1-x'])('sees %s, which is not on the list', (path) => {
    const disk = kept.copy();
    disk.put(`${backup}/${path}`, Buffer.from('x'));
    expect(verifyBackup(disk.io, backup).problems).toContainEqual({ code: 'backup-file-extra', params: { file: path } });
  });
});

describe('a backup', () => {
  it('that is killed at any call leaves nothing, an unfinished folder that the next one removes, or a whole backup; the records stay as they are', async () => {
    const deaths = await dieAtEveryCall(
      () => office.copy(),
      (io) => backUp(io),
      async (disk) => {
        const finished = namesIn(disk, safe).filter((each) => !each.startsWith('.new-'));
        expect(finished.map((each) => verifyBackup(disk.io, `${safe}/${each}`).problems)).toEqual(finished.map(() => []));
        expect(findBackups(safe, disk.io)).toHaveLength(finished.length);
        expect(await recordsOn(disk)).toBe(before);
        await backUp(disk.io, 2);
        expect(namesIn(disk, safe)).toEqual([...finished, name(2)]);
      },
    );
    expect(deaths).toBeGreaterThan(80);
  });

  it('for which the disk has no room is refused, and nothing is left of it', async () => {
    const { io, calls } = failingDisk(office.copy().io);
    await backUp(io);
    const faults = faultsFor(calls).filter(({ errno, isLasting }) => errno === 'ENOSPC' && isLasting !== true);
    for (const fault of faults) {
      const disk = office.copy();
      const failing = failingDisk(disk.io, fault);
      const failure = await backUp(failing.io).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure === undefined) continue; // a cleaner that could not clean, or a lock file
      expect(failure).toMatchObject({ code: expect.stringMatching(/^store-(disk-full|write-uncertain|read-failed)$/) as string });
      expect(namesIn(disk, safe)).toEqual([]);
      expect(await recordsOn(disk)).toBe(before);
    }
    expect(faults.length).toBeGreaterThan(20);
  });

  it('that fails on another medium does not stop the records from being written', async () => {
    const disk = office.copy();
    let isBroken = false;
    const io: StoreFs = { ...disk.io, sync: (handle) => (isBroken ? failSync() : disk.io.sync(handle)) };
    const store = await openStore(folder, { io, lock });
    await store.transact(request(9), () => rowAndCounter(9));
    isBroken = true;
    await expect(store.backUp({ folder: safe, name: name(1), createdAt: moment(60), toolVersion: '0.1.0' })).rejects.toMatchObject({
      code: 'store-write-failed',
    });
    isBroken = false;
    expect(await store.transact(request(10), () => rowAndCounter(10))).toBe(10);
  });

  it('is not made over another one', async () => {
    const disk = kept.copy();
    await expect(backUp(disk.io)).rejects.toMatchObject({ code: 'backup-exists' });
    expect([...disk.files()].filter(([path]) => path.startsWith(safe))).toEqual(
      [...kept.files()].filter(([path]) => path.startsWith(safe)),
    );
  });

  it("holds the office's own checklists, and neither cache nor lock nor quarantine", async () => {
    const disk = office.copy();
    disk.io.mkdir(`${folder}/checklists`);
    disk.put(`${folder}/checklists/own.yaml`, Buffer.from('id: own\n'));
    disk.put(`${folder}/snapshot.json`, Buffer.from('x'));
    disk.put(`${folder}/quarantine/torn`, Buffer.from('x'));
    await backUp(disk.io);
    expect(namesIn(disk, backup)).toEqual(['journal', 'documents', 'checklists', 'manifest.json']);
    await restore(disk.io);
    expect(disk.files().get('/new/checklists/own.yaml')?.toString()).toBe('id: own\n');
  });
});

it('a power cut takes neither a backup nor restored records away once they were answered for', async () => {
  const disk = office.copy();
  await backUp(disk.io);
  disk.cutPower('nothing');
  expect(verifyBackup(disk.io, backup)).toMatchObject({ files: 3, problems: [] });
  await restore(disk.io);
  disk.cutPower('nothing');
  expect((await openStore('/new', { io: disk.io, lock })).verify({ deep: true })).toMatchObject({ frames: 5, problems: [] });
});

describe('restoring', () => {
  it('brings every record and body back, and the journal goes on', async () => {
    const disk = kept.copy();
    await restore(disk.io);
    const store = await openStore('/new', { io: disk.io, lock });
    expect(Object.keys(store.read().rows)).toHaveLength(3);
    expect(store.read().backups[uuid(9)]).toMatchObject({ kind: 'restored', seq: 4 });
    expect(store.frames().at(-1)?.header).toMatchObject({ seq: 5, kind: 'backup.restored' });
    await store.transact(request(80), () => rowAndAssessment(80));
    expect(store.verify({ deep: true })).toMatchObject({ frames: 6, problems: [] });
  });

  it('that is killed at any call leaves the folder absent or whole; the next one removes what was unfinished', async () => {
    const deaths = await dieAtEveryCall(
      () => kept.copy(),
      (io) => restore(io),
      async (disk) => {
        const isThere = disk.io.entry('/new') !== undefined;
        if (isThere) expect((await openStore('/new', { io: disk.io, lock })).frames().at(-1)?.header.kind).toBe('backup.restored');
        else await restore(disk.io);
        expect(disk.io.list('/').filter((each) => each.startsWith('.new-'))).toEqual([]);
        expect(verifyBackup(disk.io, backup).problems).toEqual([]);
      },
    );
    expect(deaths).toBeGreaterThan(100);
  });

  it('for which the disk has no room leaves nothing behind', async () => {
    const { io, calls } = failingDisk(kept.copy().io);
    await restore(io);
    for (const fault of faultsFor(calls).filter(({ errno, isLasting }) => errno === 'ENOSPC' && isLasting !== true)) {
      const disk = kept.copy();
      const failure = await restore(failingDisk(disk.io, fault).io).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure !== undefined) expect([...disk.io.list('/')].sort()).toEqual(['office', 'safe']);
    }
  });

  it('never touches a folder in which there is anything, and takes no damaged backup', async () => {
    const disk = kept.copy();
    await expect(restore(disk.io, folder)).rejects.toMatchObject({ code: 'restore-not-empty' });
    disk.io.unlink(`${backup}/manifest.json`);
    await expect(restore(disk.io)).rejects.toMatchObject({ code: 'backup-damaged', exit: 5 });
    expect(await recordsOn(disk)).toBe(before);
  });

  it('fills a folder that is there and empty', async () => {
    const disk = kept.copy();
    disk.io.mkdir('/new');
    await restore(disk.io);
    expect((await openStore('/new', { io: disk.io, lock })).read().counters['P-2026']).toEqual({ last: 3 });
  });
});

function failSync(): never {
  throw Object.assign(new Error('EIO: simulated'), { code: 'EIO', syscall: 'fsync' });
}
