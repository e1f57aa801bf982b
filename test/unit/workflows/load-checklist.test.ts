import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AppError } from '#domain/app-error.js';
import { describeError } from '#cli/describe-error.js';
import { languages, sayIn } from '#messages/say.js';
import { checklistFile, loadChecklist } from '#workflows/load-checklist.js';
import { broken, good, lineOf, refusalOf, scratchFolder } from '../catalog/broken-files.js';
import { catalog } from '../evaluation/small-office.js';

const folder = scratchFolder();
afterAll(() => folder.remove());

const refused = (text: string): AppError => refusalOf(() => loadChecklist(folder.file('small-office.yaml', text), catalog.environment));

/** One way to break the checklist for each code that loading can give, and the line where it is found. */
const faults: readonly (readonly [code: string, from: string, to: string, passage: string])[] = [
  ['yaml-duplicate-key', 'level: unit', 'level: unit\nlevel: unit', 'level: unit\nscoring'],
  ['yaml-alias', 'level: unit', 'level: &level unit', 'level: &level'],
  ['yaml-tag', 'level: unit', 'level: !level unit', 'level: !level'],
  ['yaml-syntax', '    title: 一、责任制', '\ttitle: 一、责任制', '\ttitle'],
  ['shape-unknown-key', 'level: unit', 'level: unit\nweight: 3', 'weight'],
  ['shape-missing-key', 'level: unit\n', '', '# 东湖区'],
  ['shape-wrong-type', 'edition: "2026"', 'edition: 2026', 'edition'],
  ['shape-not-allowed', 'level: unit', 'level: 局', 'level'],
  ['shape-invalid', 'title: 东湖区示例局自查表', 'title: 表', 'title'],
  ['checklist-duplicate-id', 'id: TERM-50', 'id: PER-04', '- id: PER-04\n        objective: 系统'],
  ['checklist-points-sum', 'points: 10\n', 'points: 11\n', 'points: 11'],
  ['checklist-method-keys', '        validFor: 12 months\n', '', '- id: UNIT-01'],
  ['checklist-missing-finding', '        finding: 系统日志留存天数低于本单位要求\n', '', '- id: TERM-50'],
  ['catalog-wrong-name', 'id: small-office', 'id: other-office', 'id: other'],
  ['expression-syntax', 'has(row.undertaking_at)', 'has(row.undertaking_at', 'expect: has'],
  ['expression-too-long', 'has(row.undertaking_at)', Array.from({ length: 200 }, () => '1!=2').join('&&'), 'expect: 1!=2'],
  ['expression-unknown-name', 'has(row.undertaking_at)', 'undertaking_at', 'expect: undertaking'],
  ['expression-unknown-field', 'has(row.undertaking_at)', 'has(row.undertaken_at)', 'expect: has'],
  ['expression-types', 'has(row.undertaking_at)', 'row.undertaking_at > 3', 'expect: row'],
  ['expression-not-bool', 'has(row.undertaking_at)', 'row.undertaking_at', 'expect: row'],
  ['expression-call-refused', 'has(row.undertaking_at)', 'row.undertaking_at.matches("2")', 'expect: row'],
  ['expression-enum-value', '"在岗"', '"在编"', 'where: '],
  ['expression-integer-division', 'has(row.undertaking_at)', '1 / 2 > 0', 'expect: 1'],
  ['expression-nested-register', 'has(row.undertaking_at)', 'register.staff.exists(s, true)', 'expect: register'],
  ['expression-has-misuse', 'has(row.undertaking_at)', 'has(accounts.total)', 'expect: has'],
  ['expression-shows-personal', '涉密等级: row.level', '姓名: row.name', '姓名: row'],
  ['expression-not-a-register', 'each: register.personnel', 'each: register.people', 'each: '],
];

describe('a checklist that is loaded', () => {
  it('with nothing wrong is ready to judge', () => {
    expect(loadChecklist(folder.file('small-office.yaml', good), catalog.environment).items.map(({ item }) => item.id)).toEqual(['UNIT-01', 'PER-04', 'TERM-50']);
  });

  it.each(faults)('%s: file, line, and what to do, in both languages', (code, from, to, passage) => {
    const text = broken(from, to);
    const error = refused(text);
    const problem = error.problems.find((each) => each.code === code);
    expect([error.exit, error.params['file'], problem?.params['line']]).toEqual([4, join(folder.path, 'small-office.yaml'), passage === '# 东湖区' ? 2 : lineOf(text, passage)]);
    for (const language of languages) {
      const described = describeError(error, sayIn(language));
      const words = [described.message, described.cure, ...described.problems.flatMap((each) => [each.message, each.cure])];
      expect(words.filter((each) => each === '' || /\{\w+\}/.test(each))).toEqual([]);
      expect(described.message).toContain('small-office.yaml');
      expect(described.problems.every((each) => each.message.includes(String(each.params['line'])))).toBe(true);
    }
  });

  it('names the item and the key of a wrong expression', () => {
    const [problem] = refused(broken('涉密等级: row.level', '涉密等级: row.levl')).problems;
    expect(problem?.params).toMatchObject({ at: 'PER-04/observe/涉密等级', name: 'levl' });
  });

  it('that rests on a parameter which nobody declared is refused on the line of its basis', () => {
    const text = broken('parameter: logDays }', 'parameter: logYears }');
    const [problem] = refused(text).problems;
    expect([problem?.code, problem?.params['line'], problem?.params['name']]).toEqual(['expression-unknown-name', lineOf(text, 'basis: [{ kind: parameter'), 'logYears']);
  });

  it('names every wrong expression, not only the first', () => {
    expect(refused(good.replace('has(row.undertaking_at)', 'row.undertaken').replace('row.level', 'row.levl').replace('logs.oldest', 'logs.eldest')).problems).toHaveLength(3);
  });
});

describe('a checklist that is asked for by its id', () => {
  const files = [{ id: 'organisation', file: '/x/organisation.yaml', origin: 'program' as const }];

  it('is found', () => {
    expect(checklistFile('organisation', files).file).toBe('/x/organisation.yaml');
  });

  it('or the ids there are are named', () => {
    const error = refusalOf(() => checklistFile('organization', files));
    expect([error.code, error.params['known']]).toEqual(['checklist-unknown', 'organisation']);
  });
});
