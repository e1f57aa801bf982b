import { describe, expect, it } from 'vitest';
import { RegisterTemplate, type Cell } from '#domain/register.js';
import { reckonBooks } from '#registers/reckon.js';

type Cells = Readonly<Record<string, Cell>>;
const text = (key: string, more: object = {}): object => ({ key, title: { zh: key, en: key }, type: 'string', ...more });
const book = (id: string, columns: readonly object[], more: object = {}): RegisterTemplate =>
  RegisterTemplate.parse({ id, version: 1, title: { zh: id, en: id }, group: 'training', sensitivity: 'internal', source: '本局自拟', key: ['no'], label: 'no', columns: [text('no'), ...columns], ...more });

const lessons = book('lessons', [text('date', { type: 'date' })]);
const signed = book('signed', [
  text('lesson', { type: 'ref', register: 'lessons' }),
  text('person'),
  text('hours', { type: 'number' }),
  text('came', { type: 'bool' }),
  text('date', { type: 'date', computed: { lookup: 'lesson', take: 'date' } }),
]);
const people = book(
  'people',
  [
    text('year', { type: 'year' }),
    text('target', { type: 'number' }),
    text('hours', { type: 'number', computed: { total: [{ sum: 'lessons', of: 'hours', where: { date: { year: 'this' }, came: [true] } }] } }),
    text('hours_then', { type: 'number', computed: { total: [{ sum: 'lessons', of: 'hours', where: { date: { year: { of: 'year' } } } }] } }),
    text('absent', { type: 'int', computed: { total: [{ count: 'lessons', where: { came: [false] } }, { count: 'lessons', where: { came: { blank: true } } }] } }),
    text('met', { type: 'bool', computed: { reached: 'hours', target: 'target' } }),
  ],
  { links: { lessons: { register: 'signed', by: 'person' } } },
);

function reckoned(rows: Readonly<Record<string, readonly Cells[]>>): (register: string, no: string) => Cells | undefined {
  const books = new Map([lessons, signed, people].map((template) => [template.id, { template, rows: new Map((rows[template.id] ?? []).map((cells) => [String(cells['no']), cells])) }]));
  const result = reckonBooks(books, '2026');
  return (register, no) => result.get(register)?.get(no);
}

const office = {
  lessons: [{ no: 'T1', date: '2026-04-15' }, { no: 'T2', date: '2025-11-02' }],
  signed: [
    { no: '1', lesson: 'T1', person: 'S01', hours: 2.1, came: true },
    { no: '2', lesson: 'T1', person: 'S02', hours: 2, came: false },
    { no: '3', lesson: 'T2', person: 'S01', hours: 3, came: true },
    { no: '4', lesson: 'T9', person: 'S01', hours: 7, came: true },
    { no: '5', lesson: 'T1', person: 'S01', hours: 4.2, came: true },
    { no: '6', lesson: 'T1', person: 'S02' },
  ],
  people: [{ no: 'S01', target: 6, year: '2025', hours: 99 }, { no: 'S02' }, { no: 'S03', target: 0 }],
};

describe('reckoned columns', () => {
  const of = reckoned(office);

  it('a cell is looked up in the row that a reference names; a reference that leads nowhere brings nothing', () => {
    expect([of('signed', '1')?.['date'], of('signed', '4')]).toEqual(['2026-04-15', expect.not.objectContaining({ date: expect.anything() as unknown })]);
  });

  it('hours of this year are added up, those of last year, of absences and of unknown days are not', () => {
    expect(of('people', 'S01')?.['hours']).toBe(6.3);
    expect(of('people', 'S02')?.['hours']).toBe(0);
  });

  it('what somebody typed there does not count', () => {
    expect(of('people', 'S01')?.['hours']).not.toBe(99);
  });

  it('the year may be the row\'s own', () => {
    expect([of('people', 'S01')?.['hours_then'], of('people', 'S02')?.['hours_then']]).toEqual([3, 0]);
  });

  it('rows are counted by a value, and by its absence', () => {
    expect([of('people', 'S01')?.['absent'], of('people', 'S02')?.['absent']]).toEqual([0, 2]);
  });

  it('a target is held against the total; without a target nothing is said', () => {
    expect([of('people', 'S01')?.['met'], of('people', 'S03')?.['met']]).toEqual([true, true]);
    expect(of('people', 'S02')).not.toHaveProperty('met');
  });
});
