import { describe, expect, it } from 'vitest';
import { TemplateOverride } from '#domain/register.js';
import { overrideProblems } from '#registers/check-override.js';
import { staff } from './small-books.js';

const title = { zh: '甲', en: 'A' };
const problems = (given: object): readonly string[] => overrideProblems(TemplateOverride.parse({ register: 'staff', ...given }), staff, ['staff', 'departments']).map((problem) => problem.code);

describe('a unit\'s changes to a template', () => {
  it('renaming, hiding, adding and widening are fine', () => {
    expect(problems({ rename: { dept: { zh: '科室', en: 'Office' } }, hide: ['phone'], add: [{ key: 'x_room', title: { zh: '房间', en: 'Room' }, type: 'enum', values: ['东', '西'] }, { key: 'x_boss', title: { zh: '上级', en: 'Boss' }, type: 'ref', register: 'staff' }], allow: { state: ['借出'] } })).toEqual([]);
  });

  it.each([
    ['a column that there is not', { rename: { salary: title } }, 'override-column-unknown'],
    ['hiding the number by which rows are told apart', { hide: ['no'] }, 'override-column-needed'],
    ['hiding the name by which rows are called', { hide: ['name'] }, 'override-column-needed'],
    ['values for a column without a list', { allow: { phone: ['手机'] } }, 'override-column-no-list'],
    ['a list column without values', { add: [{ key: 'x_a', title, type: 'enum' }] }, 'override-values'],
    ['values where the type has none', { add: [{ key: 'x_a', title, type: 'date', values: ['甲', '乙'] }] }, 'override-values'],
    ['a reckoned column', { add: [{ key: 'x_a', title, type: 'int', computed: { total: [{ count: 'people' }] } }] }, 'override-computed'],
    ['a column twice', { add: [{ key: 'x_a', title, type: 'string' }, { key: 'x_a', title: { zh: '乙', en: 'B' }, type: 'string' }] }, 'override-column-twice'],
    ['a reference to a book that there is not', { add: [{ key: 'x_a', title, type: 'ref', register: 'rooms' }] }, 'override-reference'],
    ['a reference to nothing', { add: [{ key: 'x_a', title, type: 'ref' }] }, 'override-reference'],
    ['two columns of one title', { rename: { dept: { zh: '姓名', en: 'Name' } } }, 'override-title-twice'],
  ])('%s is refused', (_what, given, code) => {
    expect(problems(given)).toContain(code);
  });

  it.each([['a key of the program\'s own', { add: [{ key: 'room', title, type: 'string' }] }], ['a key nobody can say', { hide: ['编号'] }], ['a part that does not exist', { delete: ['phone'] }]])('%s is not even read', (_what, given) => {
    expect(TemplateOverride.safeParse({ register: 'staff', ...given }).success).toBe(false);
  });
});
