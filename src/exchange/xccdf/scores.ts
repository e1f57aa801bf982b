import type { Say } from '#messages/say.js';
import type { ExportSource } from '../export-source.js';
import { systems } from './names.js';
import { element, type XmlElement } from './xml.js';

/**
 * The lowest and the highest share still possible, in percent: between them lies what is pending.
 * The schema wants a score in every result. Where there is none, a count stands there under a name that says so: it is lower than any
 * share it could be mistaken for, because open items count as not passed.
 */
export function scores({ assessment, shares }: Pick<ExportSource, 'assessment' | 'shares'>): readonly XmlElement[] {
  if (shares !== null) return [score(systems.lowestShare, '100', shares.low), score(systems.highestShare, '100', shares.high)];
  const { pass, fixed, fail, error, unknown, notchecked } = assessment.score.counts;
  return [score(systems.passedCount, String(pass + fixed + fail + error + unknown + notchecked), String(pass + fixed))];
}

function score(system: string, maximum: string, value: string): XmlElement {
  return element('score', { system, maximum }, value);
}

/** The same in words, with what is pending. */
export function scoreText({ assessment, share, shares }: ExportSource, say: Say): string {
  const { score } = assessment;
  const said = say('exchange.share', { share });
  if (shares === null) return `${said}${say('exchange.count-only')}`;
  const grade = score.grade === null ? '' : say('exchange.grade', { grade: say(`grade.${score.grade}`) });
  return `${said}${say('exchange.pending', { pending: String(score.split.pending / 100), total: String(score.split.total / 100) })}${grade}`;
}
