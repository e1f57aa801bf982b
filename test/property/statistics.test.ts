import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatisticsCell } from '#domain/statistics.js';
import { reckonFigures } from '#registers/statistics/reckon-figures.js';
import { basisOf, bookOf, counting, words, type Cells } from '../unit/registers/statistics-books.js';

const levels = ['绝密', '机密', '秘密'] as const;
const kinds = ['原始定密', '派生定密'] as const;
const when = { first: ['decided_at'], signs: [] };
const nine: readonly StatisticsCell[] = [
  ...kinds.flatMap((kind) => levels.map((level) => counting(`${kind}${level}`, { where: { action: ['确定'], kind: [kind], level: [level] }, when }))),
  counting('all', { where: { action: ['确定'] }, when }),
  { id: 'sum', ...words, total: kinds.flatMap((kind) => levels.map((level) => `${kind}${level}`)) },
];

const row = fc.record({
  action: fc.constantFrom('确定', '变更', '解除'),
  kind: fc.constantFrom(...kinds),
  level: fc.constantFrom(...levels),
  // One row of the first year is always there, so that the book covers both years.
  decided_at: fc.constantFrom('2025-01-01', '2025-12-31', '2026-01-01', '2026-11-24'),
});
const rows = fc.array(row, { maxLength: 30 }).map((some) => [{ action: '其他', kind: kinds[0], level: levels[0], decided_at: '2025-01-01' }, ...some]);
const year = fc.constantFrom('2025', '2026');
const asOf = '2026-11-24';

function naive(book: readonly Cells[], span: string, wanted: Cells): readonly string[] {
  return book.flatMap((cells, index) => (String(cells['decided_at']).slice(0, 4) === span && Object.entries(wanted).every(([column, value]) => cells[column] === value) ? [String(index)] : []));
}

describe('statistics of random books', () => {
  it('equal a naive recount, row by row, and the levels add up to all', () => {
    fc.assert(
      fc.property(rows, year, (book, span) => {
        const figures = reckonFigures(nine, basisOf(bookOf(book, { asOf }), span));
        for (const kind of kinds) {
          for (const level of levels) {
            const found = naive(book, span, { action: '确定', kind, level });
            expect(figures.get(`${kind}${level}`)).toMatchObject({ value: found.length });
            expect(figures.get(`${kind}${level}`)?.rows.map(({ rowId }) => rowId)).toEqual(found);
          }
        }
        expect(figures.get('sum')?.value).toBe(naive(book, span, { action: '确定' }).length);
        expect(figures.get('all')?.value).toBe(figures.get('sum')?.value);
      }),
    );
  });

  it('give no number once the word of the officer, or a column, is missing', () => {
    fc.assert(
      fc.property(rows, year, fc.constantFrom<Parameters<typeof bookOf>[1]>({ state: 'unconfirmed' }, { hiddenColumns: ['level'] }, { hiddenColumns: ['decided_at'] }, { asOf: '2024-06-30' }), (book, span, lack) => {
        const figures = reckonFigures(nine.slice(0, 6), basisOf(bookOf(book, lack), span));
        for (const figure of figures.values()) expect(figure).toMatchObject({ value: null, why: { code: expect.any(String) as string } });
      }),
    );
  });

  it('never grow smaller by a blank: a number is the same as before, or is not said', () => {
    fc.assert(
      fc.property(rows, year, fc.nat(), fc.constantFrom('action', 'kind', 'level', 'decided_at'), (book, span, at, column) => {
        const holed = book.map((cells, index): Cells => (index === 1 + (at % book.length) ? Object.fromEntries(Object.entries(cells).filter(([key]) => key !== column)) : cells));
        const [before, after] = [book, holed].map((each) => reckonFigures(nine, basisOf(bookOf(each, { asOf }), span)));
        for (const [id, figure] of after ?? []) if (figure.value !== null) expect(figure.value).toBe(before?.get(id)?.value);
      }),
    );
  });
});
