import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Question, SheetSaying } from '#domain/questionnaire.js';
import { mergeQuestionnaires } from '#registers/questionnaire/merge-questionnaires.js';
import { openBook } from '#registers/read-book.js';
import { readQuestionnaire } from '#registers/questionnaire/read-questionnaire.js';
import { writeQuestionnaire } from '#registers/questionnaire/write-questionnaire.js';
import { copying, question, questionnaire } from '../fixtures/questionnaires.js';

const text = fc.string({ unit: fc.constantFrom('查', '过', 'a', '1', '=', '+', '-', '@', "'", '<', '&', '"', '，', '_x0041_', '\n'), minLength: 1, maxLength: 20 }).map((given) => `${given}实`.trim());
const day = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const shared = { department: optional(fc.constantFrom('办公室', '业务科')), dueOn: optional(day), evidence: fc.uniqueArray(fc.constantFrom('E-1', 'E-2', 'E-3')), by: optional(fc.constantFrom('赵敏', '张某')), on: optional(day) };
const clean = (saying: object): SheetSaying => JSON.parse(JSON.stringify(saying)) as SheetSaying;

const passed = fc.record({ value: fc.constant('pass' as const), partial: fc.constant(false), fact: optional(text), deductions: fc.constant([]), ...shared }).map(clean);
const failed = fc.record({
  value: fc.constant('fail' as const),
  partial: fc.boolean(),
  fact: text,
  deductions: fc.subarray([{ id: 'DOC-01.1', times: 2 }, { id: 'DOC-01.2', points: 1.5 }], { minLength: 1 }),
  ...shared,
}).map(clean);
const idle = fc.record({ value: fc.constant('notapplicable' as const), partial: fc.constant(false), fact: text, deductions: fc.constant([]), ...shared }).map(clean);
const questions = fc.array(fc.record({ previous: optional(fc.oneof(passed, failed, idle)), section: text, objective: text }), { minLength: 1, maxLength: 6 }).map((rows) =>
  rows.map(({ previous, ...more }, index): Question => question(`DOC-0${String(index + 1)}`, { ...more, deductions: copying.deductions, ...(previous && { previous }) })),
);

it('a sheet that comes back as it was handed out says what was on it, and changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(questions, async (asked) => {
      const sheet = questionnaire(asked);
      const read = readQuestionnaire(await openBook(await writeQuestionnaire(sheet), 'a.xlsx'));
      expect(read.problems).toEqual([]);
      const expected = asked.flatMap(({ itemId, itemDigest, previous }, index) => (previous === undefined ? [] : [{ itemId, itemDigest, row: index + 6, ...previous }]));
      expect(read.answers).toEqual(expected);
      const known = expected.map((answer) => ({ ...answer, subjectKey: sheet.subject.key, at: '2026-11-20T00:00:00.000Z', on: '2026-11-20' }));
      expect(mergeQuestionnaires([read], known)).toMatchObject({ answers: [], conflicts: [], kept: [] });
    }),
    { numRuns: 60 },
  );
});
