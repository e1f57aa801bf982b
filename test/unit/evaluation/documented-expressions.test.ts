import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Item } from '#domain/checklist.js';
import { partlyReadable } from '#domain/fact.js';
import { allowedCalls } from '#evaluation/environment.js';
import { bookOf, catalog, codesOf, judge, problemsOf, root, seen, unseen } from './small-office.js';

const text = readFileSync(join(root, 'docs/expressions.md'), 'utf8');
const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap((match) => (parse(match[1] ?? '') as unknown[]).map((each) => Item.parse(each)));
const refusals = [...text.matchAll(/^\| `([^`]+)` \| `(expression-[a-z-]+)` \|/gm)].map((match) => [match[1] ?? '', match[2] ?? ''] as const);
const [hours, mobile] = examples as [Item, Item];

describe('the page about expressions', () => {
  it.each(refusals)('says the truth about %s: %s', (source, code) => {
    expect(codesOf(source)).toEqual([code]);
  });

  it('names every function that may be called, and every name there is to begin with', () => {
    expect(refusals.length).toBeGreaterThan(10);
    expect(allowedCalls.filter((name) => !new RegExp(`\\b${name}\\(`).test(text))).toEqual([]);
    const roots = catalog.environment.names.filter((name) => !(name in catalog.environment.schemas.facts));
    expect(roots.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  });

  it('its examples compile as they stand', () => {
    expect([examples.map((item) => item.id), problemsOf(...examples)]).toEqual([['PER-06', 'TERM-90'], []]);
  });

  it('its first table says what comes out', () => {
    const inPost = bookOf('personnel', [{ state: '在岗', level: '重要', hours_year: 4 }]);
    expect([
      judge(hours, { registers: bookOf('personnel', [], { state: 'unconfirmed' }) }).result,
      judge(hours, { registers: bookOf('personnel', [{ state: '解除', level: '重要' }]), parameters: { trainingHours: { 重要: 8 } } }).result,
      judge(hours, { registers: inPost, parameters: { trainingHours: { 重要: 8 } } }).result,
      judge(hours, { registers: inPost, parameters: { trainingHours: { 核心: 16 } } }).result,
    ]).toEqual(['notchecked', 'notapplicable', 'fail', 'notchecked']);
  });

  it('its second table says what comes out', () => {
    const seenWith = (...activeAdapters: readonly object[]) => ({ facts: { network: seen({ activeAdapters, defaultRoutes: 1, tethering: false }) } });
    expect([
      judge(mobile, { machine: { network: 'internet', mode: 'non-classified' } }).result,
      judge(mobile, seenWith({ kind: 'wired' })).result,
      judge(mobile, seenWith({ kind: 'wired' }, partlyReadable)).result,
      judge(mobile, seenWith({ kind: 'mobile' }, partlyReadable)).result,
      judge(mobile, { facts: { network: unseen('no-permission') } }).result,
    ]).toEqual(['notapplicable', 'pass', 'unknown', 'fail', 'unknown']);
  });
});
