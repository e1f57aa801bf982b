import { describe, expect, it } from 'vitest';
import type { RegisterConfirmation, Row } from '#domain/register.js';
import { fitTemplates } from '#registers/fit-template.js';
import { registerFacts } from '#registers/register-facts.js';
import { after, by, departments, importOf, staff, templates } from './small-books.js';

const at = '2026-11-10T02:00:00.000Z';
const rooms = after([], importOf('部门编号,部门名称\nD1,办公室\nD2,业务科\n', [], departments, at));
const rows = after(rooms, importOf('人员编号,姓名,所属部门,证件号码\nS01,张伟,D1,11010119900101001X\nS02,李娜,D1,\nS03,王强,,\n', rooms, staff, at));
const said = (given: Partial<RegisterConfirmation> = {}): RegisterConfirmation => ({ register: 'staff', asOf: '2026-11-20', by, at: '2026-11-20T02:00:00.000Z', nil: false, rows: 3, ...given });
const facts = (confirmations: readonly RegisterConfirmation[] = [], on: readonly Row[] = rows) => registerFacts({ books: fitTemplates(templates, { mode: 'non-classified', overrides: {}, allowances: {} }), rows: on, confirmations, year: '2026' });
const state = (confirmation: RegisterConfirmation, on: readonly Row[] = rows): string | undefined => facts([confirmation], on)['staff']?.state;

describe('a book as judging sees it', () => {
  it('has its rows, the office\'s name for it and a label that shows no full name', () => {
    const book = facts()['staff'];
    expect([book?.title, book?.rows.map((row) => row.label)]).toEqual(['人员名册', ['S01 张某', 'S02 李某', 'S03 王某']]);
    expect(book?.rows[0]?.cells).toMatchObject({ no: 'S01', dept: 'D1' });
  });

  it('brings the rows of the other book that belong to it', () => {
    const people = facts()['departments']?.rows.map((row) => [row.cells['no'], (row.cells['people'] as Row['cells'][]).map((person) => person['no'])]);
    expect(people).toEqual([['D1', ['S01', 'S02']], ['D2', []]]);
    expect(facts()['departments']?.links).toEqual({ people: ['staff'] });
  });

  it('leaves out rows that were retired, in links too', () => {
    const left = rows.map((row) => (row.cells['no'] === 'S02' ? { ...row, retired: true } : row));
    expect(facts([], left)['staff']?.rows).toHaveLength(2);
    expect((facts([], left)['departments']?.rows[0]?.cells['people'] as unknown[]).length).toBe(1);
  });

  it('hides the columns that must not be on this machine, and says so', () => {
    const secret = rows.map((row) => (row.cells['no'] === 'S01' ? { ...row, cells: { ...row.cells, matter: '某工程' } } : row));
    const book = facts([], secret)['staff'];
    expect([book?.hiddenColumns, JSON.stringify(book?.rows)]).toEqual([['matter'], expect.not.stringContaining('某工程')]);
    expect(JSON.stringify(facts([], secret)['departments'])).not.toContain('某工程');
  });

  it('has a digest that does not hang on the order of the rows, but on every cell and revision', () => {
    const digest = (on: readonly Row[]): string | undefined => facts([], on)['staff']?.digest;
    expect(digest([...rows].reverse())).toBe(digest(rows));
    const changed = rows.map((row) => (row.cells['no'] === 'S01' ? { ...row, cells: { ...row.cells, dept: 'D2' } } : row));
    const revised = rows.map((row) => (row.cells['no'] === 'S01' ? { ...row, revision: 2 } : row));
    expect(new Set([digest(rows), digest(changed), digest(revised)]).size).toBe(3);
  });
});

describe('whether a book is confirmed', () => {
  it('without a word of the officer it is not', () => {
    expect(facts()['staff']).toMatchObject({ state: 'unconfirmed' });
    expect(facts()['staff']).not.toHaveProperty('asOf');
  });

  it('with his word it is, as of the day he named', () => {
    expect(facts([said()])['staff']).toMatchObject({ state: 'confirmed', asOf: '2026-11-20' });
  });

  it('a row that came later needs his word again', () => {
    const later = after(rows, importOf('人员编号,姓名\nS04,赵敏\n', rows, staff, '2026-11-21T02:00:00.000Z'));
    expect(state(said(), later)).toBe('unconfirmed');
  });

  it('so does a row that was changed or retired later', () => {
    const touched = (row: Row): Row => ({ ...row, at: '2026-11-21T02:00:00.000Z' });
    expect(state(said(), rows.map((row) => (row.cells['no'] === 'S01' ? touched(row) : row)))).toBe('unconfirmed');
    expect(state(said(), rows.map((row) => (row.cells['no'] === 'S01' ? { ...touched(row), retired: true } : row)))).toBe('unconfirmed');
  });

  it('even a row that came an hour later, the same day', () => {
    const afternoon = rows.map((row) => (row.cells['no'] === 'S01' ? { ...row, at: '2026-11-20T03:00:00.000Z' } : row));
    expect([state(said(), afternoon), state(said({ at: '2026-11-20T03:00:00.000Z' }), afternoon)]).toEqual(['unconfirmed', 'confirmed']);
  });

  it('a book from which everything was taken later is not confirmed either', () => {
    expect(state(said(), rows.map((row) => ({ ...row, retired: true, at: '2026-11-21T02:00:00.000Z' })))).toBe('unconfirmed');
  });

  it('and one that was entered before he spoke but after the day he spoke of', () => {
    expect(state(said({ asOf: '2026-11-09' }))).toBe('unconfirmed');
    expect(state(said({ asOf: '2026-11-10' }))).toBe('confirmed');
  });

  it('days are counted in China: what came at 17:00 UTC came the next day', () => {
    const evening = rows.map((row) => ({ ...row, at: '2026-11-10T17:00:00.000Z' }));
    expect([state(said({ asOf: '2026-11-10' }), evening), state(said({ asOf: '2026-11-11' }), evening)]).toEqual(['unconfirmed', 'confirmed']);
  });

  it('零报告 holds while there is no row', () => {
    const nil = said({ nil: true, rows: 0 });
    expect([state(nil, rooms), state(nil)]).toEqual(['nil', 'unconfirmed']);
  });

  it('his word about one book says nothing about another', () => {
    expect(facts([said()])['departments']?.state).toBe('unconfirmed');
  });
});
