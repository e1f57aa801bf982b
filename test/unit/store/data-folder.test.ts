import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from '../../../src/store/create-store.js';
import type { TryLock } from '../../../src/store/lock-attempt.js';
import { openStore } from '../../../src/store/store.js';
import { realFs, type StoreFs } from '../../../src/store/store-fs.js';
import { fail } from '../../fixtures/store/memory-disk.js';
import { genesis, request, rowAndCounter } from '../../fixtures/store/office.js';
import { contentOf, scratchFolder } from '../../fixtures/store/scratch.js';

const scratch = scratchFolder();
let number = 0;
let home: string;
let folder: string;

beforeEach(async () => {
  home = join(scratch, String((number += 1)));
  folder = join(home, 'office');
  mkdirSync(home);
  await createStore(folder, genesis);
  await (await openStore(folder)).transact(request(1), () => rowAndCounter(1));
});

const withDisk = (changes: Partial<StoreFs>): StoreFs => ({ ...realFs, ...changes });

/** Opens for writing, which must be refused with this code and leave every byte and every right as it was. */
async function expectRefused(code: string, io: StoreFs = realFs, path = folder): Promise<void> {
  const before = contentOf(home);
  await expect(openStore(path, { io })).rejects.toMatchObject({ name: 'AppError', code, exit: 3 });
  expect(contentOf(home)).toEqual(before);
}

describe('the records are not opened', () => {
  it('in a folder that does not exist', () => expectRefused('store-not-initialised', realFs, join(home, 'elsewhere')));

  it('in a folder without records', async () => {
    mkdirSync(join(home, 'empty'), { mode: 0o700 });
    await expectRefused('store-not-initialised', realFs, join(home, 'empty'));
  });

  it('in a folder whose bodies are gone', async () => {
    rmSync(join(folder, 'documents'), { recursive: true });
    await expectRefused('store-not-initialised');
  });

  it('behind a symbolic link, which somebody could turn round', async () => {
    symlinkSync(folder, join(home, 'link'));
    await expectRefused('store-folder-link', realFs, join(home, 'link'));
  });

  it.each(['journal', 'documents', 'quarantine'])('when %s has become a symbolic link', async (part) => {
    renameSync(join(folder, part), join(home, 'moved'));
    symlinkSync(join(home, 'moved'), join(folder, part));
    await expectRefused('store-folder-link');
  });

  it('when a segment of the journal has become a symbolic link', async () => {
    renameSync(join(folder, 'journal/000001.jnl'), join(home, 'moved'));
    symlinkSync(join(home, 'moved'), join(folder, 'journal/000001.jnl'));
    await expectRefused('store-read-failed');
  });

  it('when a file stands where the folder should be', async () => {
    writeFileSync(join(home, 'file'), '');
    await expectRefused('store-folder-not-a-folder', realFs, join(home, 'file'));
  });

  it.each(['770', '707', '720'])('in a folder that others may write (mode %s)', async (mode) => {
    chmodSync(folder, Number.parseInt(mode, 8));
    await expectRefused('store-folder-shared');
  });

  it('in a folder of another user', () => expectRefused('store-folder-of-other-user', withDisk({ entry: entryOfAnotherUser })));

  it('in a folder that this user may not write', async () => {
    await expectRefused('store-folder-unwritable', withDisk({ checkWritable: () => fail('EACCES') }));
    if (process.getuid?.() === 0) return; // the administrator may write everywhere
    chmodSync(folder, 0o500);
    await expectRefused('store-folder-unwritable');
    chmodSync(folder, 0o700);
  });

  it('on a disk that is mounted read-only', () => expectRefused('store-read-only-disk', withDisk({ checkWritable: () => fail('EROFS') })));

  it.each([
    ['NFS', 0x6969],
    ['SMB', 0xfe534d42],
    ['CIFS', 0xff534d42],
    ['FAT', 0x4d44],
    ['exFAT', 0x2011bab0],
    ['9p', 0x01021997],
  ])('on a %s disk, whose locks and renames keep no promise', (_name, magic) =>
    expectRefused('store-network-folder', withDisk({ systemOf: () => magic })),
  );

  it('when the disk gives an error', () => expectRefused('store-read-failed', withDisk({ list: () => fail('EIO') })));
});

describe('looking is allowed where writing is not', () => {
  it('a read-only opening changes nothing, not even a lock file', async () => {
    rmSync(join(folder, 'store.lock'), { force: true });
    const store = await openStore(folder, { readOnly: true, io: withDisk({ checkWritable: () => fail('EROFS') }) });
    expect(store.read().counters['P-2026']).toEqual({ last: 1 });
    await expect(store.transact(request(2), () => rowAndCounter(2))).rejects.toMatchObject({ code: 'store-read-only' });
    await store.close();
    expect(realFs.list(folder)).not.toContain('store.lock');
  });
});

describe('records are not set up', () => {
  it('where there are records already', async () => {
    const before = contentOf(home);
    await expect(createStore(folder, genesis)).rejects.toMatchObject({ code: 'store-exists' });
    expect(contentOf(home)).toEqual(before);
  });

  it('among other people’s files', async () => {
    mkdirSync(join(home, 'letters'));
    writeFileSync(join(home, 'letters/a.txt'), '');
    const before = contentOf(home);
    await expect(createStore(join(home, 'letters'), genesis)).rejects.toMatchObject({ code: 'store-folder-not-empty' });
    expect(contentOf(home)).toEqual(before);
  });

  it('behind a link, or on a file', async () => {
    symlinkSync(home, join(home, 'link'));
    writeFileSync(join(home, 'file'), '');
    await expect(createStore(join(home, 'link'), genesis)).rejects.toMatchObject({ code: 'store-folder-link' });
    await expect(createStore(join(home, 'file'), genesis)).rejects.toMatchObject({ code: 'store-folder-not-a-folder' });
  });

  it('on a network disk: the folder that was made for them is gone again', async () => {
    const io = withDisk({ systemOf: () => 0x6969 });
    await expect(createStore(join(home, 'a/b/c'), { ...genesis, io })).rejects.toMatchObject({ code: 'store-network-folder' });
    expect(realFs.entry(join(home, 'a'))).toBeUndefined();
  });

  it('by somebody without a name, or at no moment: nothing is left behind', async () => {
    const nobody = { ...genesis, actor: { ...genesis.actor, person: '' } };
    for (const wrong of [nobody, { ...genesis, now: 'yesterday' }, { ...genesis, identity: { ...genesis.identity, unit: '' } }]) {
      await expect(createStore(join(home, 'new'), wrong)).rejects.toMatchObject({ code: 'store-invalid-change' });
      expect(realFs.entry(join(home, 'new'))).toBeUndefined();
    }
  });

  it('twice by two programs at once: one of them founds the office, the other is refused', async () => {
    const both = await Promise.allSettled([createStore(join(home, 'two'), genesis), createStore(join(home, 'two'), genesis)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await openStore(join(home, 'two'))).verify({ deep: true }).problems).toEqual([]);
  });
});

describe('somebody who comes second', () => {
  it.each(['store-exists', 'store-busy'])(
    'is refused with %s and takes nothing away from who came first: neither rights nor lock',
    async (code) => {
      const shared = join(home, 'shared');
      mkdirSync(shared, { mode: 0o755 });
      let waited = false;
      const lock: TryLock = () => (waited && code === 'store-exists' ? { release: () => undefined } : { busy: '7' });
      const second = createStore(shared, { ...genesis, lock, patience: 500 });
      const first = await createStore(shared, genesis);
      waited = true;
      await expect(second).rejects.toMatchObject({ code });
      expect(realFs.entry(shared)?.mode).toBe(0o700);
      expect(realFs.list(shared)).toContain('store.lock');
      expect(await first.transact(request(1), () => rowAndCounter(1))).toBe(1);
    },
  );
});

describe('records are set up', () => {
  it('in a new folder below folders that do not exist yet, for this user alone', async () => {
    const store = await createStore(join(home, 'a/b/office'), genesis);
    expect(store.identity).toEqual(genesis.identity);
    const modes = Object.entries(contentOf(join(home, 'a'))).map(([path, content]) => `${path} ${content.split(' ')[0] ?? ''}`);
    expect(modes).toEqual([
      'b 700',
      'b/office 700',
      'b/office/documents 700',
      'b/office/journal 700',
      'b/office/journal/000001.jnl 600',
      'b/office/quarantine 700',
    ]);
  });

  it('in an empty folder that others could read: now they cannot', async () => {
    mkdirSync(join(home, 'open'), { mode: 0o755 });
    await createStore(join(home, 'open'), genesis);
    expect(realFs.entry(join(home, 'open'))?.mode).toBe(0o700);
  });

  it('over what an earlier attempt left when it was killed', async () => {
    mkdirSync(join(home, 'again/.new-77-journal'), { recursive: true, mode: 0o700 });
    writeFileSync(join(home, 'again/.new-77-journal/000001.jnl'), 'half');
    mkdirSync(join(home, 'again/documents'));
    await createStore(join(home, 'again'), genesis);
    expect([...realFs.list(join(home, 'again'))].sort()).toEqual(['documents', 'journal', 'quarantine', 'store.lock']);
  });
});

it('the administrator may look at the records of another user, and nobody else may', async () => {
  const looked = await openStore(folder, { readOnly: true, io: withDisk({ entry: entryOfAnotherUser }) }).then(
    () => 'shown',
    (error: { code: string }) => error.code,
  );
  expect(looked).toBe(process.getuid?.() === 0 ? 'shown' : 'store-folder-of-other-user');
});

function entryOfAnotherUser(path: string): ReturnType<StoreFs['entry']> {
  const found = realFs.entry(path);
  return found === undefined ? undefined : { ...found, owner: (process.getuid?.() ?? 0) + 1 };
}
