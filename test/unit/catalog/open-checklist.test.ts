import { afterAll, describe, expect, it } from 'vitest';
import { openChecklist } from '#catalog/open-checklist.js';
import { broken, good, lineOf, refusalOf, scratchFolder } from './broken-files.js';

const folder = scratchFolder();
afterAll(() => folder.remove());

const opened = (text: string): ReturnType<typeof openChecklist> => openChecklist(folder.file('small-office.yaml', text));
/** Code and line of each problem of a broken text. */
const problems = (text: string): readonly (readonly [string, unknown])[] => {
  const error = refusalOf(() => opened(text));
  expect(['checklist-invalid', error.problems.length]).toEqual([error.code, error.params['count']]);
  return error.problems.map((each) => [each.code, each.params['line']]);
};
const inserted = (before: string, line: string): string => broken(before, `${line}\n${before}`);

describe('the small checklist of an office', () => {
  it('opens, with what was left out filled in', () => {
    const { checklist } = opened(good);
    expect(checklist).toMatchObject({ id: 'small-office', grades: false, points: 10 });
    expect(checklist.sections[1]?.items.map(({ id, kind, points }) => [id, kind, points])).toEqual([['PER-04', 'scored', 4], ['TERM-50', 'scored', 2]]);
  });
});

describe('a fault of shape is named with its line', () => {
  it.each([
    ['an unknown key', '        severity: high\n        points: 4\n        method: register', '        sevrity: high\n        points: 4\n        method: register', [['shape-missing-key', 'PER-04'], ['shape-unknown-key', 'sevrity']]],
    ['a key that is not there', '        confidence: direct\n', '', [['shape-missing-key', 'PER-04']]],
    ['text where points belong', 'points: 2\n        method: automated', 'points: 二\n        method: automated', [['shape-wrong-type', 'points: 二']]],
    ['a number where a title belongs', 'title: 一、责任制', 'title: 1', [['shape-wrong-type', 'title: 1']]],
    ['null where a list belongs', 'sections:\n', 'sections: null\nrest:\n', [['shape-wrong-type', 'sections: null'], ['shape-unknown-key', 'rest:']]],
    ['a level that does not exist', 'level: unit', 'level: 全单位', [['shape-not-allowed', 'level: 全单位']]],
    ['a severity that does not exist', 'severity: medium', 'severity: 中', [['shape-not-allowed', 'severity: 中']]],
    ['an id that is none', 'id: TERM-50', 'id: 终端50', [['shape-invalid', 'id: 终端50']]],
    ['points with three decimals', 'points: 2\n        method: automated', 'points: 2.005\n        method: automated', [['shape-invalid', 'points: 2.005']]],
    ['points that are no number', 'points: 2\n        method: automated', 'points: .nan\n        method: automated', [['shape-wrong-type', 'points: .nan']]],
    ['a basis of an unknown kind', 'kind: parameter, parameter: logDays', 'kind: standard, number: BMB', [['shape-invalid', 'kind: standard']]],
    ['a law without its article', 'law: 保守国家秘密法, article: 43', 'law: 保守国家秘密法', [['shape-missing-key', 'law: 保守国家秘密法']]],
    ['an expression of more than 2000 characters', 'expect: has(row.undertaking_at)', `expect: '${'x'.repeat(2001)}'`, [['shape-invalid', `expect: '${'x'.repeat(20)}`]]],
    ['a validity that is no number of months', 'validFor: 12 months', 'validFor: 一年', [['shape-invalid', 'validFor: 一年']]],
    ['no item in a section', /    items:\n      - id: UNIT-01[\s\S]*?会议记录 }\n/, '    items: []\n', [['shape-invalid', 'items: []']]],
  ] as const)('%s', (_what, from, to, expected) => {
    const text = typeof from === 'string' ? broken(from, to) : good.replace(from, to);
    const wanted = expected.map(([code, passage]) => [code, lineOf(text, passage)]);
    const byLine = (list: readonly (readonly [unknown, unknown])[]): unknown[] => [...list].sort((left, right) => Number(left[1]) - Number(right[1]));
    expect(byLine(problems(text))).toEqual(byLine(wanted as never));
  });

  it('an unknown key names the keys there are, also inside a basis', () => {
    const [item] = refusalOf(() => opened(inserted('        severity: medium', '        weight: 3'))).problems;
    expect([item?.params['key'], item?.params['at'], String(item?.params['allowed'])]).toEqual(['weight', 'sections/people/items/TERM-50', expect.stringContaining('severity')]);
    const [basis] = refusalOf(() => opened(broken('parameter: logDays', 'parameter: logDays, paragraph: 1'))).problems;
    expect([basis?.params['key'], String(basis?.params['allowed'])]).toEqual(['paragraph', expect.stringContaining('parameter')]);
  });

  it('a place is told by the id of the item, not by its position', () => {
    const [problem] = refusalOf(() => opened(broken('severity: medium', 'severity: 中'))).problems;
    expect(problem?.params['at']).toBe('sections/people/items/TERM-50/severity');
  });

  it('a key of the language itself is an unknown key like any other', () => {
    expect(problems(inserted('        severity: medium', '        __proto__: { points: 9 }'))).toEqual([['shape-unknown-key', lineOf(good, '        severity: medium')]]);
  });

  it('every fault is named at once', () => {
    const text = good.replaceAll('severity: high', 'severity: 高').replace('level: unit', 'level: 局');
    expect(problems(text)).toHaveLength(3);
  });
});

describe('a fault of content is named with its line', () => {
  it('an id that was given twice', () => {
    const text = broken('id: TERM-50', 'id: PER-04');
    expect(problems(text)).toEqual([['checklist-duplicate-id', lineOf(text, '      - id: PER-04\n        objective: 系统')]]);
  });

  it('a section or a deduction that was given twice', () => {
    expect(problems(broken('- id: people', '- id: duty'))).toEqual([['checklist-duplicate-id', lineOf(good, '  - id: people')]]);
    expect(problems(broken('UNIT-01.2', 'UNIT-01.1'))).toEqual([['checklist-duplicate-id', lineOf(good, '          - { id: UNIT-01.2')]]);
  });

  it('points of a section that do not add up, and those of the whole', () => {
    const text = broken('points: 2\n        method: automated', 'points: 2.5\n        method: automated');
    expect(problems(text)).toEqual([['checklist-points-sum', lineOf(text, '    points: 6')], ['checklist-points-sum', lineOf(text, 'points: 10')]]);
    expect(refusalOf(() => opened(text)).problems[0]?.params).toMatchObject({ at: 'people', sum: 6.5, declared: 6 });
  });

  it('points that only the whole declares', () => {
    expect(problems(broken('points: 10\n', 'points: 100\n'))).toEqual([['checklist-points-sum', lineOf(good, 'points: 10')]]);
  });

  it('hundredths add up exactly: 0.1 + 0.2 + 5.7 is 6', () => {
    expect(opened(good.replace('points: 4\n        method: register', 'points: 0.1\n        method: register').replace('points: 2\n', 'points: 5.9\n')).checklist.points).toBe(10);
  });

  it('aggravating and veto items have no part in the sum', () => {
    expect(problems(broken('        method: automated', '        kind: aggravating\n        method: automated'))).toHaveLength(2);
  });

  it('another file name than the id', () => {
    const error = refusalOf(() => openChecklist(folder.file('other-office.yaml', good)));
    expect(error.problems).toEqual([{ code: 'catalog-wrong-name', params: { line: 2, id: 'small-office', file: 'other-office.yaml' } }]);
  });

  it.each([
    ['a manual item with an expression', 'method: manual', 'method: manual\n        expect: "true"', 'checklist-method-keys', 'UNIT-01'],
    ['a manual item without a validity', '        validFor: 12 months\n', '', 'checklist-method-keys', 'UNIT-01'],
    ['a manual item without guidance', '        guidance: { how: 看会议记录, evidence: 会议记录 }\n', '', 'checklist-method-keys', 'UNIT-01'],
    ['a manual item that selects rows', 'method: manual', 'method: manual\n        where: "true"', 'checklist-method-keys', 'UNIT-01'],
    ['a check without an expression', '        expect: has(row.undertaking_at)\n', '', 'checklist-method-keys', 'PER-04'],
    ['a selection without a book', '        each: register.personnel\n', '', 'checklist-method-keys', 'PER-04'],
    ['a machine check over a book', 'method: register', 'method: automated', 'checklist-method-keys', 'PER-04'],
    ['a check with deductions that nobody chooses', 'deduct: { perSubject: 1 }', 'deductions: [{ id: PER-04.1, when: 没有签订, points: 1 }]', 'checklist-method-keys', 'PER-04'],
    ['a check that cannot say what it found', '        finding: 没有保密承诺书签订记录\n', '', 'checklist-missing-finding', 'PER-04'],
  ])('%s', (_what, from, to, code, id) => {
    const text = broken(from, to);
    expect(problems(text)).toEqual([[code, lineOf(text, `- id: ${id}`)]]);
  });
});
