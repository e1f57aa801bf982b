import type { Block } from '#domain/report-document.js';
import { withoutNumber } from '#messages/chinese-number.js';
import type { Say } from '#messages/say.js';
import { totalCounts } from '../counts.js';
import { coverageText } from '../letter/opening.js';
import { principal } from '../letter/subjects.js';
import type { PaperSource } from '../paper-source.js';
import { percentText, pointsText } from '#messages/figure-text.js';

/** Five numbers, the subjects as bars, the last six runs, and what was not looked at. */
export function atAGlance(source: PaperSource, say: Say): readonly Block[] {
  const { items, pass, fail, notApplicable, open } = totalCounts(source.assessments);
  const counts = ([['items', items, 'plain'], ['pass', pass, 'good'], ['fail', fail, 'bad'], ['not-applicable', notApplicable, 'plain'], ['open', open, 'open']] as const).map(([key, value, tone]) => ({ label: say(`count.${key}`), value, tone }));
  return [{ kind: 'counts', items: counts }, ...bars(source, say), ...trend(source, say), { kind: 'heading', level: 3, text: say('paper.coverage-title') }, { kind: 'paragraph', text: coverageText(source, say), style: 'small' }, { kind: 'paragraph', text: `${say('paper.no-evidence')}${say('paper.not-certified')}`, style: 'note' }];
}

function bars({ assessments }: PaperSource, say: Say): Block[] {
  const sections = principal(assessments)?.score.sections.filter(({ split }) => split.total > 0) ?? [];
  if (sections.length === 0) return [];
  const rows = sections.map(({ title, split: { earned, lost, pending, total } }) => ({ label: withoutNumber(title), good: earned, bad: lost, open: pending, total, text: say('paper.bar-text', { earned: pointsText(earned), total: pointsText(total) }) }));
  return [{ kind: 'heading', level: 3, text: say('paper.bars-title') }, { kind: 'bars', bars: rows }];
}

function trend({ office }: PaperSource, say: Say): Block[] {
  const runs = office?.trend ?? [];
  if (runs.length === 0) return [];
  const points = runs.map(({ day, low, high }) => ({ label: day.slice(5), low, high, text: low === high ? `${percentText(low)}%` : `${percentText(low)}–${percentText(high)}%` }));
  return [{ kind: 'trend', label: say('glance.trend', { count: runs.length }), points }];
}
