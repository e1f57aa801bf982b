import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkShape } from '#catalog/check-shape.js';
import { listYaml } from '#catalog/list-yaml.js';
import { readYaml } from '#catalog/read-yaml.js';
import { RegisterTemplate, type Cell, type Column } from '#domain/register.js';
import { normaliseCell } from '#registers/normalise-cell.js';
import { openBook, readBook } from '#registers/read-book.js';
import { writeBook } from '#registers/write-book.js';
import { writeCsv } from '#registers/write-csv.js';

const root = join(import.meta.dirname, '../..');
const templates = listYaml(join(root, 'templates/registers')).map((file) => checkShape(readYaml(file), RegisterTemplate));
const given = { unit: '东湖区示例局', by: '赵敏', at: '2026-11-24T02:00:00.000Z', watermark: '演示数据', footer: ['由自查导出'] };

const hostile = fc.constantFrom('=1+1', '+86', '-5', '@sum', "'", '_x0041_', '\t', '"', ',', '\n', '\r\n', '＝1', '、', '张伟', '007', '2026.3', '<b>', '&amp;', ']]>', '　', ';', '110101199001011234', '1.5E+17', '是');
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.array(fc.oneof(hostile, fc.string({ maxLength: 4 })), { maxLength: 4 }).map((parts) => parts.join(''))).map((each) => each.replaceAll('\0', ''));
const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

const raws: Readonly<Record<Column['type'], (column: Column) => fc.Arbitrary<string>>> = {
  string: () => text,
  text: () => text,
  ref: () => text,
  idno: () => fc.oneof(text, fc.bigInt({ min: 10n ** 17n, max: 10n ** 18n }).map(String)),
  phone: () => text,
  serial: () => text,
  signature: () => text,
  date: () => day,
  datetime: () => fc.tuple(day, fc.option(fc.nat({ max: 1439 }))).map(([date, minute]) => (minute === null ? date : `${date} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)),
  month: () => day.map((each) => each.slice(0, 7)),
  year: () => day.map((each) => each.slice(0, 4)),
  int: () => fc.maxSafeInteger().map(String),
  number: () => fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat({ max: 999_999_999 })).map(([whole, part]) => `${whole}.${String(part).padStart(9, '0')}`),
  bool: () => fc.constantFrom('是', '否'),
  enum: ({ values = [] }) => fc.constantFrom(...values),
  multi: ({ values = [] }) => fc.subarray([...values], { minLength: 1 }).map((some) => some.join('、')),
};

/** A row as it stands in a book: every cell went in through a file once. */
function rowsOf(template: RegisterTemplate): fc.Arbitrary<Record<string, Cell>[]> {
  const typed = template.columns.filter((column) => column.computed === undefined);
  const cells = Object.fromEntries(typed.map((column) => [column.key, column.required ? raws[column.type](column) : fc.option(raws[column.type](column), { nil: '', freq: 3 })]));
  const row = fc.record(cells).map((raw) => Object.fromEntries(typed.flatMap((column) => cellOf(column, raw[column.key] ?? ''))));
  const required = typed.filter((column) => column.required);
  return fc.array(row.filter((each) => required.every((column) => each[column.key] !== undefined)), { maxLength: 4 });
}

function cellOf(column: Column, raw: string): [string, Cell][] {
  const result = normaliseCell(column, raw);
  return 'cell' in result && result.cell !== undefined ? [[column.key, result.cell]] : [];
}

// What is reckoned is printed too, and must not come back as if it had been typed.
function withReckoned(template: RegisterTemplate, row: Record<string, Cell>): Record<string, Cell> {
  return { ...row, ...Object.fromEntries(template.columns.flatMap((column) => (column.computed === undefined ? [] : [[column.key, 7] as const]))) };
}

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_id, template) => {
  it('comes back from a workbook and from CSV as it was, whatever people type', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(template), async (rows) => {
        const printed = rows.map((row) => withReckoned(template, row));
        const workbook = readBook(await openBook(await writeBook(template, printed, given), 'book.xlsx'), template);
        const text = readBook(await openBook(Buffer.from(writeCsv(printed, template)), 'book.csv'), template);
        for (const book of [workbook, text]) {
          expect(book.problems).toEqual([]);
          expect(book.unknownHeaders).toEqual([]);
          expect(book.rows.map(({ cells }) => cells)).toEqual(rows);
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
