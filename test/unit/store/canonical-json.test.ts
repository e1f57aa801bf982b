import { describe, expect, it } from 'vitest';
import { canonicalJson, documentDigest, parseCanonical, sha256 } from '../../../src/store/canonical-json.js';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('the same value always gives the same bytes', () => {
  it('whatever the order in which its keys were set', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: '密' })).toBe('{"a":"密","b":[1,{"c":true,"d":null}]}');
    expect(documentDigest({ b: 1, a: 2 })).toBe(documentDigest({ a: 2, b: 1 }));
  });

  it('and an absent cell is no cell', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('and half a surrogate pair survives as an escape', () => {
    expect(parseCanonical(bytes(canonicalJson({ '\ud800': '\udfff' })))?.value).toEqual({ '\ud800': '\udfff' });
  });

  it('and a digest is the usual SHA-256', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('what JSON cannot hold is refused, never bent', () => {
  const own = { self: {} as unknown };
  own.self = own;

  it.each([
    ['a day as a Date', new Date(0)],
    ['a Map', new Map()],
    ['a number that is none', NaN],
    ['infinity', { a: [Infinity] }],
    ['nothing at all', undefined],
    ['a gap in a list', [undefined]],
    ['a big integer', 10n],
    ['a function', { run: () => 1 }],
    ['an object that contains itself', own],
    ['101 levels', JSON.parse('['.repeat(101) + ']'.repeat(101)) as unknown],
  ])('%s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'store-not-json' }));
  });

  it('while a hundred levels are written and read', () => {
    const text = '['.repeat(100) + ']'.repeat(100);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });
});

describe('what was not written by us is no canonical JSON', () => {
  it.each([
    ['blanks', '{ "a":1}'],
    ['keys out of order', '{"b":1,"a":1}'],
    ['the same key twice', '{"a":1,"a":1}'],
    ['a byte order mark', '\uFEFF{}'],
    ['a number in another spelling', '1.0'],
    ['an escaped letter', '"\\u0061"'],
    ['nothing', ''],
    ['a newline behind it', '{}\n'],
  ])('%s', (_what, text) => {
    expect(parseCanonical(bytes(text))).toBeUndefined();
  });

  it('bytes that are no UTF-8', () => {
    expect(parseCanonical(Buffer.from([0x22, 0xff, 0x22]))).toBeUndefined();
  });
});
