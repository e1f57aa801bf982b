import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/app-error.js';
import { canonicalJson, sha256 } from '../../src/store/canonical-json.js';
import { openStore } from '../../src/store/store.js';
import { forgedLine } from '../fixtures/store/forged-journal.js';
import type { MemoryDisk } from '../fixtures/store/memory-disk.js';
import { assessment, identity, putRow, request, rowAndCounter } from '../fixtures/store/office.js';
import { lastSegment, openAs, readBack, withFile, withSnapshot } from './damage.js';
import { folder, startedDisk } from './every-call-fails.js';

let office: MemoryDisk;
let head: string;

beforeAll(async () => {
  office = await startedDisk(2);
  head = (await openStore(folder, openAs(office))).head;
});

const sound = canonicalJson({ changes: [putRow(3)], documents: [] });
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const line = (body: string, header?: Readonly<Record<string, unknown>>) => (): Buffer => forgedLine({ seq: 3, head }, body, header);

/** Lines with right hashes, wherever the wrong thing is not the hash itself. */
const garbage: readonly (readonly [what: string, line: () => Buffer])[] = [
  ['null', line('null')],
  ['a list', line('[]')],
  ['a text', line('"records"')],
  ['an empty object', line('{}')],
  ['a number that is none', line('1e999')],
  ['a record of an unknown book', line('{"changes":[{"collection":"secrets","id":"1","value":null}],"documents":[]}')],
  ['a row without its cells', line(canonicalJson({ changes: [{ collection: 'rows', id: 'a', value: { rowId: 'a' } }], documents: [] }))],
  ['a change with a key more', line(canonicalJson({ changes: [{ ...putRow(3), by: 'x' }], documents: [] }))],
  ['a document without a digest', line('{"changes":[],"documents":["../../etc/passwd"]}')],
  ['the same key twice', line('{"changes":[],"changes":[],"documents":[]}')],
  ['keys out of order', line('{"documents":[],"changes":[]}')],
  ['blanks', line('{"changes": [],"documents":[]}')],
  ['a byte order mark', line(`\uFEFF${sound}`)],
  ['200,000 brackets', line(deep(200_000))],
  ['200,000 brackets in a row', line(`{"changes":[{"collection":"rows","id":"a","value":${deep(200_000)}}],"documents":[]}`)],
  ['a second founding', line(canonicalJson({ identity }))],
  ['a number skipped', line(sound, { seq: 5 })],
  ['a number used twice', line(sound, { seq: 3 })],
  ['another record before it', line(sound, { prev: 'f'.repeat(64) })],
  ['the digest of another body', line(sound, { bodyDigest: 'f'.repeat(64) })],
  ['no moment', line(sound, { at: 'yesterday' })],
  ['nobody who did it', line(sound, { actor: { person: '', role: 'officer', proof: 'claimed' } })],
  ['a key more in its header', line(sound, { note: 'x' })],
  [
    'a hash in capitals',
    () =>
      Buffer.from(
        line(sound)()
          .toString()
          .replace(/^[0-9a-f]{64}/, (hash) => hash.toUpperCase()),
      ),
  ],
  ['bytes that are no UTF-8', () => Buffer.concat([line(sound)().subarray(0, 80), Buffer.from([0xff, 0xfe]), line(sound)().subarray(82)])],
  ['an empty line', () => Buffer.from('\n')],
  ['a line of Windows', () => Buffer.from(line(sound)().toString().replace('\n', '\r\n'))],
];

describe('a record of garbage with right hashes', () => {
  it('would be taken if it were a sound record', async () => {
    const { records, told } = await readBack(appended(line(sound)()));
    expect(told).toEqual([]);
    expect(records).toContain('职工3');
  });

  it.each(garbage)('%s is damage with its place, and nothing is overwritten', async (_what, make) => {
    const disk = appended(make());
    const [path, content] = lastSegment(office);
    const damage = { code: 'store-damaged', params: { file: path.split('/').at(-1), byte: content.length, last: 3 } };
    await expect(openStore(folder, openAs(disk))).rejects.toMatchObject(damage);
    const salvaged = await openStore(folder, { ...openAs(disk), salvage: true });
    expect(salvaged.damage).toMatchObject(damage);
    expect(Object.keys(salvaged.read().rows)).toHaveLength(2);
    await expect(salvaged.transact(request(9), () => rowAndCounter(9))).rejects.toMatchObject({ code: 'store-read-only' });
    expect(disk.files()).toEqual(appended(make()).files());
  });
});

describe('records of a newer program', () => {
  const newer = canonicalJson({ upgraded: { format: 2, toolVersion: '9.0.0' } });

  it('are named with the version that can read them, are no damage, and stay as they are', async () => {
    const disk = appended(line(newer)());
    await expect(openStore(folder, openAs(disk))).rejects.toMatchObject({
      code: 'store-newer-format',
      exit: 3,
      params: { format: 2, version: '9.0.0' },
    });
    expect(disk.files()).toEqual(appended(line(newer)()).files());
  });

  it('from their founding on too', async () => {
    const founding = canonicalJson({ identity: { ...identity, format: 2, colour: 'red' } });
    const disk = withFile(office, `${folder}/journal/000001.jnl`, forgedLine({ seq: 0, head: '0'.repeat(64) }, founding));
    await expect(openStore(folder, openAs(disk))).rejects.toMatchObject({ code: 'store-newer-format' });
  });
});

describe('a snapshot of garbage', () => {
  const sealed = (text: string): Buffer => Buffer.from(`${sha256(text)} ${text}`);
  const contents: readonly (readonly [string, Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['null', Buffer.from('null')],
    ['null under the right digest', sealed('null')],
    ['another shape', sealed('{"position":1}')],
    ['the same key twice', sealed('{"set":{},"set":{}}')],
    ['200,000 brackets', sealed(deep(200_000))],
    ['a byte order mark', Buffer.concat([Buffer.from('\uFEFF'), sealed('{}')])],
  ];

  it.each(contents)('%s is no snapshot: the records are read from the journal, and are right', async (_what, content) => {
    const disk = withFile(office, `${folder}/snapshot.json`, content);
    expect(await readBack(disk)).toEqual(await readBack(office));
  });

  it('of another office is told, for the journal lacks what it knows', async () => {
    const other = await withSnapshot(await startedDisk(3));
    const disk = withFile(office, `${folder}/snapshot.json`, other.files().get(`${folder}/snapshot.json`) ?? Buffer.alloc(0));
    expect((await readBack(disk)).told[0]).toMatch(/^store-truncated/);
  });

  it('with a right digest and a wrong row is believed when opening, and told by the verification: it is not signed', async () => {
    const disk = await withSnapshot(office);
    const text = disk.files().get(`${folder}/snapshot.json`)?.toString().slice(65).replaceAll('职工1', '职工9') ?? '';
    const forged = withFile(disk, `${folder}/snapshot.json`, sealed(text));
    const { told, records } = await readBack(forged);
    expect(records).toContain('职工9');
    expect(told).toEqual(['store-snapshot-differs 3']);
  });
});

describe('a body of garbage', () => {
  const { document } = assessment(2).entry;

  const texts: readonly (readonly [string, string])[] = [
    ['null', 'null'],
    ['another body', '{}'],
    ['the same key twice', '{"a":1,"a":1}'],
    ['a byte order mark', '\uFEFF{}'],
    ['200,000 brackets', deep(200_000)],
    ['nothing', ''],
  ];

  it.each(texts)('%s is damage with its name', async (_what, text) => {
    const disk = withFile(office, `${folder}/documents/${document}.json`, Buffer.from(text));
    const store = await openStore(folder, openAs(disk));
    expect(() => store.readDocument(document)).toThrow(new AppError('store-document-damaged', { file: `documents/${document}.json` }));
    expect(store.verify({ deep: true }).problems).toEqual([
      { code: 'store-document-damaged', params: { file: `documents/${document}.json` } },
    ]);
  });

  it('is put aside, not overwritten, when the same body is kept again', async () => {
    const disk = withFile(office, `${folder}/documents/${document}.json`, Buffer.from('null'));
    const store = await openStore(folder, openAs(disk));
    const { body, entry } = assessment(2);
    await store.transact(request(9), () => ({
      kind: 'kept again',
      changes: [{ collection: 'assessments', id: entry.id, value: entry }],
      documents: [body],
      result: 0,
    }));
    expect(store.verify({ deep: true })).toMatchObject({ problems: [], setAside: [`damaged-${document}.json`] });
    expect(disk.files().get(`${folder}/quarantine/damaged-${document}.json`)?.toString()).toBe('null');
  });
});

function appended(bytes: Buffer): MemoryDisk {
  const [path, content] = lastSegment(office);
  return withFile(office, path, Buffer.concat([content, bytes]));
}
