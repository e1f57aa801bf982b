import type { Say } from '#messages/say.js';
import { fiveCounts } from '#reports/counts.js';
import type { HandInOutcome } from '#workflows/submit-round.js';
import { tableLines } from '../table.js';
import { scoreText } from './score-text.js';

const most = 20;

/** What was handed in and what it came to; who is still out. */
export function handInPage({ round, assessments, findings, out }: HandInOutcome, say: Say, width: number): string[] {
  const columns = [
    { title: say('column.subject'), wide: true },
    { title: say('column.number') },
    { title: say('column.score') },
    { title: say('count.pass'), align: 'right' as const },
    { title: say('count.fail'), align: 'right' as const },
    { title: say('count.not-applicable'), align: 'right' as const },
    { title: say('count.open'), align: 'right' as const },
  ];
  const rows = assessments.slice(0, most).map((assessment) => {
    const { pass, fail, notApplicable, open } = fiveCounts(assessment);
    return [assessment.subject.label, assessment.number, scoreText(assessment.score, say), ...[pass, fail, notApplicable, open].map(String)];
  });
  const left = assessments.length - most;
  return [
    say('round.handed', { number: round.number, count: assessments.length, in: Object.keys(round.handedIn).length, subjects: round.subjects.length }),
    '',
    ...tableLines(columns, rows, width),
    ...(left > 0 ? [say('round.more-subjects', { count: left })] : []),
    '',
    say('round.findings', { count: findings.length }),
    ...(out.length === 0 ? [] : [say('round.still-out', { count: out.length, subjects: out.slice(0, 8).map(({ subject }) => subject.label).join(say('paper.list-joiner')) })]),
  ];
}
