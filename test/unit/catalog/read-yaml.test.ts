import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseYaml, readYaml } from '#catalog/read-yaml.js';
import { refusalOf, scratchFolder } from './broken-files.js';

const folder = scratchFolder();
afterAll(() => folder.remove());

const refused = (content: string | Uint8Array): string => refusalOf(() => readYaml(folder.file('office.yaml', content))).code;
const problem = (text: string): unknown => {
  const { code, problems } = refusalOf(() => parseYaml(text, 'office.yaml'));
  return { code, problems: problems.map((each) => `${each.code}:${String(each.params['line'])}`) };
};

describe('a file that is read', () => {
  it('is plain values, and each place has its line', () => {
    const source = readYaml(folder.file('office.yaml', 'unit: 东湖区示例局\nbooks:\n  - staff\n  - personnel\n'));
    expect(source.value).toEqual({ unit: '东湖区示例局', books: ['staff', 'personnel'] });
    expect([source.lineOf(['unit']), source.lineOf(['books']), source.lineOf(['books', 1]), source.lineOf(['books', 9]), source.lineOf([])]).toEqual([1, 2, 4, 2, 1]);
  });

  it('may begin with the mark that Windows editors write', () => {
    expect(readYaml(folder.file('office.yaml', '\ufeffunit: 东湖区示例局\n')).value).toEqual({ unit: '东湖区示例局' });
  });

  it('may have Windows line ends', () => {
    const source = readYaml(folder.file('office.yaml', 'unit: 东湖区示例局\r\nbooks: []\r\n'));
    expect([source.value, source.lineOf(['books'])]).toEqual([{ unit: '东湖区示例局', books: [] }, 2]);
  });

  it('days and words like 否 stay text', () => {
    expect(parseYaml('since: 2026-03-05\nanswer: 否\nlegacy: no\n', 'x').value).toEqual({ since: '2026-03-05', answer: '否', legacy: 'no' });
  });
});

describe('a file that is not what it should be', () => {
  it('an empty file', () => {
    expect(problem('')).toEqual({ code: 'yaml-invalid', problems: ['yaml-syntax:1'] });
    expect(problem('# 只有注释\n')).toEqual({ code: 'yaml-invalid', problems: ['yaml-syntax:1'] });
  });

  it('a bracket that is never closed', () => {
    expect(problem('unit: [东湖区示例局\nbooks: x\n')).toMatchObject({ code: 'yaml-invalid' });
  });

  it('a tab as indentation, on its line', () => {
    expect(problem('unit:\n\tname: 东湖区示例局\n')).toMatchObject({ code: 'yaml-invalid', problems: expect.arrayContaining(['yaml-syntax:2']) });
  });

  it('the same key twice, on the line of the second', () => {
    expect(problem('unit: a\nbooks: b\nunit: c\n')).toEqual({ code: 'yaml-invalid', problems: ['yaml-duplicate-key:3'] });
    expect(problem('books:\n  - { no: 1, name: a, no: 2 }\n')).toEqual({ code: 'yaml-invalid', problems: ['yaml-duplicate-key:2'] });
  });

  it('the same key twice, once in quotes', () => {
    expect(problem('unit: a\n"unit": c\n')).toEqual({ code: 'yaml-invalid', problems: ['yaml-duplicate-key:2'] });
  });

  it('an anchor and an alias', () => {
    expect(problem('first: &one [a]\nsecond: *one\n')).toEqual({ code: 'yaml-invalid', problems: ['yaml-alias:1', 'yaml-alias:2'] });
  });

  it('an anchor that nobody uses', () => {
    expect(problem('first: &one a\n')).toEqual({ code: 'yaml-invalid', problems: ['yaml-alias:1'] });
  });

  it.each([['a type of its own', 'unit: !office x\n'], ['a type of a programming language', 'unit: !!js/function x\n'], ['a binary', 'unit: !!binary aGVsbG8=\n']])('%s', (_what, text) => {
    expect(problem(text)).toMatchObject({ code: 'yaml-invalid', problems: expect.arrayContaining(['yaml-tag:1']) });
  });

  it('two documents in one file', () => {
    expect(problem('unit: a\n---\nunit: b\n')).toMatchObject({ code: 'yaml-several-documents' });
  });

  it('text that is not UTF-8', () => {
    expect(refused(Uint8Array.from([0x75, 0x6e, 0x69, 0x74, 0x3a, 0x20, 0xb6, 0xab, 0xba, 0xfe]))).toBe('file-not-utf8');
  });

  it('more than 256 KB, told with size and limit; exactly 256 KB is read', () => {
    const kilobytes = (bytes: number): string => `unit: "${'x'.repeat(bytes - 9)}"\n`;
    expect(readYaml(folder.file('office.yaml', kilobytes(256 * 1024))).value).toHaveProperty('unit');
    const error = refusalOf(() => readYaml(folder.file('office.yaml', kilobytes(256 * 1024 + 1))));
    expect([error.code, error.params['bytes'], error.params['limit']]).toEqual(['file-too-large', 262_145, 262_144]);
  });

  it('a file that is not there', () => {
    expect(refusalOf(() => readYaml(join(folder.path, 'none.yaml'))).code).toBe('file-not-found');
  });

  it('a folder', () => {
    mkdirSync(join(folder.path, 'folder.yaml'));
    expect(refusalOf(() => readYaml(join(folder.path, 'folder.yaml'))).code).toBe('file-unreadable');
  });

  it.runIf(process.platform === 'linux')('a pipe, without waiting for somebody to write into it (skipped: needs Linux)', () => {
    const pipe = join(folder.path, 'pipe.yaml');
    execFileSync('/usr/bin/mkfifo', [pipe]);
    expect(refusalOf(() => readYaml(pipe)).code).toBe('file-unreadable');
  });

  it.runIf(process.platform === 'linux')('a device, even through a link (skipped: needs Linux)', () => {
    const link = join(folder.path, 'zero.yaml');
    symlinkSync('/dev/zero', link);
    expect(refusalOf(() => readYaml(link)).code).toBe('file-unreadable');
  });
});

describe('a file that wants to exhaust the machine', () => {
  const bombs: readonly (readonly [string, string])[] = [
    ['33 brackets', `${'['.repeat(34)}${']'.repeat(34)}`],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['a hundred thousand braces', '{a: '.repeat(50_000)],
    ['a hundred thousand dashes on one line', `${'- '.repeat(100_000)}x`],
    ['forty levels of indentation', Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')],
    ['seven hundred levels of indentation', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')],
  ];

  it.each(bombs)('%s: too deep, at once', (_what, text) => {
    const started = performance.now();
    expect(refusalOf(() => parseYaml(text, 'office.yaml')).code).toBe('yaml-too-deep');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('a billion laughs: the aliases are refused, nothing is multiplied', () => {
    const laughs = ['a: &a [ha, ha]', ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${Array.from({ length: 10 }, () => `*${'abcdefghi'[index] ?? ''}`).join(', ')}]`)].join('\n');
    const { code, problems } = refusalOf(() => parseYaml(laughs, 'office.yaml'));
    expect([code, new Set(problems.map((each) => each.code))]).toEqual(['yaml-invalid', new Set(['yaml-alias'])]);
  });

  it('ten thousand keys are looked through in no time, and a twin among them is found', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `k${index}: 1`);
    const started = performance.now();
    expect(problem([...keys, 'k5000: 2'].join('\n'))).toEqual({ code: 'yaml-invalid', problems: ['yaml-duplicate-key:10001'] });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('32 levels are allowed', () => {
    expect(parseYaml(`${'['.repeat(32)}${']'.repeat(32)}`, 'office.yaml').value).toBeDefined();
  });
});
