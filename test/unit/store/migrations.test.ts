import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/store/canonical-json.js';
import { chainStart, encodeFrame } from '../../../src/store/frame.js';
import type { Migration } from '../../../src/store/migrations.js';
import { migrations } from '../../../src/store/migrations.js';
import { openStore, type OpenOptions } from '../../../src/store/store.js';
import type { StoreFs } from '../../../src/store/store-fs.js';
import { readWhole, writeNew } from '../../../src/store/whole-files.js';
import { dieAtEveryCall } from '../../fault/mortal-disk.js';
import { memoryDisk, type MemoryDisk } from '../../fixtures/store/memory-disk.js';
import { identity, moment, officer, putRow, request, rowAndCounter } from '../../fixtures/store/office.js';

const lock: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });
const folder = '/office';
const copy = '/office-before-format-1';

/** A planted format: one line that holds the whole office. */
function oldOffice(): MemoryDisk {
  const disk = memoryDisk();
  for (const path of ['', '/journal', '/documents', '/quarantine']) disk.io.mkdir(`${folder}${path}`);
  const text = JSON.stringify({ body: { identity: { ...identity, format: 0 } }, rows: [1, 2] });
  disk.put(`${folder}/journal/000001.jnl`, Buffer.from(`${sha256(text)} ${text}\n`));
  return disk.copy();
}

function rewrite(io: StoreFs, from: string, target: string): void {
  const { rows } = JSON.parse(readWhole(io, `${from}/journal/000001.jnl`).subarray(65).toString()) as { readonly rows: readonly number[] };
  const header = { at: moment(0), bootId: 'boot', actor: officer };
  const first = encodeFrame({ ...header, seq: 1, prev: chainStart, kind: 'store.created' }, { identity });
  const head = first.toString('latin1', 0, 64);
  const second = encodeFrame(
    { ...header, seq: 2, prev: head, kind: 'store.migrated' },
    { changes: rows.map((n) => putRow(n)), documents: [] },
  );
  writeNew(io, `${target}/journal/000001.jnl`, Buffer.concat([first, second]));
}

const steps: readonly Migration[] = [{ from: 0, to: 1, migrate: rewrite }];
const open = (io: StoreFs, ways: readonly Migration[] = steps, more: OpenOptions = {}) =>
  openStore(folder, { io, lock, migrations: ways, ...more });

describe('records of an older format', () => {
  it('are copied as they were and then rewritten when they are opened for writing', async () => {
    const disk = oldOffice();
    const before = disk.files().get(`${folder}/journal/000001.jnl`);
    const store = await open(disk.io);
    expect(Object.keys(store.read().rows)).toHaveLength(2);
    await store.transact(request(5), () => rowAndCounter(5));
    expect(store.verify({ deep: true }).problems).toEqual([]);
    expect(disk.files().get(`${copy}/journal/000001.jnl`)).toEqual(before);
    expect(disk.files().get(`${folder}/quarantine/journal-format-0/000001.jnl`)).toEqual(before);
  });

  it('are only told about when they are opened for reading, or when no step leads here', async () => {
    const disk = oldOffice();
    const before = [...disk.files()];
    await expect(open(disk.io, steps, { readOnly: true })).rejects.toMatchObject({ code: 'store-older-format', params: { format: 0 } });
    await expect(open(disk.io, steps, { salvage: true })).rejects.toMatchObject({ code: 'store-older-format' });
    for (const ways of [[], [{ from: 0, to: 0, migrate: rewrite }]])
      await expect(open(disk.io, ways)).rejects.toMatchObject({ code: 'store-older-format', exit: 3 });
    expect([...disk.files()]).toEqual(before);
  });

  it('stay as they are when a step fails, or leaves something that cannot be read', async () => {
    const broken = (io: StoreFs, _from: string, target: string): void =>
      writeNew(io, `${target}/journal/000001.jnl`, Buffer.from('no record\n'));
    const failing = (): void => {
      throw new Error('a mistake in the step');
    };
    for (const migrate of [broken, failing]) {
      const disk = oldOffice();
      const before = [...disk.files()];
      await expect(open(disk.io, [{ from: 0, to: 1, migrate }])).rejects.toMatchObject({ code: 'store-migration-failed' });
      expect([...disk.files()].filter(([path]) => path.startsWith(`${folder}/`))).toEqual(before);
      expect(await open(disk.io)).toBeDefined();
    }
  });

  it('are the old or the new ones whenever the program is killed, and the next opening ends it', async () => {
    const deaths = await dieAtEveryCall(
      oldOffice,
      (io) => open(io),
      async (disk) => {
        const store = await open(disk.io);
        expect(Object.keys(store.read().rows)).toHaveLength(2);
        await store.transact(request(5), () => rowAndCounter(5));
        expect(disk.io.list(folder).filter((name) => name.startsWith('.new-'))).toEqual([]);
        expect(disk.io.list('/').filter((name) => name.startsWith('.new-'))).toEqual([]);
      },
    );
    expect(deaths).toBeGreaterThan(50);
  });
});

it('there is no older format yet', () => {
  expect(migrations).toEqual([]);
});
