import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from '../../../src/store/create-store.js';
import { openStore, type OpenOptions, type Store } from '../../../src/store/store.js';
import type { StoreFs } from '../../../src/store/store-fs.js';
import { fail, memoryDisk, type MemoryDisk } from '../../fixtures/store/memory-disk.js';
import { genesis, identity, request, rowAndCounter } from '../../fixtures/store/office.js';

const folder = '/office';
const lock: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });

let disk: MemoryDisk;
let store: Store;
const open = (more: OpenOptions = {}): Promise<Store> => openStore(folder, { io: disk.io, lock, ...more });
const nothing = { kind: 'nothing', changes: [], result: undefined };

beforeEach(async () => {
  disk = memoryDisk();
  store = await createStore(folder, { ...genesis, io: disk.io, lock });
});

describe('an open store', () => {
  it('knows whose records it holds, its newest head and its lock', async () => {
    await store.transact(request(1), () => rowAndCounter(1));
    expect(store.identity).toEqual(identity);
    expect(store.head).toBe(store.frames().at(-1)?.hash);
    expect(['kernel', 'epoch', 'share']).toContain(store.lockKind);
    expect(store.damage).toBeUndefined();
  });

  it('notices that somebody cut records off, and writes nothing more', async () => {
    for (const n of [1, 2, 3]) await store.transact(request(n), () => rowAndCounter(n));
    const path = `${folder}/journal/000001.jnl`;
    const content = disk.files().get(path) ?? Buffer.alloc(0);
    disk.put(path, content.subarray(0, content.lastIndexOf(0x0a, -2) + 1));
    expect(() => store.read()).toThrow(
      expect.objectContaining({ code: 'store-truncated', exit: 20, params: expect.objectContaining({ last: 3, known: 4 }) as unknown }),
    );
    const before = disk.copy().files();
    await expect(store.transact(request(9), () => rowAndCounter(9))).rejects.toMatchObject({ code: 'store-truncated' });
    expect(disk.files()).toEqual(before);
  });

  it('notices the cutting-off of a record of another program too, once it has seen that record under the lock', async () => {
    await (await open()).transact(request(1), () => rowAndCounter(1));
    await store.transact(request(2), () => nothing);
    const path = `${folder}/journal/000001.jnl`;
    const content = disk.files().get(path) ?? Buffer.alloc(0);
    disk.put(path, content.subarray(0, content.lastIndexOf(0x0a, -2) + 1));
    expect(() => store.read()).toThrow(expect.objectContaining({ code: 'store-truncated' }));
  });

  it('takes no reading in the midst of a withdrawal for damage: it looks a second time', async () => {
    await store.transact(request(1), () => rowAndCounter(1));
    let spoiled = 0;
    const read: StoreFs['read'] = (handle, buffer, offset, length, position) => {
      const count = disk.io.read(handle, buffer, offset, length, position);
      if (length > 64 && (spoiled += 1) === 1) buffer[offset + length - 100] = 0x78;
      return count;
    };
    const reader = await open({ readOnly: true, io: { ...disk.io, read } });
    expect([spoiled, reader.read().counters['P-2026']]).toEqual([2, { last: 1 }]);
  });

  it('removes what a killed program left half-written, with its first transaction', async () => {
    disk.put(`${folder}/.new-77-snapshot.json`, Buffer.from('{"pos'));
    const next = await open();
    expect([...disk.files().keys()].filter((path) => path.includes('.new-'))).toHaveLength(1);
    await next.transact(request(1), () => rowAndCounter(1));
    expect([...disk.files().keys()].filter((path) => path.includes('.new-'))).toEqual([]);
  });

  it('notices that the journal was exchanged for another one, even one of the same length', async () => {
    const elsewhere = memoryDisk();
    const other = await createStore(folder, { ...genesis, identity: { ...identity, unit: '青山市文化局' }, io: elsewhere.io, lock });
    for (const each of [store, other]) for (const n of [1, 2]) await each.transact(request(n), () => rowAndCounter(n));
    const path = `${folder}/journal/000001.jnl`;
    const [mine, theirs] = [disk, elsewhere].map((each) => each.files().get(path) ?? Buffer.alloc(0));
    expect(theirs).toHaveLength(mine?.length ?? 0);
    disk.put(path, theirs ?? Buffer.alloc(0));
    expect(() => store.read()).toThrow(expect.objectContaining({ code: 'store-truncated', exit: 20 }));
  });

  it('that was read-only from the start sees the records of others', async () => {
    const reader = await open({ readOnly: true });
    await store.transact(request(1), () => rowAndCounter(1));
    expect(reader.read().counters['P-2026']).toEqual({ last: 1 });
  });

  it('is not misled by a record that its writer took back: it was never acknowledged', async () => {
    await store.transact(request(1), () => rowAndCounter(1));
    const reader = await open({ readOnly: true });
    const seen: unknown[] = [];
    const datasync = (): never => {
      seen.push(reader.read().counters['P-2026']?.last);
      return fail('EIO');
    };
    const writer = await open({ io: { ...disk.io, datasync } });
    await expect(writer.transact(request(2), () => rowAndCounter(2))).rejects.toMatchObject({ code: 'store-write-failed' });
    seen.push(reader.read().counters['P-2026']?.last);
    await store.transact(request(3), () => rowAndCounter(3));
    seen.push(reader.read().counters['P-2026']?.last);
    expect(seen).toEqual([2, 1, 3]);
  });
});
