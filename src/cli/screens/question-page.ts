import stringWidth from 'string-width';
import type { Item } from '#domain/checklist.js';
import { pointsText } from '#messages/figure-text.js';
import type { Say } from '#messages/say.js';
import { dayOf } from '#workflows/door.js';
import { allowsPartial } from '#workflows/answer-item.js';
import type { RoundLine } from '#workflows/show-rounds.js';
import { basisText } from './finding-page.js';
import { labelled } from '../labelled.js';
import { tableLines } from '../table.js';
import { wrap } from '../wrap.js';

/** Where in the sheet a question stands. */
export interface QuestionPlace {
  readonly at: number;
  readonly of: number;
  readonly answered: number;
}

/** One question on one screen: where it stands, what is asked, how to look, and the keys. */
export function questionPage(line: RoundLine, place: QuestionPlace, say: Say, width: number): string[] {
  const { item } = line;
  const guidance = [[say('question.how'), item.guidance?.how], [say('question.evidence'), item.guidance?.evidence]] as const;
  return [
    headLine(line, place, say, width),
    ...wrap(`${item.id}  ${item.objective}`, width),
    '',
    ...labelled(guidance.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const])), width, '  '),
    ...(line.answer === undefined ? [] : [`  ${say('question.now', { value: valueText(line.answer, say), fact: line.answer.fact ?? '' }).trimEnd()}`]),
    '',
    ...keyLines(line, say, width),
  ];
}

function headLine({ section, item, before }: RoundLine, { at, of, answered }: QuestionPlace, say: Say, width: number): string {
  const points = item.points === undefined || item.points === null ? '' : say('question.points', { points: pointsText(Math.round(item.points * 100)) });
  const last = before === undefined ? '' : say('question.last', { value: valueText(before, say), day: dayOf(before.at) });
  const facts = [points, last].filter((each) => each !== '');
  const left = say('question.head', { at, of, section }) + (facts.length === 0 ? '' : say('question.facts', { facts: facts.join(say('question.joiner')) }));
  const right = say('question.counts', { answered, open: of - answered });
  const blanks = width - stringWidth(left) - stringWidth(right);
  return blanks >= 2 ? `${left}${' '.repeat(blanks)}${right}` : `${left}  ${right}`;
}

function valueText({ value, partial }: NonNullable<RoundLine['answer']>, say: Say): string {
  return partial === true ? say('result.partial') : say(`result.${value}`);
}

function keyLines({ item, same }: RoundLine, say: Say, width: number): string[] {
  const keys = ['1', '2', ...(allowsPartial(item) ? (['3'] as const) : []), '4', '5', ...(same === undefined ? [] : (['6'] as const)), '7', '8', '9', '0'] as const;
  const lines: string[] = [];
  for (const key of keys) {
    const text = `${key} ${say(`key.${key}`)}`;
    const joined = `${lines.at(-1) ?? ''}   ${text}`;
    if (lines.length > 0 && stringWidth(joined) + 2 <= width) lines[lines.length - 1] = joined;
    else lines.push(text);
  }
  return lines.map((line) => `  ${line}`);
}

/** What 7 shows: on what the demand rests, what each failure costs, and notes. */
export function explanationPage({ item }: RoundLine, say: Say, width: number): string[] {
  const deductions = (item.deductions ?? []).map((each) => `${each.id} ${each.when} ${rangeText(each.points)}${each.per === 'occurrence' ? say('question.per-occurrence') : ''}`);
  const rows = [
    [say('question.basis'), item.basis.map((basis) => basisText(basis, say)).join('; ')],
    ...(item.guidance?.note === undefined ? [] : [[say('question.note'), item.guidance.note] as const]),
    ...deductions.map((text) => [say('question.deduction'), text] as const),
    ...(item.remediation === undefined ? [] : [[say('question.cure'), item.remediation] as const]),
  ] as const;
  return labelled(rows.filter(([, text]) => text !== ''), width, '  ');
}

/** Points of a deduction: fixed, or a range to choose from. */
export function rangeText(points: NonNullable<Item['deductions']>[number]['points']): string {
  return typeof points === 'number' ? String(points) : `${String(points[0])}-${String(points[1])}`;
}

/** What 9 shows before it may be said of a whole section: every question that is still open in it. */
export function sectionPage(section: string, lines: readonly RoundLine[], say: Say, width: number): string[] {
  const columns = [{ title: say('column.item') }, { title: say('column.objective'), wide: true }];
  return [section, ...tableLines(columns, lines.map(({ item }) => [item.id, item.objective]), width), say('question.section-note', { count: lines.length })];
}
