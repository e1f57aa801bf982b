import { describe, expect, it } from 'vitest';
import type { Counted } from '#domain/statistics.js';
import { reckonFigures } from '#registers/statistics/reckon-figures.js';
import { basisOf, bookOf, counting, figureOf, words, type Cells } from './statistics-books.js';

const decided = { first: ['decided_at'], signs: ['decided_by'] } satisfies Counted['when'];
const original = { where: { action: ['确定'], level: ['机密'] }, when: decided };
const made = (no: string, more: Cells = {}): Cells => ({ no, action: '确定', level: '机密', decided_at: '2026-03-05', decided_by: 'S01', ...more });

describe('a number of the statistics', () => {
  it('is the rows of the year that fit, and names exactly those', () => {
    const rows = [made('1'), made('2', { level: '秘密' }), made('3', { decided_at: '2025-12-31' }), made('4', { action: '变更' }), made('5', { decided_at: '2026-11-24' })];
    const figure = figureOf(original, basisOf(bookOf(rows)));
    expect(figure).toMatchObject({ value: 2, asOf: '2026-11-24' });
    expect(figure.rows.map(({ label }) => label)).toEqual(['1', '5']);
  });

  it('is 0 only where the book was kept and confirmed, and nothing fits', () => {
    expect(figureOf(original, basisOf(bookOf([made('1', { level: '秘密' })]))).value).toBe(0);
    expect(figureOf(original, basisOf(bookOf([], { state: 'nil' }))).value).toBe(0);
  });

  it('cannot be said while a row that may count has a blank; the row and the column are named', () => {
    const { level: _level, ...unmarked } = made('2');
    const figure = figureOf(original, basisOf(bookOf([made('1'), unmarked])));
    expect(figure).toMatchObject({ value: null, why: { code: 'rows-incomplete', detail: '密级', rows: 1 } });
    expect(figure.rows.map(({ label, missing }) => [label, missing])).toEqual([['1', []], ['2', ['密级']]]);
  });

  it('is not held up by the blank of a row that counts in no case, nor by a matter that nobody has decided yet', () => {
    const { level: _level, ...earlier } = made('2', { decided_at: '2025-01-01' });
    const draft = { no: '3', action: '确定', level: '机密' };
    expect(figureOf(original, basisOf(bookOf([made('1'), earlier, draft]))).value).toBe(1);
    expect(figureOf(original, basisOf(bookOf([made('1'), { ...draft, decided_by: 'S01' }]))).value).toBeNull();
  });

  it.each([
    ['nobody confirmed the book', 'unconfirmed', bookOf([made('1')], { state: 'unconfirmed' }), '2026'],
    ['the book is empty without a nil return', 'empty', bookOf([], { state: 'unconfirmed' }), '2026'],
    ['it was confirmed last year only', 'confirmed-until', bookOf([made('1')], { asOf: '2025-12-31' }), '2026'],
    ['the year was confirmed before it was over', 'confirmed-until', bookOf([made('1', { decided_at: '2024-02-01' })], { asOf: '2025-11-30' }), '2025'],
    ['the book begins later', 'before-book', bookOf([made('1')]), '2024'],
    ['this machine does not hold the level', 'columns-not-held', bookOf([made('1')], { hiddenColumns: ['level'] }), '2026'],
    ['nobody decided that it may be kept here', 'undecided', bookOf([], {}, 'undecided'), '2026'],
    ['it exists on paper only', 'not-kept', bookOf([], {}, 'paper-only'), '2026'],
  ] as const)('cannot be said where %s', (_name, code, book, year) => {
    const figure = figureOf(original, basisOf(book, year));
    expect([figure.value, figure.why?.code, figure.rows]).toEqual([null, code, []]);
  });

  it('made from another book needs that book confirmed too', () => {
    const book = bookOf([made('1')], { links: { level: ['incoming'] } });
    const incoming = bookOf([], { register: 'incoming', title: '收文', state: 'unconfirmed' });
    expect(figureOf(original, basisOf(book, '2026', { books: { decisions: book, incoming } })).why).toMatchObject({ code: 'empty', book: '收文' });
  });

  it('counts a matter once however many rows it has, and adds up copies', () => {
    const book = bookOf([made('1', { copies: 3 }), made('1', { copies: 2.5 })]);
    expect(figureOf({ ...original, distinct: 'no' }, basisOf(book)).value).toBe(1);
    expect(figureOf({ ...original, sum: 'copies' }, basisOf(book)).value).toBe(5.5);
    expect(figureOf({ ...original, sum: 'copies' }, basisOf(bookOf([made('1')]))).why?.detail).toBe('份数');
  });
});

describe('who is in office at the end of a year', () => {
  const held = { when: { held: { from: ['from'], until: 'to', ended: { state: ['已变更'] }, required: true } } } satisfies Omit<Counted, 'register' | 'where'>;
  const officers = bookOf([
    { no: 'A', from: '2020-01-01', to: '2024-01-01', state: '在任' },
    { no: 'B', from: '2020-01-01', to: '2026-02-01', state: '已变更' },
    { no: 'C', from: '2026-05-01', state: '在任' },
  ]);

  it('is whoever came before and left after; a term that ran out does not put anybody out of office', () => {
    expect(figureOf(held, basisOf(officers)).rows.map(({ label }) => label)).toEqual(['A', 'C']);
    expect(figureOf(held, basisOf(officers, '2025')).rows.map(({ label }) => label)).toEqual(['A', 'B']);
  });

  it('cannot be said for a year that is over where somebody left on a day that is not written', () => {
    const book = bookOf([{ no: 'D', from: '2020-01-01', state: '已变更' }]);
    expect([figureOf(held, basisOf(book)).value, figureOf(held, basisOf(book, '2025')).why?.code]).toEqual([0, 'rows-incomplete']);
  });
});

describe('numbers made of numbers', () => {
  const parts = [counting('top', { where: { level: ['绝密'] }, when: decided }), counting('secret', { where: { level: ['机密'] }, when: decided }), { id: 'both', ...words, total: ['top', 'secret'] }, { id: 'share', ...words, share: { part: 'top', whole: 'both' } }];

  it('add up, and a share is in tenths of a percent', () => {
    const figures = reckonFigures(parts, basisOf(bookOf([made('1'), made('2'), made('3', { level: '绝密' })])));
    expect([figures.get('both')?.value, figures.get('share')?.value]).toEqual([3, '33.3%']);
    expect(figures.get('both')?.rows.map(({ label }) => label)).toEqual(['3', '1', '2']);
  });

  it('cannot be said where a part cannot, and there is no share of nothing', () => {
    const figures = reckonFigures(parts, basisOf(bookOf([], { state: 'nil' })));
    expect([figures.get('both')?.value, figures.get('share')?.why?.code]).toEqual([0, 'nothing-to-share']);
    expect(reckonFigures(parts, basisOf(bookOf([{ no: '1', decided_at: '2026-01-01' }]))).get('both')).toMatchObject({ value: null, why: { code: 'rows-incomplete' } });
  });

  it('without a source stay blank, and a blank parameter is no target of 0', () => {
    expect(reckonFigures([{ id: 'given', ...words, source: 'none' }], basisOf(bookOf([]))).get('given')?.why?.code).toBe('no-source');
    const reaches = { when: decided, reaches: { column: 'hours', parameter: 'trainingHours', by: 'level' } };
    const book = bookOf([made('1', { hours: 8 }), made('2', { hours: 2 })]);
    expect(figureOf(reaches, basisOf(book)).why).toMatchObject({ code: 'parameter-blank', detail: 'trainingHours' });
    expect(figureOf(reaches, basisOf(book, '2026', { parameters: { trainingHours: { 机密: 4 } } })).value).toBe(1);
  });
});
