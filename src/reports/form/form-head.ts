import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { bookWords } from '#messages/spellings.js';
import { dateText } from '../date-text.js';

/** What stands below the title of a form; what is blank is written by hand. */
export interface FormHeading {
  readonly title: string;
  readonly unit: string;
  /** Name and value of the second field: who filled it in, or where. */
  readonly second: readonly [name: string, value: string];
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** The head of a form. The level is never printed by the tool: whoever may decide it writes it there. */
export function formHead({ title, unit, second, day }: FormHeading, say: Say): Block {
  const fields = [[bookWords.unit, unit || say('form.room')], second, [bookWords.date, day === '' ? say('form.date-room') : dateText(day, say)], [bookWords.level, say('form.room-short')]];
  return { kind: 'form-head', title, fields: fields.map(([name = '', value = '']) => `${name}${bookWords.colon}${value}`) };
}
