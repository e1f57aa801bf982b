import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { basisText } from '../basis-text.js';
import type { PaperSource } from '../paper-source.js';
import { firstHeading, official, secondHeading } from './official.js';

const levels = ['critical', 'high', 'medium', 'low'] as const;
/** Named in the body, of each level; all of them are in the list of problems. */
const named = 8;

/** 五、存在的主要问题: worst first, the fact and its basis; all problems are in the attachment. */
export function letterProblems(source: PaperSource, say: Say): readonly Block[] {
  const heading = firstHeading(5, say('letter.heading.problems'));
  const all = source.findings;
  if (all.length === 0) return [heading, official('text', say('paper.findings-none'))];
  const summary = say('paper.findings-count', {
    count: all.length,
    overdue: all.filter((each) => each.overdue).length,
    awaiting: all.filter(({ finding }) => finding.state === 'awaiting-verification').length,
    recurring: all.filter(({ finding }) => finding.recurrences > 0).length,
  });
  const groups = levels.map((level) => ({ level, own: all.filter(({ finding }) => finding.severity === level) })).filter(({ own }) => own.length > 0);
  const blocks = groups.flatMap(({ level, own }, index) => [
    secondHeading(index + 1, say('letter.level-heading', { severity: say(`severity.${level}`), count: own.length })),
    ...own.slice(0, named).map(({ finding }, at) => official('text', say('letter.problem', { at: at + 1, statement: finding.statement, subject: finding.subject.label, basis: basisText(finding.basis, source, say), number: finding.number }))),
    ...(own.length > named ? [official('text', say('letter.problems-more', { count: own.length - named }))] : []),
  ]);
  return [heading, official('text', summary), ...blocks];
}
