import type { Finding } from '#domain/finding.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperFinding, PaperSource } from '../paper-source.js';
import { rateText } from '#messages/figure-text.js';
import { firstHeading, official } from './official.js';

const named = 12;

/** 六、整改情况和下一步措施: how many are cured, being cured and not begun; who does what by when. */
export function letterRectification({ office, findings, minuteOf }: PaperSource, say: Say): readonly Block[] {
  const real = (office?.problems ?? findings).filter(({ finding }) => finding.state !== 'withdrawn');
  // What was found in the year is counted as in the data sheet of the year (K12); what older years left is told apart.
  const all = office === undefined ? real : real.filter(({ finding }) => minuteOf(finding.firstSeenAt).startsWith(office.year));
  const older = real.length - all.length;
  const count = (...states: readonly Finding['state'][]): number => all.filter(({ finding }) => states.includes(finding.state)).length;
  const closed = count('closed');
  const rate = all.length === 0 ? '' : say('letter.cure-rate', { rate: rateText(closed, all.length) });
  const summary = say('letter.rectification', { total: all.length, closed, awaiting: count('awaiting-verification'), remediating: count('remediating'), open: count('open'), deviation: count('deviation-approved'), overdue: all.filter((each) => each.overdue).length });
  const left = findings.length - named;
  return [
    firstHeading(6, say('letter.heading.rectification')),
    official('text', `${summary}${rate}${older === 0 ? '' : say('letter.older-problems', { count: older })}`),
    ...(findings.length === 0 ? [] : [measures(findings.slice(0, named), say)]),
    ...(left > 0 ? [official('text', say('letter.measures-more', { count: left }))] : []),
  ];
}

function measures(findings: readonly PaperFinding[], say: Say): Block {
  const columns = [
    { title: say('column.number'), width: 18, align: 'left' as const },
    { title: say('letter.column.measure'), width: 46, align: 'left' as const },
    { title: say('letter.column.owner'), width: 16, align: 'left' as const },
    { title: say('column.due'), width: 16, align: 'left' as const },
    { title: say('column.state'), width: 14, align: 'left' as const },
  ];
  const rows = findings.map(({ finding, due, overdue }) => [finding.number, finding.measure ?? finding.remediation ?? say('paper.not-set'), finding.owner ?? finding.department ?? say('paper.not-set'), due ?? say('paper.not-set'), overdue ? say('paper.overdue') : say(`finding-state.${finding.state}`)]);
  return { kind: 'table', columns, rows };
}
