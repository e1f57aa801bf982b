import type { Answer } from '#domain/answer.js';
import type { Deduction, Item } from '#domain/checklist.js';
import type { Question, Questionnaire, SheetDeduction, SheetSaying } from '#domain/questionnaire.js';
import { itemTextDigest } from '#evaluation/evaluate-manual.js';
import { periodText } from '#messages/period-text.js';
import { allowsPartial } from './answer-item.js';
import type { OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { cellText } from './draft-rows.js';
import { given } from './given.js';
import { rowsInUse } from './open-books.js';
import type { RoundLine, RoundSheet } from './show-rounds.js';

/** The questions of a round for one subject, as they go on a sheet; what books and machines answer is not asked. */
export function questionnaireOf(desk: Desk, open: OpenBooks, { round, title, subject, lines }: RoundSheet): Questionnaire {
  const { snapshot, identity, at } = open;
  return {
    roundId: round.id,
    roundNumber: round.number,
    roundTitle: title,
    unit: identity.unit,
    checklistId: round.checklistId,
    checklistDigest: round.checklistDigest,
    checklistTitle: title,
    periodText: periodText(round.period, desk.say),
    ...given({ deadline: round.deadline, watermark: identity.demo ? desk.say('demo.mark') : undefined }),
    exportedAt: new Date(at).toISOString(),
    subject,
    departments: [...new Set(rowsInUse('departments', snapshot).map((row) => cellText(row, 'name')))].filter((name) => name !== ''),
    questions: lines.filter(isAsked).map(questionOf),
  };
}

/** Is a person asked? Not what applies nowhere here, and not what somebody else answers. */
export function isAsked({ item, result }: RoundLine): boolean {
  return item.method === 'manual' && !(result.result === 'notapplicable' && result.gaps.some(({ reason }) => reason === 'not-applicable-here'));
}

// Wording of an imported annex stays on this machine: its own short title goes out.
function questionOf({ section, item, answer }: RoundLine): Question {
  const isWithheld = item.withheld === true;
  const { how, evidence } = item.guidance ?? {};
  return {
    itemId: item.id,
    itemDigest: itemTextDigest(item),
    section,
    objective: isWithheld ? (item.title ?? item.id) : item.objective,
    how: isWithheld ? '' : [how, evidence].filter((text) => text !== undefined).join('\n'),
    points: item.points === undefined || item.points === null ? '' : String(item.points),
    deductions: (item.deductions ?? []).map((deduction) => ({ id: deduction.id, when: isWithheld ? '' : deduction.when, points: rangeOf(deduction), perOccurrence: deduction.per === 'occurrence' })),
    ...given({ previous: answer === undefined ? undefined : sayingOf(item, answer) }),
    allowsPartial: allowsPartial(item),
    isInformation: item.kind === 'information',
  };
}

/** What an answer on file says, in the words of a sheet. */
export function sayingOf(item: Item, answer: Answer): SheetSaying {
  const { value, partial, fact, deductions, department, dueOn, evidence, by, at } = answer;
  return { value, partial: partial === true, deductions: plainDeductions(item, deductions), evidence, by: by.person, on: dayOf(at), ...given({ fact, department, dueOn }) };
}

/** Points only where the sheet leaves a range, times only where there are several: so that the same is spelt the same. */
export function plainDeductions(item: Item, deductions: readonly SheetDeduction[]): SheetDeduction[] {
  return deductions.map(({ id, points, times }) => {
    const known = item.deductions?.find((each) => each.id === id);
    const [low, high] = known === undefined ? [0, 1] : rangeOf(known);
    return { id, ...given({ points: low === high ? undefined : points, times: times === 1 ? undefined : times }) };
  });
}

function rangeOf({ points }: Deduction): [number, number] {
  return typeof points === 'number' ? [points, points] : points;
}
