import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.js';
import type { MemoryDisk } from '../fixtures/store/memory-disk.js';
import { request, rowAndCounter } from '../fixtures/store/office.js';
import { randomFrom } from '../fixtures/store/random.js';
import {
  complaintAbout,
  evidenceLost,
  lastSegment,
  openAs,
  readBack,
  trustingReadBack,
  wholeOffice,
  withFile,
  withSnapshot,
  type Findings,
  type ReadBack,
} from './damage.js';
import { folder } from './every-call-fails.js';

const flips = 3300;
let office: MemoryDisk;
let truth: Findings;

beforeAll(async () => {
  office = await wholeOffice();
  truth = await readBack(office);
});

/** Single bits over all files, spread evenly, at least sixty in each. */
function flippedBits(disk: MemoryDisk): readonly { readonly path: string; readonly bit: number }[] {
  const random = randomFrom(5);
  const files = [...disk.files()].filter(([, content]) => content.length > 0);
  const all = files.reduce((sum, [, content]) => sum + content.length * 8, 0);
  return files.flatMap(([path, content]) => {
    const bits = content.length * 8;
    const count = Math.max(60, Math.ceil((bits / all) * flips));
    const stride = bits / count;
    return Array.from({ length: count }, (_, index) => ({ path, bit: Math.min(bits - 1, Math.floor(index * stride + random() * stride)) }));
  });
}

function flipped(disk: MemoryDisk, path: string, bit: number): MemoryDisk {
  const content = Buffer.from(disk.files().get(path) ?? '');
  content[bit >> 3] = (content[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return withFile(disk, path, content);
}

async function complaintsAboutFlips(
  read: ReadBack,
  original: Findings,
): Promise<{ readonly tried: number; readonly told: number; readonly complaints: readonly string[] }> {
  const bits = flippedBits(office);
  const complaints: string[] = [];
  let told = 0;
  for (const { path, bit } of bits) {
    const found = await read(flipped(office, path, bit));
    told += Math.sign(found.told.length);
    complaints.push(
      ...[complaintAbout(path, original, found)].flatMap((text) => (text === undefined ? [] : [`bit ${String(bit)} of ${text}`])),
    );
  }
  return { tried: bits.length, told, complaints };
}

it('the office to be damaged is sound, and has every kind of file', () => {
  expect(truth.told).toEqual([]);
  expect([...office.files().keys()].map((path) => path.replace(/[0-9a-f]{64}/, '…')).sort()).toEqual(
    expect.arrayContaining([
      '/office/documents/….json',
      '/office/journal/000001.jnl',
      '/office/journal/000002.jnl',
      '/office/snapshot.json',
    ]),
  );
});

describe('one bit that flips anywhere', () => {
  it('is told with its place, or harms nothing because only a cache or a lock is hit', async () => {
    const { tried, told, complaints } = await complaintsAboutFlips(readBack, truth);
    expect(complaints).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(flips);
    expect(told).toBeGreaterThan(tried / 2);
  });

  it('never leads to a write over the damaged bytes, nor over the sound ones', async () => {
    const random = randomFrom(6);
    const some = flippedBits(office).filter(() => random() < 0.15);
    const lost: string[] = [];
    for (const { path, bit } of some)
      lost.push(...(await evidenceLost(flipped(office, path, bit))).map((each) => `bit ${String(bit)} of ${path}: ${each}`));
    expect(lost).toEqual([]);
  });

  it('would go unseen by a reader that believes what it reads: this harness goes red on it', async () => {
    const { complaints } = await complaintsAboutFlips(trustingReadBack, await trustingReadBack(office));
    expect(complaints.length).toBeGreaterThan(flips / 4);
  });
});

describe('a journal that was cut off', () => {
  it('inside a record is told as unfinished, shows the records before it, and the next transaction keeps the cut-off bytes', async () => {
    const [path, content] = lastSegment(office);
    const boundaries = recordEnds(content);
    const until = new Map<number, string | undefined>();
    for (const end of boundaries) until.set(end, (await readBack(withFile(office, path, content.subarray(0, end)))).records);
    for (let length = 0; length < content.length; length += 1) {
      if (boundaries.includes(length)) continue;
      const start = Math.max(...boundaries.filter((boundary) => boundary < length));
      const cut = withFile(office, path, content.subarray(0, length));
      expect(await readBack(cut)).toEqual({ told: [], unfinished: length - start, records: until.get(start) });
      if (length % 5 === 0 || boundaries.includes(length + 1)) await expectGoingOn(cut, content, length, start);
    }
  });

  it('before a record that the snapshot knows is damage, at every length', async () => {
    const disk = await withSnapshot(office);
    const [path, content] = lastSegment(disk);
    for (let length = 0; length < content.length; length += 1) {
      const { told } = await readBack(withFile(disk, path, content.subarray(0, length)));
      expect(told).toEqual(['store-truncated ' + (path.split('/').at(-1) ?? '')]);
    }
  });

  it('by whole records that no snapshot knows is not told: only a head that was printed before shows it', async () => {
    const [path, content] = lastSegment(office);
    const printed = (await openStore(folder, openAs(office))).head;
    for (const length of recordEnds(content).slice(0, -1)) {
      const cut = withFile(office, path, content.subarray(0, length));
      expect(await readBack(cut)).toMatchObject({ told: [], unfinished: 0 });
      expect((await openStore(folder, openAs(cut))).head).not.toBe(printed);
    }
  });
});

describe('a body', () => {
  it('that was cut off at any length is damage when it is read', async () => {
    const [path, content] = [...office.files()].find(([name]) => name.includes('/documents/')) ?? ['', Buffer.alloc(0)];
    for (let length = 0; length < content.length; length += 1) {
      const { told } = await readBack(withFile(office, path, content.subarray(0, length)));
      expect(told).toEqual([`store-document-damaged ${path.replace(`${folder}/`, '')}`]);
    }
  });
});

describe('a file that is gone', () => {
  it('is told with its name, unless it is a cache, a lock, or the end of the journal', async () => {
    const [last] = lastSegment(office);
    const silent: string[] = [];
    for (const path of office.files().keys()) {
      const disk = office.copy();
      disk.io.unlink(path);
      const { told, records } = await readBack(disk);
      if (told.length === 0 && records !== truth.records) silent.push(path);
      if (told.length === 0 && records === truth.records) expect(path).toMatch(/snapshot\.json|store\.lock/);
    }
    expect(silent).toEqual([last]);
  });

  it('is damage too when it is the last full segment and the next one is still empty', async () => {
    const [last] = lastSegment(office);
    const empty = `${folder}/journal/000009.jnl`.replace('9', String(Number(last.slice(-5, -4)) + 1));
    const disk = await withSnapshot(withFile(office, empty, Buffer.alloc(0)));
    disk.io.unlink(last);
    expect((await readBack(disk)).told[0]).toMatch(/^store-(damaged|truncated) /);
  });
});

/** Works on behind a cut at `length`, where the unfinished record begins at `start`. */
async function expectGoingOn(cut: MemoryDisk, content: Buffer, length: number, start: number): Promise<void> {
  const store = await openStore(folder, openAs(cut));
  await store.transact(request(90), () => rowAndCounter(90));
  expect(store.verify({ deep: true }).problems).toEqual([]);
  const kept = [...cut.files()].filter(([name]) => name.includes('/quarantine/')).map(([, bytes]) => bytes);
  const lacksOnlyNewline = recordEnds(content).includes(length + 1);
  expect(kept).toEqual(lacksOnlyNewline ? [] : [content.subarray(start, length)]);
}

function recordEnds(content: Buffer): readonly number[] {
  const ends = [0];
  for (let at = content.indexOf(0x0a); at !== -1; at = content.indexOf(0x0a, at + 1)) ends.push(at + 1);
  return ends;
}
