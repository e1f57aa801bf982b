import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { canonicalJson, parseCanonical } from '../../src/store/canonical-json.js';
import { complaintAbout, readBack, trustingReadBack, wholeOffice, withFile, type Findings, type ReadBack } from '../fault/damage.js';
import type { MemoryDisk } from '../fixtures/store/memory-disk.js';

let office: MemoryDisk;
let truth: Findings;

beforeAll(async () => {
  office = await wholeOffice();
  truth = await readBack(office);
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('what is written as canonical JSON is read back the same, and written again gives the same bytes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = canonicalJson(value);
      const parsed = parseCanonical(Buffer.from(text));
      expect(parsed?.value).toEqual(plain(value));
      expect(canonicalJson(parsed?.value)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

it('one character more or less is no canonical JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), fc.constantFrom(' ', '\n', '\t', '\uFEFF'), (value, place, blank) => {
      const text = canonicalJson(value);
      const at = place % (text.length + 1);
      const parsed = parseCanonical(Buffer.from(text.slice(0, at) + blank + text.slice(at)));
      expect(parsed === undefined || canonicalJson(parsed.value) !== text).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

/** One byte of one segment becomes any other. */
const changedByte = fc.record({ segment: fc.nat(), place: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });

function changed({
  segment,
  place,
  by,
}: {
  readonly segment: number;
  readonly place: number;
  readonly by: number;
}): readonly [string, MemoryDisk] {
  const segments = [...office.files()].filter(([path]) => path.endsWith('.jnl'));
  const [path, content] = segments[segment % segments.length] ?? ['', Buffer.alloc(1)];
  const bytes = Buffer.from(content);
  const at = place % bytes.length;
  bytes[at] = ((bytes[at] ?? 0) + by) % 256;
  return [path, withFile(office, path, bytes)];
}

const unseen = (read: ReadBack, original: () => Findings) =>
  fc.asyncProperty(changedByte, async (change) => {
    const [path, disk] = changed(change);
    expect(complaintAbout(path, original(), await read(disk))).toBeUndefined();
  });

it('one changed byte of the journal never goes unseen', async () => {
  await fc.assert(
    unseen(readBack, () => truth),
    { numRuns: 1000 },
  );
});

it('this property goes red on a reader that believes what it reads', async () => {
  const trusted = await trustingReadBack(office);
  expect(
    (
      await fc.check(
        unseen(trustingReadBack, () => trusted),
        { numRuns: 200 },
      )
    ).failed,
  ).toBe(true);
});
