import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { cautions } from '../cautions.js';
import { openReasons, totalCounts } from '../counts.js';
import { otherRootsText } from '../other-roots.js';
import type { PaperSource } from '../paper-source.js';
import { dateText } from '../date-text.js';
import { official } from './official.js';

/** Title, addressee, and the paragraph that says on what basis, when and over what it was done, and what was not checked and why: that stands on page 1. */
export function letterOpening(source: PaperSource, say: Say): readonly Block[] {
  const { identity, office, assessments } = source;
  const year = office?.year ?? '';
  const from = assessments.reduce((oldest, { period }) => (period.from < oldest ? period.from : oldest), assessments[0]?.period.from ?? '');
  const last = assessments.reduce((newest, { period }) => (period.to > newest ? period.to : newest), '');
  // A period that is not over has been examined up to the day of the paper.
  const to = office !== undefined && office.day < last ? office.day : last;
  const recipient = office?.recipient ?? '';
  return [
    official('title', say('letter.title', { unit: identity.unit, year })),
    official('to', recipient === '' ? say('letter.to-blank') : say('letter.to', { recipient })),
    official('text', say('letter.opening', { from: dateText(from, say), to: dateText(to, say) })),
    official('text', coverageText(source, say)),
  ];
}

/** What was looked at and how, what stayed open and why; nothing open is called fine. */
export function coverageText({ assessments }: Pick<PaperSource, 'assessments'>, say: Say): string {
  const results = assessments.flatMap((assessment) => assessment.results);
  const by = (method: string): number => results.filter((result) => result.method === method).length;
  const { items, open } = totalCounts(assessments);
  const summary = say('paper.coverage', { items, automated: by('automated'), register: by('register'), manual: by('manual'), open });
  const reasons = openReasons(assessments).map(([reason, count]) => say('paper.coverage-reason', { reason: say(`reason.${reason}`), count }));
  return `${otherRootsText(assessments, say) ?? ''}${cautions(assessments, say).join('')}${summary}${open === 0 ? say('paper.coverage-all') : say('paper.coverage-reasons', { reasons: reasons.join(say('paper.list-joiner')) })}`;
}
