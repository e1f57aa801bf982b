import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Column } from '#domain/register.js';
import { RegisterTemplate } from '#domain/register.js';
import { decodeCsv } from '#registers/decode-csv.js';
import { normaliseCell } from '#registers/normalise-cell.js';
import { readCsv } from '../unit/registers/read-whole.js';
import { resolveDayOffsets } from '#registers/demo-dates.js';
import { writeCsv } from '#registers/write-csv.js';
import { staff as template } from '../unit/registers/small-books.js';

/** The roster without the column that no machine of this kind may hold. */
const staff = RegisterTemplate.parse({ ...template, columns: template.columns.filter((column) => !column.maybeSecret) });
const hostile = fc.constantFrom('=1+1', '+86', '-5', '@sum', "'", "''=", '\t', '"', '""', ',', '\n', '\r\n', '＝1', '、', '；', '张伟', '1.5E+17', '\u200b', '　', 'D-30', ';', '\ufeff');
// A zero byte never gets this far: the whole file is refused for it.
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.array(fc.oneof(hostile, fc.string({ maxLength: 5 })), { maxLength: 6 }).map((parts) => parts.join(''))).map((each) => each.replaceAll('\0', ''));
const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

const raws: Readonly<Record<Column['type'], fc.Arbitrary<string>>> = {
  string: text,
  text,
  ref: text,
  idno: text,
  phone: text,
  serial: text,
  signature: text,
  datetime: fc.tuple(day, fc.integer({ min: 0, max: 23 })).map(([date, hour]) => `${date} ${String(hour).padStart(2, '0')}:05`),
  year: day.map((each) => each.slice(0, 4)),
  date: day,
  month: day.map((each) => each.slice(0, 7)),
  int: fc.maxSafeInteger().map(String),
  number: fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat({ max: 999_999_999 })).map(([whole, part]) => `${whole}.${String(part).padStart(9, '0')}`),
  bool: fc.constantFrom('是', '否'),
  enum: fc.constantFrom('在职', '离职', '有', '待建'),
  multi: fc.subarray(['保密员', '定密责任人', '机要员'], { minLength: 1 }).map((values) => values.join('、')),
};

/** A row as it stands in a book: every cell went in through a file once. */
const row: fc.Arbitrary<Record<string, Cell>> = fc
  .record(Object.fromEntries(staff.columns.map((column) => [column.key, fc.option(raws[column.type], { nil: '', freq: 4 })])))
  .map((given) => Object.fromEntries(staff.columns.flatMap((column) => cellOf(column, given[column.key] ?? '') ?? [])))
  .filter((cells) => cells['no'] !== undefined && cells['name'] !== undefined);

function cellOf(column: Column, raw: string): [[string, Cell]] | undefined {
  const result = normaliseCell(column, raw);
  return 'cell' in result && result.cell !== undefined ? [[column.key, result.cell]] : undefined;
}

describe('books that are written and read again', () => {
  it('come back as they were, whatever people type', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const written = writeCsv(rows, staff);
        const back = readCsv(Buffer.from(written, 'utf8'), staff, '名册.csv');
        expect(back.map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 400 },
    );
  });

  it('never hold a cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const texts = rows.flatMap((cells) => Object.entries(cells).filter(([, cell]) => typeof cell === 'string').map(([, cell]) => cell as string));
        const written = writeCsv(rows, staff);
        for (const cell of texts.filter((each) => /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(each))) expect(written).toContain(`'${cell.replaceAll('"', '""')}`);
      }),
    );
  });

  it('a cell that was read reads the same a second time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...staff.columns), text, (column, raw) => {
        const once = normaliseCell(column, raw);
        fc.pre('cell' in once && typeof once.cell === 'string');
        expect(normaliseCell(column, 'cell' in once ? String(once.cell) : '')).toEqual(once);
      }),
    );
  });

  it('any bytes are read or refused, never half understood', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        let decoded: string | undefined;
        try {
          decoded = decodeCsv(bytes, '名册.csv');
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^csv-(encoding|other-format)$/) });
        }
        expect(decoded?.includes('\ufffd') === true && !Buffer.from(bytes).includes(Buffer.from([0xef, 0xbf, 0xbd]))).toBe(false);
      }),
    );
  });
});

describe('days of the demo office', () => {
  it('D-32 is thirty-two days ago, D+90 in ninety days, Y-1 last year, in every place of a CSV or YAML line', () => {
    const line = 'S01,D-32,D+90,"D-1",Y-1,D-4 09:30,since: D+0';
    expect(resolveDayOffsets(line, '2026-11-24')).toBe('S01,2026-10-23,2027-02-22,"2026-11-23",2025,2026-11-20 09:30,since: 2026-11-24');
  });

  it('a day that would be a weekend is the Friday before it; today is today', () => {
    expect(resolveDayOffsets('D-30,D-31,D-29', '2026-11-24')).toBe('2026-10-23,2026-10-23,2026-10-26');
    expect(resolveDayOffsets('D+0', '2026-11-22')).toBe('2026-11-22');
  });

  it('the order of two days stays: what was not later is not later', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 6 }), (first, gap, weekday) => {
        const sign = (days: number): string => `D${days < 0 ? '' : '+'}${String(days)}`;
        const [one = '', other = ''] = resolveDayOffsets(`${sign(first)},${sign(first + gap)}`, `2026-11-${String(23 + weekday)}`).split(',');
        expect(one <= other || first === 0 || first + gap === 0).toBe(true);
      }),
    );
  });

  it('a department called D-30A or AD-30 stays what it is', () => {
    expect(resolveDayOffsets('D-30A,AD-30,D30,Y30', '2026-11-24')).toBe('D-30A,AD-30,D30,Y30');
  });
});
