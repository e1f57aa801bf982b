import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Transaction } from '../../src/domain/change.js';
import { canonicalJson } from '../../src/store/canonical-json.js';
import { createStore } from '../../src/store/create-store.js';
import { tryEpochLock } from '../../src/store/epoch-lock.js';
import { openStore, type Store } from '../../src/store/store.js';
import { memoryDisk, type MemoryDisk } from '../fixtures/store/memory-disk.js';
import { assessment, genesis, putRow, request, row } from '../fixtures/store/office.js';

/** What an office may do, in any order: programs `0` and `1` have the records open at the same time. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    by: fc.nat(1),
    rows: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
    revision: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    kind: fc.constant('drop' as const),
    by: fc.nat(1),
    rows: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
    revision: fc.constant(0),
  }),
  fc.record({
    kind: fc.constant('assess' as const),
    by: fc.nat(1),
    rows: fc.array(fc.nat(5), { minLength: 1, maxLength: 1 }),
    revision: fc.constant(0),
  }),
  fc.record({
    kind: fc.constantFrom('refused' as const, 'reopen' as const, 'look' as const),
    by: fc.nat(1),
    rows: fc.constant([]),
    revision: fc.constant(0),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Model {
  readonly rows: Record<string, unknown>;
  readonly bodies: Record<string, unknown>;
}

const folder = '/office';
const options = (disk: MemoryDisk) => ({ io: disk.io, lock: tryEpochLock, limits: { segmentBytes: 1800, snapshotFrames: 4 } });

function transactionOf({ kind, rows, revision }: Step, model: Model): Transaction<unknown> {
  if (kind === 'assess') {
    const { body, entry } = assessment(rows[0] ?? 0);
    model.bodies[entry.document] = body;
    return { kind, changes: [{ collection: 'assessments', id: entry.id, value: entry }], documents: [body], result: 0 };
  }
  for (const n of rows) {
    if (kind === 'put') model.rows[row(n).rowId] = row(n, revision);
    else Reflect.deleteProperty(model.rows, row(n).rowId);
  }
  const changes = rows.map((n) => (kind === 'put' ? putRow(n, revision) : { collection: 'rows' as const, id: row(n).rowId, value: null }));
  return { kind, changes, result: 0 };
}

async function take(disk: MemoryDisk, stores: Store[], each: Step, model: Model): Promise<void> {
  const store = stores[each.by] ?? expect.unreachable();
  if (each.kind === 'reopen') {
    await store.close();
    stores[each.by] = await openStore(folder, options(disk));
  } else if (each.kind === 'look') expectModel(store, model);
  else if (each.kind === 'refused') {
    const wrong = { kind: 'wrong', changes: [putRow(1, 99), { ...putRow(2), id: '' }], result: 0 };
    await expect(store.transact(request(1), () => wrong)).rejects.toMatchObject({ code: 'store-invalid-change' });
  } else {
    await store.transact(request(1), () => transactionOf(each, model));
  }
}

function expectModel(store: Store, { rows, bodies }: Model): void {
  const set = store.read();
  expect(canonicalJson(set.rows)).toBe(canonicalJson(rows));
  const documents = Object.values(set.assessments).map(({ document }) => document);
  expect(Object.fromEntries(documents.map((digest) => [digest, store.readDocument(digest)]))).toEqual(bodies);
}

it('whatever an office does, and however often its programs open and close, the records are those of a simple list', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const disk = memoryDisk();
      await createStore(folder, { ...genesis, io: disk.io, lock: tryEpochLock });
      const model: Model = { rows: {}, bodies: {} };
      const stores = [await openStore(folder, options(disk)), await openStore(folder, options(disk))];
      for (const each of steps) await take(disk, stores, each, model);
      for (const store of [...stores, await openStore(folder, options(disk))]) expectModel(store, model);
      expect(stores[0]?.verify({ deep: true }).problems).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('this property goes red when a record is dropped on the way', async () => {
  const forgetful = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
    const disk = memoryDisk();
    const store = await createStore(folder, { ...genesis, io: disk.io, lock: tryEpochLock });
    const model: Model = { rows: {}, bodies: {} };
    const kept = { rows: {}, bodies: {} };
    for (const [index, each] of steps.filter(({ kind }) => ['put', 'drop', 'assess'].includes(kind)).entries()) {
      const transaction = transactionOf(each, model);
      if (index !== 2) await store.transact(request(1), () => transactionOf(each, kept));
      expect(transaction.kind).toBe(each.kind);
    }
    expectModel(store, model);
  });
  expect((await fc.check(forgetful, { numRuns: 100 })).failed).toBe(true);
});
