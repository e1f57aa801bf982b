import { beforeEach, describe, expect, it } from 'vitest';
import type { Change, Transaction } from '../../../src/domain/change.js';
import type { WorkingSet } from '../../../src/domain/working-set.js';
import { createStore } from '../../../src/store/create-store.js';
import { openStore, type OpenOptions, type Store } from '../../../src/store/store.js';
import { soundLine } from '../../fixtures/store/forged-journal.js';
import { memoryDisk, type MemoryDisk } from '../../fixtures/store/memory-disk.js';
import {
  assessment,
  evidence,
  genesis,
  moment,
  officer,
  putCounter,
  putEvidence,
  putRow,
  request,
  row,
  rowAndAssessment,
  rowAndCounter,
  uuid,
} from '../../fixtures/store/office.js';

const folder = '/office';
let isHeld = false;
const lock: NonNullable<OpenOptions['lock']> = () => {
  if (isHeld) return { busy: '7' };
  isHeld = true;
  return { release: () => void (isHeld = false) };
};

let disk: MemoryDisk;
let store: Store;
const open = (more: OpenOptions = {}): Promise<Store> => openStore(folder, { io: disk.io, lock, ...more });
const step = (changes: readonly Change[], documents: readonly unknown[] = []): Transaction<string> => ({
  kind: 'test',
  changes,
  documents,
  result: 'done',
});

beforeEach(async () => {
  isHeld = false;
  disk = memoryDisk();
  store = await createStore(folder, { ...genesis, io: disk.io, lock });
});

describe('one transaction', () => {
  it('is read back as it was written, by this program and by the next one', async () => {
    expect(await store.transact(request(1), () => rowAndAssessment(1))).toBe(1);
    for (const reader of [store, await open()]) {
      expect(reader.read().rows[row(1).rowId]).toEqual(row(1));
      expect(reader.read().counters).toEqual({ 'P-2026': { last: 1 } });
      expect(reader.readDocument(assessment(1).entry.document)).toEqual(assessment(1).body);
    }
  });

  it('sees what another program wrote a moment before', async () => {
    const other = await open();
    await other.transact(request(1), () => rowAndCounter(1));
    const seen = await store.transact(request(2), (set) => ({ ...step([putCounter(2)]), result: set.counters['P-2026']?.last }));
    expect(seen).toBe(1);
  });

  it('that changes nothing leaves no record', async () => {
    const { head } = store;
    expect(await store.transact(request(1), () => step([]))).toBe('done');
    expect(store.head).toBe(head);
  });

  it('drops a record as well as it puts one', async () => {
    await store.transact(request(1), () => rowAndCounter(1));
    await store.transact(request(2), () => step([{ collection: 'rows', id: row(1).rowId, value: null }]));
    expect((await open()).read().rows).toEqual({});
  });

  it('may use any id, even the name of a built-in property', async () => {
    await store.transact(request(1), () => step(['__proto__', 'constructor', 'toString'].map((id) => putCounter(5, id))));
    for (const { counters } of [store.read(), (await open()).read()])
      expect(Object.keys(counters)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as { readonly last?: number }).last).toBeUndefined();
  });

  it('gives records that nobody can change in place', async () => {
    await store.transact(request(1), () => rowAndCounter(1));
    const kept = store.read().rows[row(1).rowId] as { cells: Record<string, unknown> };
    expect(() => (kept.cells['name'] = '别人')).toThrow(TypeError);
  });
});

describe('a transaction is refused as a whole, and the next one goes on', () => {
  const wrong: Readonly<Record<string, Transaction<string>>> = {
    'one record of two is not of its shape': step([putCounter(9), { collection: 'counters', id: 'x', value: { last: -1 } }]),
    'a record has a key that its book does not know': step([{ collection: 'counters', id: 'x', value: { last: 1, note: 'x' } as never }]),
    'a record has no id': step([putCounter(9, '')]),
    'an assessment comes without its body': step([
      putCounter(9),
      { collection: 'assessments', id: uuid(5001), value: assessment(1).entry },
    ]),
    'a body holds what JSON cannot': step([putCounter(9)], [{ at: new Date(0) }]),
  };

  it.each(Object.entries(wrong))('when %s', async (_what, transaction) => {
    const before = disk.copy().files();
    await expect(store.transact(request(1), () => transaction)).rejects.toMatchObject({ exit: 1 });
    expect(disk.files()).toEqual(before);
    expect(await store.transact(request(2), () => rowAndCounter(2))).toBe(2);
  });

  it.each([
    ['too long', { title: '承'.repeat(201) }, { code: 'text-too-long', params: { field: 'title', limit: 200 } }],
    ['missing', { by: { ...officer, person: '' } }, { code: 'text-missing', params: { field: 'person' } }],
  ])('when a text that a person typed is %s: the person is told which', async (_what, typed, refused) => {
    const before = disk.copy().files();
    const change = putEvidence({ ...evidence(1), ...typed });
    await expect(store.transact(request(1), () => step([putCounter(9), change]))).rejects.toMatchObject({ exit: 4, ...refused });
    expect(disk.files()).toEqual(before);
  });

  it('when the decision itself fails', async () => {
    const failure = new Error('no decision');
    await expect(
      store.transact(request(1), (): Transaction<string> => {
        throw failure;
      }),
    ).rejects.toBe(failure);
    expect(await store.transact(request(2), () => rowAndCounter(2))).toBe(2);
  });

  it('when nobody or no moment is named', async () => {
    await expect(store.transact({ actor: officer, at: 'today' }, () => rowAndCounter(1))).rejects.toMatchObject({
      code: 'store-invalid-change',
    });
    await expect(store.transact({ actor: { ...officer, person: '' }, at: moment(1) }, () => rowAndCounter(1))).rejects.toMatchObject({
      code: 'store-invalid-change',
    });
  });

  it('when another program has the lock for longer than one can wait', async () => {
    const other = await open({ patience: 5 });
    isHeld = true;
    await expect(other.transact(request(1), () => rowAndCounter(1))).rejects.toMatchObject({
      code: 'store-busy',
      exit: 3,
      params: { pid: '7' },
    });
    isHeld = false;
    expect(await other.transact(request(1), () => rowAndCounter(1))).toBe(1);
  });

  it('when somebody wrote into the journal without the lock; this program then writes no more', async () => {
    const path = `${folder}/journal/000001.jnl`;
    const foreign = soundLine({ seq: 1, head: store.head }, { changes: [putRow(7)], documents: [] });
    const meddled = store.transact(request(1), () => {
      disk.put(path, Buffer.concat([disk.files().get(path) ?? Buffer.alloc(0), foreign]));
      return rowAndCounter(1);
    });
    await expect(meddled).rejects.toMatchObject({ code: 'store-foreign-writer', exit: 3 });
    await expect(store.transact(request(2), () => rowAndCounter(2))).rejects.toMatchObject({ code: 'store-poisoned' });
    const reader = await open();
    expect([Object.keys(reader.read().rows), reader.verify({ deep: true }).problems]).toEqual([[row(7).rowId], []]);
  });
});

describe('two transactions of one program at once', () => {
  it('come one after the other', async () => {
    const next = (set: WorkingSet): Transaction<number> => rowAndCounter((set.counters['P-2026']?.last ?? 0) + 1);
    const numbers = await Promise.all(Array.from({ length: 8 }, (_, n) => store.transact(request(n), next)));
    expect([...numbers].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('time', () => {
  it('a clock that stands before the last record is noticed, and order stays that of the numbers', async () => {
    await store.transact(request(60), () => rowAndCounter(1));
    expect([store.isClockBehind(moment(59)), store.isClockBehind(moment(60)), store.isClockBehind(moment(61))]).toEqual([
      true,
      false,
      false,
    ]);
    await store.transact(request(5), () => rowAndCounter(2));
    expect(store.frames().map(({ header }) => [header.seq, header.at])).toEqual([
      [1, moment(0)],
      [2, moment(60)],
      [3, moment(5)],
    ]);
    expect((await open()).read().counters['P-2026']).toEqual({ last: 2 });
    expect((await open()).isClockBehind(moment(30))).toBe(true);
  });

  it('moments are compared as moments, whatever their offset', async () => {
    await store.transact({ actor: officer, at: '2026-09-01T18:00:00+08:00' }, () => rowAndCounter(1));
    expect(store.isClockBehind('2026-09-01T09:59:00Z')).toBe(true);
    expect(store.isClockBehind('2026-09-01T10:01:00Z')).toBe(false);
  });

  it('the latest moment survives a snapshot', async () => {
    const brief = await open({ limits: { snapshotFrames: 1 } });
    await brief.transact(request(60), () => rowAndCounter(1));
    await brief.transact(request(5), () => rowAndCounter(2));
    await brief.close();
    expect(disk.files().has(`${folder}/snapshot.json`)).toBe(true);
    expect((await open()).isClockBehind(moment(30))).toBe(true);
  });
});

describe('the list of records', () => {
  it('names what was done by whom and to which records, and never what they say', async () => {
    await store.transact(request(1), () => rowAndAssessment(1));
    await store.transact(request(2), () => step([{ collection: 'rows', id: row(1).rowId, value: null }]));
    const [founded, recorded, dropped] = store.frames();
    expect(founded).toMatchObject({ header: { seq: 1, kind: 'store.created', actor: officer }, changes: [], documents: 0 });
    expect(recorded).toMatchObject({ header: { seq: 2, kind: 'assessment.recorded' }, documents: 1, isPurged: false });
    expect(recorded?.changes.map(({ collection, op }) => `${op} ${collection}`)).toEqual(['put rows', 'put counters', 'put assessments']);
    expect(dropped?.changes).toEqual([{ collection: 'rows', id: row(1).rowId, op: 'drop' }]);
    expect(JSON.stringify(store.frames())).not.toContain('职工');
  });

  it('can be asked for the newest, or from a number on', async () => {
    for (let n = 1; n <= 5; n += 1) await store.transact(request(n), () => rowAndCounter(n));
    const numbers = (range: Parameters<Store['frames']>[0]): readonly number[] => store.frames(range).map(({ header }) => header.seq);
    expect(numbers({ limit: 2 })).toEqual([5, 6]);
    expect(numbers({ from: 3 })).toEqual([3, 4, 5, 6]);
    expect(numbers({ from: 2, limit: 1 })).toEqual([6]);
    expect(numbers({ limit: 0 })).toEqual([]);
  });
});
