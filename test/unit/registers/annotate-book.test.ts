import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RegisterTemplate } from '#domain/register.js';
import { annotateBook } from '#registers/annotate-book.js';
import { openBook, readBook } from '#registers/read-book.js';
import { unpackGuarded } from '#registers/zip-guard.js';

const folder = join(import.meta.dirname, '../../fixtures/workbooks');
const devices = RegisterTemplate.parse(JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8')));
const at = '2026-11-24T02:00:00.000Z';
const faults = [
  { line: 2, column: '类型', text: '第 2 行“类型”：“电脑”不在允许值内' },
  { line: 2, column: '状态', text: '第 2 行“状态”：“使用中”不在允许值内' },
  { line: 3, text: '第 3 行：与台账中的另一行相同' },
];

const annotated = async (file: string): Promise<Uint8Array> => annotateBook(await openBook(readFileSync(join(folder, file)), file), devices, faults, { at });
const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(unpackGuarded(bytes, 'x', () => true).parts.map(({ name, content }) => [name, content.toString('utf8')]));
const styleOf = (xml: string, ref: string): string => new RegExp(`<c r="${ref}"[^>]* s="(\\d+)"`).exec(xml)?.[1] ?? '0';

describe('the copy that goes back to who filled it in', () => {
  it('has the wrong cells coloured and commented, the others not', async () => {
    const parts = partsOf(await annotated('values-not-allowed.xlsx'));
    const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(styleOf(xml, 'B2')).not.toBe('0');
    expect(styleOf(xml, 'E2')).toBe(styleOf(xml, 'B2'));
    expect([styleOf(xml, 'A2'), styleOf(xml, 'B3')]).toEqual(['0', '0']);
    const comments = Object.entries(parts).find(([name]) => /comments/.test(name))?.[1] ?? '';
    expect([...comments.matchAll(/ref="(\w+)"/g)].map((match) => match[1])).toEqual(['B2', 'E2']);
    expect(comments).toContain(faults[0]?.text);
  });

  it('has all sentences of a row in a last column', async () => {
    const texts = partsOf(await annotated('values-not-allowed.xlsx'))['xl/sharedStrings.xml'] ?? '';
    expect(texts).toContain('错误说明');
    expect(texts).toContain(`${String(faults[0]?.text)}\n${String(faults[1]?.text)}`);
    expect(texts).toContain(faults[2]?.text);
  });

  it.each(['values-not-allowed.xlsx', 'libreoffice-merged.xlsx', 'days-as-numbers.xlsx', 'totals-and-signatures.csv', 'titles-changed-keys-intact.xlsx'])('of %s reads like the original', async (file) => {
    const original = readBook(await openBook(readFileSync(join(folder, file)), file), devices);
    const copy = readBook(await openBook(await annotated(file), 'copy.xlsx'), devices);
    expect(copy.rows.map(({ cells }) => cells)).toEqual(original.rows.map(({ cells }) => cells));
    expect(copy.problems.map(({ code }) => code)).toEqual(original.problems.map(({ code }) => code));
    expect(copy.unknownHeaders).toEqual([]);
  });

  it('that is annotated again has one such column, with the new sentences', async () => {
    const once = await annotated('values-not-allowed.xlsx');
    const twice = await annotateBook(await openBook(once, 'x.xlsx'), devices, [{ line: 2, column: 'kind', text: '仍不在允许值内' }], { at });
    const parts = partsOf(twice);
    const texts = parts['xl/sharedStrings.xml'] ?? '';
    expect(texts).toContain('仍不在允许值内');
    expect(texts).not.toContain(faults[2]?.text);
    expect(parts['xl/worksheets/sheet1.xml']).not.toMatch(/<c r="H/);
  });
});
