import { describe, expect, it } from 'vitest';
import { chainStart } from '../../../src/store/frame.js';
import { judgeRemains } from '../../../src/store/unfinished-write.js';
import { soundLine } from '../../fixtures/store/forged-journal.js';
import { identity, putRow } from '../../fixtures/store/office.js';

const previous = { seq: 4, head: 'a'.repeat(64) };
const line = soundLine(previous, { changes: [putRow(1), putRow(2), putRow(3)], documents: [] });

/** The line as a power cut left it, whose bytes from `from` to `to` were never written. */
function withZeros(from: number, to: number): Buffer {
  return Buffer.from(line).fill(0, from, to);
}

describe('behind the last record of the journal', () => {
  it('nothing is nothing', () => {
    expect(judgeRemains(Buffer.alloc(0), 100, previous)).toBe('none');
  });

  it('a record that only lacks its newline is whole', () => {
    expect(judgeRemains(line.subarray(0, -1), 100, previous)).toBe('whole');
  });

  it('any shorter part of a record is a write that did not finish', () => {
    for (let length = 1; length < line.length - 1; length += 1)
      expect(judgeRemains(line.subarray(0, length), 100, previous)).toBe('unfinished');
  });

  it('a whole line that is not as written is damage, for it was acknowledged', () => {
    expect(judgeRemains(Buffer.from(line).fill('x', 70, 71), 100, previous)).toBe('damaged');
    expect(judgeRemains(soundLine({ ...previous, seq: 9 }, { identity }), 100, previous)).toBe('damaged');
  });

  it('a record whose newline has become another byte is damage', () => {
    expect(judgeRemains(Buffer.concat([line.subarray(0, -1), Buffer.from('\v')]), 100, previous)).toBe('damaged');
  });

  it('a line followed by more is damage', () => {
    expect(judgeRemains(Buffer.concat([withZeros(0, 412), Buffer.from('more')]), 100, previous)).toBe('damaged');
  });
});

describe('sectors that were never written read as zeros', () => {
  it('from the record’s start to the edge of a sector: a write that did not finish', () => {
    expect(judgeRemains(withZeros(0, 412), 100, previous)).toBe('unfinished');
  });

  it('a whole sector within: a write that did not finish', () => {
    expect(judgeRemains(withZeros(412, 924), 100, previous)).toBe('unfinished');
  });

  it('up to the end: a write that did not finish', () => {
    expect(judgeRemains(withZeros(412, line.length), 100, previous)).toBe('unfinished');
  });

  it('zeros that keep to no sector are damage', () => {
    expect(judgeRemains(withZeros(413, 924), 100, previous)).toBe('damaged');
    expect(judgeRemains(withZeros(412, 900), 100, previous)).toBe('damaged');
  });
});

it('the head of an empty chain is 64 zeros', () => {
  expect(chainStart).toBe('0'.repeat(64));
});
