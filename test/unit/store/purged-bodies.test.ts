import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from '../../../src/store/canonical-json.js';
import { createStore } from '../../../src/store/create-store.js';
import type { FrameBody } from '../../../src/store/frame-body.js';
import { decodeFrame, type Previous } from '../../../src/store/frame.js';
import { openStore, type OpenOptions } from '../../../src/store/store.js';
import { soundLine } from '../../fixtures/store/forged-journal.js';
import { memoryDisk, type MemoryDisk } from '../../fixtures/store/memory-disk.js';
import { genesis, moment, putRow, request, rowAndCounter } from '../../fixtures/store/office.js';

const folder = '/office';
const path = `${folder}/journal/000001.jnl`;
const lock: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });
const tombstone = { purged: { at: moment(9), by: '周敏', reason: '到期', bytes: 812 } };
let disk: MemoryDisk;
let last: Previous;

/** An office of three records, the second of which has lost its body. */
beforeEach(async () => {
  disk = memoryDisk();
  const store = await createStore(folder, { ...genesis, io: disk.io, lock });
  for (const n of [1, 2]) await store.transact(request(n), () => rowAndCounter(n));
  last = { seq: 3, head: store.head };
  const lines = (disk.files().get(path)?.toString() ?? '').split('\n');
  const header = lines[1]?.slice(lines[1].indexOf('"header":'));
  lines[1] = `${lines[1]?.slice(0, 65) ?? ''}{"body":${canonicalJson(tombstone)},${header ?? ''}`;
  disk.put(path, Buffer.from(lines.join('\n')));
});

function append(body: FrameBody): void {
  disk.put(path, Buffer.concat([disk.files().get(path) ?? Buffer.alloc(0), soundLine(last, body)]));
}

const open = () => openStore(folder, { io: disk.io, lock });

describe('a record whose body was removed', () => {
  it('is damage while no later record tells of the removal', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'store-forged-tombstone', exit: 20, params: { seq: 2 } });
    const salvaged = await openStore(folder, { io: disk.io, lock, salvage: true });
    expect(salvaged.verify({ deep: true }).problems).toMatchObject([
      { code: 'store-forged-tombstone', params: { seq: 2, file: '000001.jnl' } },
    ]);
  });

  it('is sound once a later record names it and its tombstone', async () => {
    append({ changes: [], documents: [], purges: [{ seq: 2, tombstone: sha256(canonicalJson(tombstone)) }] });
    const store = await open();
    expect(store.verify({ deep: true })).toMatchObject({ purged: 1, problems: [] });
    expect(store.frames().map(({ isPurged }) => isPurged)).toEqual([false, true, false, false]);
    expect(JSON.stringify(store.read().rows)).not.toContain('职工1');
  });

  it('is damage when the later record names another tombstone', async () => {
    append({ changes: [], documents: [], purges: [{ seq: 2, tombstone: 'f'.repeat(64) }] });
    await expect(open()).rejects.toMatchObject({ code: 'store-forged-tombstone' });
  });

  it('is damage when a later record of another kind follows', async () => {
    append({ changes: [putRow(3)], documents: [] });
    await expect(open()).rejects.toMatchObject({ code: 'store-forged-tombstone' });
  });
});

it('the founding cannot be removed', () => {
  const founding = soundLine({ seq: 0, head: '0'.repeat(64) }, { identity: genesis.identity });
  expect(decodeFrame(founding.subarray(0, -1), { seq: 0, head: '0'.repeat(64) })).toBeDefined();
  const header = founding.toString().slice(founding.toString().indexOf('"header":'), -1);
  const emptied = Buffer.from(`${founding.toString('latin1', 0, 64)} {"body":${canonicalJson(tombstone)},${header}`);
  expect(decodeFrame(emptied, { seq: 0, head: '0'.repeat(64) })).toBeUndefined();
});
