import { statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/store/canonical-json.js';
import { createStore } from '../../../src/store/create-store.js';
import { openStore, type OpenOptions, type Store } from '../../../src/store/store.js';
import { memoryDisk, type MemoryDisk } from '../../fixtures/store/memory-disk.js';
import { evidence, genesis, keptScan, moment, officer, purgedEvidence, purgedScan, putEvidence, request, rowAndCounter, scan } from '../../fixtures/store/office.js';
import { scratchFolder } from '../../fixtures/store/scratch.js';

const folder = '/office';
const real = scratchFolder();
const lock: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });
const pathOf = (n: number): string => `${folder}/evidence/${sha256(scan(n))}`;

async function office(): Promise<{ readonly disk: MemoryDisk; readonly store: Store }> {
  const disk = memoryDisk();
  disk.io.mkdir(folder);
  await createStore(folder, { ...genesis, io: disk.io, lock });
  return { disk, store: await openStore(folder, { io: disk.io, lock }) };
}

const codes = (store: Store): readonly string[] => store.verify({ deep: true }).problems.map(({ code }) => code);

describe('a kept file', () => {
  it('stands under the digest of its bytes, which the journal names', async () => {
    const { disk, store } = await office();
    await store.transact(request(1), () => keptScan(1));
    expect(disk.files().get(pathOf(1))?.equals(scan(1))).toBe(true);
    expect(store.readFile(sha256(scan(1))).equals(scan(1))).toBe(true);
    expect(disk.files().get(`${folder}/journal/000001.jnl`)?.toString()).toContain(sha256(scan(1)));
    expect(store.verify({ deep: true })).toMatchObject({ evidence: 1, unneeded: [], problems: [] });
  });

  it('is for its owner only, file and folder', async () => {
    const root = join(real, 'office');
    const store = await createStore(root, { ...genesis });
    await store.transact(request(1), () => keptScan(1));
    expect([statSync(join(root, 'evidence')).mode & 0o777, statSync(join(root, 'evidence', sha256(scan(1)))).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  it('is written once: two records of the same bytes share it', async () => {
    const { disk, store } = await office();
    await store.transact(request(1), () => keptScan(1));
    await store.transact(request(2), () => ({ kind: 'evidence.kept', changes: [putEvidence(evidence(2, 1))], files: [scan(1)], result: 2 }));
    expect([...disk.files().keys()].filter((path) => path.includes('/evidence/'))).toEqual([pathOf(1)]);
  });

  it('is refused as a record without its file, and as a file without its record', async () => {
    const { disk, store } = await office();
    await expect(store.transact(request(1), () => ({ ...keptScan(1), files: [] }))).rejects.toMatchObject({ code: 'store-invalid-change', params: { detail: 'file' } });
    await expect(store.transact(request(1), () => ({ ...rowAndCounter(1), files: [scan(1)] }))).rejects.toMatchObject({ code: 'store-invalid-change', params: { detail: 'record' } });
    await expect(store.transact(request(1), () => ({ ...keptScan(1), files: [scan(2)] }))).rejects.toMatchObject({ code: 'store-invalid-change' });
    expect(disk.io.entry(`${folder}/evidence`)).toBeUndefined();
  });

  it('that is missing or has other bytes is damage by name; only reading every byte sees the second', async () => {
    const { disk, store } = await office();
    await store.transact(request(1), () => keptScan(1));
    disk.put(pathOf(1), scan(2));
    expect(store.verify({ deep: false }).problems).toEqual([]);
    expect([codes(store), store.checkFile(sha256(scan(1)))]).toEqual([['store-evidence-damaged'], 'differs']);
    expect(() => store.readFile(sha256(scan(1)))).toThrow('store-evidence-damaged');
    disk.io.unlink(pathOf(1));
    expect([store.verify({ deep: false }).problems[0], store.checkFile(sha256(scan(1)))]).toEqual([{ code: 'store-evidence-missing', params: { file: `evidence/${sha256(scan(1))}` } }, 'missing']);
  });

  it('that has other bytes is never written over: they go to quarantine, and the right ones stand in their place', async () => {
    const { disk, store } = await office();
    await store.transact(request(1), () => keptScan(1));
    disk.put(pathOf(1), scan(2));
    await store.transact(request(2), () => keptScan(1));
    expect(codes(store)).toEqual([]);
    const aside = [...disk.files()].filter(([path]) => path.includes('/quarantine/damaged-'));
    expect(aside.map(([, content]) => content.equals(scan(2)))).toEqual([true]);
  });

  it('and its folder are never a link', async () => {
    const root = join(real, 'linked');
    await createStore(root, { ...genesis });
    symlinkSync(real, join(root, 'evidence'));
    await expect(openStore(root)).rejects.toMatchObject({ code: 'store-folder-link' });
  });
});

describe('a purge', () => {
  it('takes the file away and leaves digest and tombstone; nothing is missing then', async () => {
    const { disk, store } = await office();
    await store.transact(request(1), () => keptScan(1));
    await store.transact(request(2), () => purgedScan(1));
    expect([disk.io.entry(pathOf(1)), store.hasFile(sha256(scan(1)))]).toEqual([undefined, false]);
    expect(store.read().evidence[evidence(1).id]).toEqual(purgedEvidence(evidence(1)));
    expect(store.verify({ deep: true })).toMatchObject({ evidence: 0, problems: [] });
  });

  it('leaves a file that another record still needs', async () => {
    const { store } = await office();
    await store.transact(request(1), () => keptScan(1));
    await store.transact(request(2), () => ({ kind: 'evidence.kept', changes: [putEvidence(evidence(2, 1))], result: 2 }));
    await store.transact(request(3), () => purgedScan(1));
    expect([store.hasFile(sha256(scan(1))), codes(store)]).toEqual([true, []]);
  });

  it('that was killed between tombstone and file is ended by the next program that writes', async () => {
    const { disk, store } = await office();
    await store.transact(request(1), () => keptScan(1));
    await store.transact(request(2), () => purgedScan(1));
    disk.put(pathOf(1), scan(1));
    const next = await openStore(folder, { io: disk.io, lock });
    expect(next.verify({ deep: true }).unneeded).toEqual([sha256(scan(1))]);
    await next.transact({ actor: officer, at: moment(50) }, () => rowAndCounter(1));
    expect(disk.io.entry(pathOf(1))).toBeUndefined();
  });
});

describe('records from before there was evidence', () => {
  it('open, are verified and keep their first file', async () => {
    const { disk, store } = await office();
    await store.transact(request(1), () => rowAndCounter(1));
    expect([disk.io.entry(`${folder}/evidence`), codes(store)]).toEqual([undefined, []]);
    await store.transact(request(2), () => keptScan(2));
    expect(codes(store)).toEqual([]);
  });
});
