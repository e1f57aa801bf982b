import { describe, expect, it } from 'vitest';
import { RegisterTemplate, TemplateOverride } from '#domain/register.js';
import { fitTemplates, type FittedBook, type Footing } from '#registers/fit-template.js';

const column = (key: string, zh: string, more: object = {}): object => ({ key, title: { zh, en: key }, type: 'string', ...more });
const shape = { version: 1, group: 'documents', source: '本局自拟', key: ['no'], label: 'no' };
const carriers = RegisterTemplate.parse({
  ...shape, id: 'carriers', title: { zh: '载体台账', en: 'Carriers' }, sensitivity: 'classified', classified: true, numbersOnly: ['no', 'keeper', 'checked_at', 'state'],
  columns: [column('no', '编号', { required: true }), column('name', '名称', { maybeSecret: true, required: true }), column('level', '密级'), column('keeper', '责任人'), column('checked_at', '核对日期', { type: 'date' }), column('state', '状态')],
});
const people = RegisterTemplate.parse({
  ...shape, id: 'people', title: { zh: '人员', en: 'People' }, sensitivity: 'work',
  columns: [
    column('no', '编号', { required: true }), column('matter', '涉密事项', { maybeSecret: true }), column('kind', '用工性质', { type: 'enum', values: ['在编', '借调'] }),
    column('held', '持有载体数', { type: 'int', computed: { total: [{ count: 'carriers', where: { state: ['在用'] } }] } }),
    column('secrets', '持有机密数', { type: 'int', computed: { total: [{ count: 'carriers', where: { level: ['机密'] } }] } }),
  ],
  links: { carriers: { register: 'carriers', by: 'keeper' } },
});
const vetting = RegisterTemplate.parse({ ...shape, id: 'vetting', title: { zh: '审查表', en: 'Vetting' }, sensitivity: 'work', paperOnly: true, columns: [column('no', '编号')] });

function fitted(given: Partial<Footing> = {}): Readonly<Record<string, FittedBook>> {
  const books = fitTemplates([carriers, people, vetting], { mode: 'non-classified', overrides: {}, allowances: {}, ...given });
  return Object.fromEntries(books.map((book) => [book.template.id, book]));
}
const keys = (book: FittedBook | undefined): readonly string[] => book?.template.columns.map((each) => each.key) ?? [];
const decided = { allowances: { carriers: {} } };

describe('a classified book on a non-classified machine', () => {
  it('may not be kept before the 定密责任人 decided', () => {
    expect(fitted()['carriers']?.standing).toBe('undecided');
  });

  it('has only its numbers-only columns, decided or not', () => {
    for (const book of [fitted()['carriers'], fitted(decided)['carriers']]) expect(keys(book)).toEqual(['no', 'keeper', 'checked_at', 'state']);
    expect(fitted(decided)['carriers']).toMatchObject({ standing: 'open', isNumbersOnly: true, hidden: ['name', 'level'] });
  });

  it('knows the titles it had to leave out, so that an import can name them', () => {
    expect(fitted(decided)['carriers']?.left.map((each) => each.title.zh)).toEqual(['名称', '密级']);
  });

  it('nothing is reckoned from it before it is kept: an empty book is no evidence', () => {
    expect(keys(fitted()['people'])).toEqual(['no', 'kind']);
    expect(fitted()['people']?.hidden).toEqual(['matter', 'held', 'secrets']);
  });

  it('once kept, only what rests on columns that are held is reckoned', () => {
    expect(keys(fitted(decided)['people'])).toEqual(['no', 'kind', 'held']);
  });
});

describe('on a classified machine', () => {
  it('every column is held and no decision is needed', () => {
    const books = fitted({ mode: 'classified' });
    expect([books['carriers']?.standing, books['carriers']?.isNumbersOnly, keys(books['carriers']).length, keys(books['people']).length]).toEqual(['open', false, 6, 5]);
  });
});

describe('a form on paper only', () => {
  it('is never kept, on no machine', () => {
    expect([fitted()['vetting']?.standing, fitted({ mode: 'classified' })['vetting']?.standing]).toEqual(['paper-only', 'paper-only']);
  });
});

describe('the unit\'s own columns', () => {
  const override = TemplateOverride.parse({ register: 'people', title: { zh: '人员花名册', en: 'Roll' }, rename: { kind: { zh: '编制情况', en: 'Kind' } }, hide: [], add: [{ key: 'x_room', title: { zh: '房间', en: 'Room' }, type: 'string' }], allow: { kind: ['见习'] } });
  const own = fitted({ overrides: { people: override } })['people'];

  it('a column has the unit\'s title, and sheets with the old one are still read', () => {
    expect(own?.template.columns.find((each) => each.key === 'kind')).toMatchObject({ title: { zh: '编制情况' }, synonyms: ['用工性质'], values: ['在编', '借调', '见习'] });
    expect(own?.template.title.zh).toBe('人员花名册');
  });

  it('added columns stand last, hidden ones are gone and known as hidden', () => {
    const hiding = fitted({ overrides: { people: { ...override, hide: ['kind'], rename: {}, allow: {} } } })['people'];
    expect([keys(own).at(-1), keys(hiding), hiding?.hidden.includes('kind')]).toEqual(['x_room', ['no', 'x_room'], true]);
  });
});
