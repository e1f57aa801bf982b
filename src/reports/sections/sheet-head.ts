import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { bookWords } from '#messages/spellings.js';
import { formHead } from '../form/form-head.js';
import type { PaperSource } from '../paper-source.js';

/** Title, unit, who filled it in and when; the level is never printed by the tool. */
export function sheetHead({ title, identity, by, assessments, minuteOf, office }: PaperSource, say: Say): readonly Block[] {
  const newest = assessments.reduce((latest, each) => (each.at > latest ? each.at : latest), assessments[0]?.at ?? '');
  const day = office?.day ?? (newest === '' ? '' : minuteOf(newest).slice(0, 10));
  return [formHead({ title, unit: identity.unit, second: [bookWords.by, by], day }, say)];
}
