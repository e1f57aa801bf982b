import type { Answer } from '#domain/answer.js';
import { periodText } from '#messages/period-text.js';
import type { Say } from '#messages/say.js';
import { dayOf } from '#workflows/door.js';
import type { RoundLine, RoundSheet } from '#workflows/show-rounds.js';
import { tableLines } from '../table.js';

/** Every item of a round for one subject: what was answered, by whom and when, or what the books say. */
export function roundSheetPage({ round, title, subject, lines }: RoundSheet, say: Say, width: number): string[] {
  const columns = [{ title: say('column.item') }, { title: say('column.objective'), wide: true }, { title: say('column.result') }, { title: say('round.column-by'), wide: true }];
  const sections = [...new Set(lines.map(({ section }) => section))];
  return [
    say('round.sheet-head', { number: round.number, title, period: periodText(round.period, say), subject: subject.label }),
    ...sections.flatMap((section) => ['', section, ...tableLines(columns, lines.filter((line) => line.section === section).map((line) => rowOf(line, say)), width)]),
  ];
}

function rowOf({ item, result, answer }: RoundLine, say: Say): string[] {
  const value = result.partial === true ? say('result.partial') : say(`result.${result.result}`);
  return [item.id, item.objective, value, answer === undefined ? sourceText({ item, result }, say) : answerText(answer, say)];
}

function sourceText({ item, result }: Pick<RoundLine, 'item' | 'result'>, say: Say): string {
  if (item.method === 'automated') return say('round.at-hand-in');
  if (item.method === 'manual') return result.gaps.map(({ reason }) => say(`reason.${reason}`)).join(' ');
  const { total, fail } = result.subjects;
  return result.gaps.length > 0 ? result.gaps.map(({ reason }) => say(`reason.${reason}`)).join(' ') : say('round.by-register', { total, fail });
}

/** Who said it and when, and how: carried over, in bulk, late. */
export function answerText(answer: Answer, say: Say): string {
  const marks = [answer.carriedFrom === undefined ? '' : say('answer.mark-carried'), answer.bulk ? say('answer.mark-bulk') : '', answer.late === true ? say('answer.mark-late') : ''];
  return [answer.by.person, dayOf(answer.at), ...marks, answer.fact ?? ''].filter((each) => each !== '').join(' ');
}
