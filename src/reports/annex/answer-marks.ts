import type { Answer } from '#domain/answer.js';
import type { PaperSource } from '../paper-source.js';
import type { Say } from '#messages/say.js';

/** Who answered and when, and how: 沿用, 批量, 补录. */
export function answerMarks(answer: Answer, { minuteOf }: Pick<PaperSource, 'minuteOf'>, say: Say): string {
  const marks = [answer.carriedFrom === undefined ? '' : say('answer.mark-carried'), answer.bulk ? say('answer.mark-bulk') : '', answer.late === true ? say('answer.mark-late') : ''].filter((each) => each !== '');
  return [answer.by.person, minuteOf(answer.at).slice(0, 10), ...marks].join(' ');
}
