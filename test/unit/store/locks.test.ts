import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { livingEpochHolder, tryEpochLock } from '../../../src/store/epoch-lock.js';
import { hasKernelLock, tryKernelLock } from '../../../src/store/kernel-lock.js';
import { acquireLock } from '../../../src/store/lock.js';
import type { Attempt, TryLock } from '../../../src/store/lock-attempt.js';
import { isAlive, ownHolder, type Holder } from '../../../src/store/lock-holder.js';
import { realFs, type StoreFs } from '../../../src/store/store-fs.js';
import { fail, memoryDisk, type MemoryDisk } from '../../fixtures/store/memory-disk.js';
import { scratchFolder } from '../../fixtures/store/scratch.js';

const scratch = scratchFolder();
const own = String(process.pid);
let disk: MemoryDisk;
let folder: string;
let number = 0;

beforeEach(() => {
  disk = memoryDisk();
  disk.io.mkdir('/office');
  folder = join(scratch, String((number += 1)));
  realFs.mkdir(folder);
});

const release = (attempt: Attempt): void => ('release' in attempt ? attempt.release() : expect.unreachable(`busy: ${attempt.busy}`));
const holder = (change: Partial<Holder>): Buffer => Buffer.from(JSON.stringify({ ...ownHolder(), ...change }));
const epochs = (): readonly string[] => [...disk.files().keys()].filter((path) => path.startsWith('/office/store.lock.'));

// Process 1 runs as long as the machine does, so its number with another start time is that of a program that has ended.
const ended = { pid: 1, start: '1' };

describe('a holder of a lock', () => {
  it.each<readonly [string, Partial<Holder>, boolean]>([
    ['is this program', {}, true],
    ['has ended, and its number was given to another', ended, false],
    ['has ended, and its number is free', { pid: 2 ** 22 + 1 }, false],
    ['is of an earlier start of the machine', { boot: 'yesterday' }, false],
    ['is in another container and cannot be seen, so it counts as alive', { pid: 2 ** 22 + 1, namespace: 'pid:[1]' }, true],
    ['has given the lock back', { free: true }, false],
  ])('%s', (_what, change, alive) => {
    expect(isAlive({ ...ownHolder(), ...change })).toBe(alive);
  });
});

describe('the link lock', () => {
  const attempt = (io: StoreFs = disk.io): Attempt => tryEpochLock(io, '/office');

  it('is had by one at a time, who is named to the others', () => {
    const first = attempt();
    expect(attempt()).toEqual({ busy: own });
    release(first);
    release(attempt());
  });

  it('never gives a number twice, and keeps no more than the last 64', () => {
    for (let n = 0; n < 80; n += 1) release(attempt());
    expect(epochs().at(-1)).toBe('/office/store.lock.0000000080');
    expect(epochs()).toHaveLength(64);
  });

  it.each([
    ['by a program that has ended', holder(ended)],
    ['before the machine was started again', holder({ boot: 'yesterday' })],
    ['in a file that a power cut emptied', Buffer.alloc(0)],
    ['in a file of garbage', Buffer.from('{"pid":')],
  ])('that was taken %s is free', (_what, content) => {
    disk.put('/office/store.lock.0000000005', content);
    release(attempt());
    expect(epochs().at(-1)).toBe('/office/store.lock.0000000006');
  });

  it('is busy while a program with the kernel’s lock is at work', () => {
    disk.put('/office/store.lock', holder({}));
    expect(attempt()).toEqual({ busy: own });
    expect(epochs()).toEqual([]);
  });

  it('is given back when the kernel’s lock was taken in the same moment', () => {
    const link: StoreFs['link'] = (from, to) => {
      disk.io.link(from, to);
      disk.put('/office/store.lock', holder({}));
    };
    expect(attempt({ ...disk.io, link })).toEqual({ busy: own });
    expect(livingEpochHolder(disk.io, '/office')).toBeUndefined();
  });

  it('is not had by a sleeper whose number others have long passed', () => {
    const link: StoreFs['link'] = (from, to) => {
      disk.put('/office/store.lock.0000000009', holder({ free: true }));
      disk.io.link(from, to);
    };
    expect(attempt({ ...disk.io, link })).toEqual({ busy: '?' });
    expect(epochs()).toEqual(['/office/store.lock.0000000009']);
  });

  it('is not had by the slower of two who want the same number', () => {
    expect(attempt({ ...disk.io, link: () => fail('EEXIST') })).toEqual({ busy: '?' });
  });

  it('is given back on a full disk too', () => {
    let isFull = false;
    const open: StoreFs['open'] = (path, flags, mode) => (isFull && mode !== undefined ? fail('ENOSPC') : disk.io.open(path, flags, mode));
    const first = attempt({ ...disk.io, open });
    isFull = true;
    release(first);
    release(attempt());
  });

  it('is given back when the disk fails before it could be used', () => {
    let lists = 0;
    const list: StoreFs['list'] = (path) => ((lists += 1) === 2 ? fail('EIO') : disk.io.list(path));
    expect(() => attempt({ ...disk.io, list })).toThrow('EIO');
    release(attempt());
  });
});

const hasFlock = process.platform !== 'win32' && hasKernelLock();

describe.skipIf(!hasFlock)(hasFlock ? 'the kernel’s lock' : 'the kernel’s lock (skipped: needs koffi for flock)', () => {
  const attempt = (io: StoreFs = realFs): Attempt => tryKernelLock(io, folder);
  const lockFile = (): string => join(folder, 'store.lock');

  it('is had by one at a time, who is named to the others', () => {
    const first = attempt();
    expect(attempt()).toEqual({ busy: own });
    release(first);
    release(attempt());
  });

  it('leaves its file where it is, for a second file would be a second lock', () => {
    release(attempt());
    expect(realFs.list(folder)).toEqual(['store.lock']);
  });

  it('is busy while a program without the native part is at work', () => {
    const other = tryEpochLock(realFs, folder);
    expect(attempt()).toEqual({ busy: own });
    release(other);
    release(attempt());
  });

  it('is given back when the disk fails before it could be used, and nobody is named any more', () => {
    expect(() => attempt({ ...realFs, list: () => fail('EIO') })).toThrow('EIO');
    release(attempt());
    const handle = realFs.open(lockFile(), 0);
    expect(realFs.size(handle)).toBe(0);
    realFs.close(handle);
  });

  it('holds even where no name can be left', () => {
    const first = attempt({ ...realFs, write: () => fail('ENOSPC') });
    expect(attempt()).toEqual({ busy: '?' });
    release(first);
  });
});

describe('who waits for a lock', () => {
  const busy = (times: number): TryLock => {
    let left = times;
    return () => ((left -= 1) < 0 ? { release: () => undefined } : { busy: '42' });
  };

  it('gets it when it becomes free', async () => {
    expect(await acquireLock(disk.io, '/office', busy(3))).toBeTypeOf('function');
  });

  it('is told in the end who has it', async () => {
    await expect(acquireLock(disk.io, '/office', busy(Infinity), 20)).rejects.toMatchObject({ code: 'store-busy', params: { pid: '42' } });
  });

  it('is told at once when the disk is full', async () => {
    await expect(acquireLock(disk.io, '/office', () => fail('ENOSPC'))).rejects.toMatchObject({ code: 'store-disk-full' });
  });
});
