import { describe, expect, it } from 'vitest';
import { mergeQuestionnaires, type KnownAnswer } from '#registers/questionnaire/merge-questionnaires.js';
import type { SheetAnswer } from '#registers/questionnaire/read-answer.js';
import type { ReadQuestionnaire } from '#registers/questionnaire/read-questionnaire.js';

const exportedAt = '2026-11-24T02:00:00.000Z';
const answer = (more: Partial<SheetAnswer> = {}): SheetAnswer => ({ itemId: 'DOC-01', itemDigest: 'b'.repeat(64), row: 6, value: 'pass', partial: false, deductions: [], evidence: [], ...more });
const sheet = (file: string, answers: readonly SheetAnswer[], subjectKey = 'department:D2'): ReadQuestionnaire => ({ file, roundId: 'r', subjectKey, checklistDigest: 'a', exportedAt, answers, problems: [] });
const known = (more: Partial<KnownAnswer> = {}): KnownAnswer => ({ subjectKey: 'department:D2', itemId: 'DOC-01', value: 'pass', partial: false, deductions: [], evidence: [], at: '2026-11-20T02:00:00.000Z', on: '2026-11-20', by: '王某', ...more });
const failed = { value: 'fail', fact: '缺一份' } as const;

describe('sheets that come back', () => {
  it('bring their answers, each subject its own', () => {
    const { answers, conflicts } = mergeQuestionnaires([sheet('a.xlsx', [answer()]), sheet('b.xlsx', [answer(failed)], 'department:D1')], []);
    expect(conflicts).toEqual([]);
    expect(answers.map(({ file, subjectKey }) => [file, subjectKey])).toEqual([['a.xlsx', 'department:D2'], ['b.xlsx', 'department:D1']]);
  });

  it('change nothing where the same is on file, whoever said it', () => {
    const { answers, unchanged } = mergeQuestionnaires([sheet('a.xlsx', [answer({ by: '赵敏' })])], [known()]);
    expect([answers.length, unchanged.length]).toEqual([0, 1]);
  });

  it('change an answer that was on file when the sheet was handed out', () => {
    expect(mergeQuestionnaires([sheet('a.xlsx', [answer(failed)])], [known()]).answers).toHaveLength(1);
  });

  it('may leave to one who changed something what others left alone', () => {
    const plan = mergeQuestionnaires([sheet('a.xlsx', [answer()]), sheet('b.xlsx', [answer(failed)])], [known()]);
    expect(plan.conflicts).toEqual([]);
    expect(plan.answers.map(({ file }) => file)).toEqual(['b.xlsx']);
  });
});

describe('a conflict', () => {
  const two = [sheet('a.xlsx', [answer({ by: '赵敏', on: '2026-11-25' })]), sheet('b.xlsx', [answer({ ...failed, by: '张某', on: '2026-11-26' })])];

  it('of two files is listed with both sides and wins nothing', () => {
    const { answers, conflicts } = mergeQuestionnaires(two, []);
    expect(answers).toEqual([]);
    expect(conflicts).toMatchObject([{ kind: 'files-differ', itemId: 'DOC-01', sides: [{ file: 'a.xlsx', saying: { value: 'pass', by: '赵敏' } }, { file: 'b.xlsx', saying: { value: 'fail', by: '张某' } }] }]);
  });

  it('with an answer recorded after the sheet was handed out is listed too', () => {
    const later = known({ at: '2026-11-25T08:00:00.000Z', on: '2026-11-25' });
    const { answers, conflicts } = mergeQuestionnaires([sheet('a.xlsx', [answer(failed)])], [later]);
    expect(answers).toEqual([]);
    expect(conflicts).toMatchObject([{ kind: 'recorded-later', sides: [{ file: 'a.xlsx' }, { saying: { by: '王某' } }] }]);
  });

  it('goes to the newer side only when told, and only where one is newer', () => {
    expect(mergeQuestionnaires(two, [], 'newer').answers.map(({ file }) => file)).toEqual(['b.xlsx']);
    const sameDay = [two[0] as ReadQuestionnaire, sheet('b.xlsx', [answer({ ...failed, on: '2026-11-25' })])];
    expect(mergeQuestionnaires(sameDay, [], 'newer').conflicts).toHaveLength(1);
    const undated = [two[0] as ReadQuestionnaire, sheet('b.xlsx', [answer(failed)])];
    expect(mergeQuestionnaires(undated, [], 'newer').conflicts).toHaveLength(1);
  });

  it('keeps what is on file when told, or when that is newer', () => {
    const later = known({ at: '2026-11-27T08:00:00.000Z', on: '2026-11-27' });
    const from = [sheet('a.xlsx', [answer({ ...failed, on: '2026-11-26' })])];
    expect(mergeQuestionnaires(from, [later], 'keep')).toMatchObject({ answers: [], conflicts: [], kept: [{ itemId: 'DOC-01' }] });
    expect(mergeQuestionnaires(from, [later], 'newer')).toMatchObject({ answers: [], conflicts: [], kept: [{ itemId: 'DOC-01' }] });
    expect(mergeQuestionnaires([sheet('a.xlsx', [answer({ ...failed, on: '2026-11-28' })])], [later], 'newer').answers).toHaveLength(1);
  });

  it('stays where nothing is on file to keep', () => {
    expect(mergeQuestionnaires(two, [], 'keep').conflicts).toHaveLength(1);
  });
});
