import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError, type Problem } from '#domain/app-error.js';
import { RegisterTemplate } from '#domain/register.js';
import { openBook, readBook } from '#registers/read-book.js';

/** One file as offices and their programs make them, and what reading it must give. */
interface Case {
  readonly file: string;
  readonly made: string;
  readonly wrong: string;
  readonly rows?: readonly Record<string, unknown>[];
  readonly lines?: readonly number[];
  readonly problems?: readonly string[];
  readonly unknown?: readonly string[];
  readonly ignored?: readonly string[];
  readonly skipped?: readonly string[];
  readonly sheet?: string;
  readonly otherSheets?: readonly string[];
  readonly refused?: string;
}

const folder = join(import.meta.dirname, '../../fixtures/workbooks');
const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as readonly Case[];
const devices = RegisterTemplate.parse(JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8')));
const readable = cases.filter((each) => each.refused === undefined).map((each) => [each.file, each] as const);
const refused = cases.filter((each) => each.refused !== undefined).map((each) => [each.file, each] as const);
const place = ({ code, params }: Problem): string => `${code}@${String(params['line'])}:${String(params['column'] ?? '')}`;

describe.each(readable)('%s', (file, want) => {
  it(want.wrong, async () => {
    const book = readBook(await openBook(readFileSync(join(folder, file)), file), devices);
    expect(book.rows.map(({ cells }) => cells)).toEqual(want.rows);
    expect(book.problems.map(place)).toEqual(want.problems ?? []);
    expect(book.unknownHeaders).toEqual(want.unknown ?? []);
    expect(book.ignored).toEqual(want.ignored ?? []);
    expect(book.otherSheets).toEqual(want.otherSheets ?? []);
    if (want.lines !== undefined) expect(book.rows.map(({ line }) => line)).toEqual(want.lines);
    if (want.skipped !== undefined) expect(book.skipped.map(({ kind, line }) => `${kind}@${line}`)).toEqual(want.skipped);
    if (want.sheet !== undefined) expect(book.sheet).toBe(want.sheet);
  });
});

describe.each(refused)('%s is refused', (file, want) => {
  it(want.wrong, async () => {
    const error: unknown = await openBook(readFileSync(join(folder, file)), file).then((book) => readBook(book, devices), (cause: unknown) => cause).catch((cause: unknown) => cause);
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe(want.refused);
    expect(error.problems.map(place)).toEqual(want.problems ?? []);
  });
});

describe('the collection', () => {
  it('has a case for each file, and a file for each case, from several producers', () => {
    expect(readdirSync(folder).filter((file) => !file.endsWith('.json')).sort()).toEqual(cases.map(({ file }) => file).sort());
    expect(cases.length).toBeGreaterThan(100);
    expect([...new Set(cases.map(({ made }) => made))].sort()).toEqual(['LibreOffice', 'by hand', 'hucre']);
  });
});
