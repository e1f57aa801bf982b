import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultValues } from '#domain/result-value.js';
import { element, xmlText } from '#exchange/xccdf/xml.js';
import { writeXccdf } from '#exchange/xccdf/write-xccdf.js';
import { sayIn } from '#messages/say.js';
import { all, readXml, textOf } from '../fixtures/exchange/read-xml.js';
import { smallRun, type RunLine } from '../fixtures/exchange/small-run.js';

const say = sayIn('zh-CN');
// Everything a keyboard, a clipboard and a broken file can bring: controls, halves of pairs, markup, lines that end with a carriage return.
const wild = fc.string({ unit: fc.oneof(fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), fc.constantFrom('<', '>', '&', '"', "'", ']]>', '<!--', '&#0;', '\r\n', '\t', '\u0000', '\ud800', '\uffff', '密', '𠮷')), maxLength: 30 });
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
const legal = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '').replace(forbidden, '');

const sentence = wild.map((text) => `应当落实${text}`);

const line: fc.Arbitrary<RunLine> = fc.record({
  item: fc.record({ objective: sentence, remediation: sentence, points: fc.constantFrom(1, 2.5, null), severity: fc.constantFrom('critical' as const, 'low' as const), guidance: fc.record({ how: wild }) }),
  result: fc.record({ result: fc.constantFrom(...resultValues), fact: wild }),
});

describe('the XML that is written', () => {
  it('a strict parser reads back what was put in, less what XML cannot hold', () => {
    fc.assert(
      fc.property(wild, wild, (text, value) => {
        const read = readXml(xmlText(element('a', { b: value }, [element('c', {}, text), element('d', { e: undefined })])));
        expect([read.attributes['b'], textOf(read, 'c'), read.children[1]?.attributes]).toEqual([legal(value), legal(text), {}]);
      }),
      { numRuns: 2000 },
    );
  });

  it('the parser can say no', () => {
    for (const broken of ['<a>&</a>', '<a b="<"/>', '<a>\u0001</a>', '<a><b></a>', '<x:a/>', '<a>]]></a>']) expect(() => readXml(broken)).toThrow();
  });

  it('any assessment is well-formed, its ids are unique, its results are one an item and name a rule', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.constantFrom('none' as const, 'points' as const), wild, (lines, scoring, unit) => {
        const root = readXml(writeXccdf(smallRun(lines, scoring, { unit }), say));
        const ids = ['Group', 'Rule', 'TestResult', 'notice'].flatMap((name) => all(root, name)).map(({ attributes }) => attributes['id']);
        expect(new Set(ids).size).toBe(ids.length);
        const results = all(root, 'rule-result');
        expect(results.map((each) => textOf(each, 'result'))).toEqual(lines.map(({ result }) => result.result));
        expect(results.map(({ attributes }) => attributes['idref'])).toEqual(all(root, 'Rule').map(({ attributes }) => attributes['id']));
        expect(all(root, 'score').length).toBeGreaterThan(0);
      }),
    );
  });
});
