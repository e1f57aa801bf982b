import { afterAll, describe, expect, it } from 'vitest';
import { readParameterFile } from '#workflows/import-parameters.js';
import { parameterValues } from '#workflows/parameter-values.js';
import { refusalOf, scratchFolder } from '../catalog/broken-files.js';

const folder = scratchFolder();
afterAll(() => folder.remove());

const rule = 'source: 《东湖区示例局保密管理办法》, approvedBy: 周建国';
const read = (text: string): ReturnType<typeof readParameterFile> => readParameterFile(folder.file('parameters.yaml', text));

describe('a file of the unit\'s own rules', () => {
  it('one value', () => {
    expect(read(`parameters:\n  - { id: logDays, value: 180, ${rule}, since: 2026-01-01 }\n`)).toEqual([{ id: 'logDays', value: 180, source: '《东湖区示例局保密管理办法》', approvedBy: '周建国', since: '2026-01-01' }]);
  });

  it('values by level become one entry each', () => {
    const entries = read(`parameters:\n  - { id: trainingHours, values: { 核心: 16, 重要: 8 }, ${rule} }\n`);
    expect(entries.map(({ id, key, value }) => [id, key, value])).toEqual([['trainingHours', '核心', 16], ['trainingHours', '重要', 8]]);
  });

  it.each([
    ['no source: a rule that nobody can look up is none', 'parameters:\n  - { id: logDays, value: 180, approvedBy: 周建国 }\n', 'shape-missing-key', 2],
    ['nobody who approved it', 'parameters:\n  - { id: logDays, value: 180, source: 办法 }\n', 'shape-missing-key', 2],
    ['a key that does not exist', `parameters:\n  - id: logDays\n    valeu: 180\n    source: 办法\n    approvedBy: 周建国\n`, 'shape-unknown-key', 3],
    ['a day that does not exist', `parameters:\n  - { id: logDays, value: 180, ${rule}, since: 2026-02-30 }\n`, 'shape-invalid', 2],
    ['a list as value', `parameters:\n  - { id: logDays, value: [180], ${rule} }\n`, 'shape-invalid', 2],
    ['no parameter at all', 'parameters: []\n', 'shape-invalid', 1],
  ])('%s', (_what, text, code, line) => {
    const error = refusalOf(() => read(text));
    expect([error.code, error.problems.map((each) => [each.code, each.params['line']])]).toEqual(['yaml-invalid', [[code, line]]]);
  });
});

describe('the values that judging sees', () => {
  it('what the unit left blank is absent', () => {
    const stored = { id: 'logDays', value: 180, source: '办法', approvedBy: '周建国', since: '2026-01-01', setAt: '2026-01-01T02:00:00.000Z' };
    expect(parameterValues({ parameters: { logDays: stored } })).toEqual({ logDays: 180 });
  });
});
