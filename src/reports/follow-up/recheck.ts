import type { Block, ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { dateText } from '../date-text.js';
import { firstHeading, official } from '../letter/official.js';
import type { PaperFinding } from '../paper-source.js';
import { officialPaper, type FollowUpSource } from './follow-up-source.js';
import { problemCounts } from './problem-counts.js';

/** 整改复查意见: what was looked at again, by whom, and what was decided on each problem. */
export function buildRecheck(source: FollowUpSource, { to }: { readonly to: string }, say: Say): ReportDocument {
  const { unit, day, problems } = source;
  const counts = problemCounts(problems);
  const isDone = counts.counted > 0 && counts.closed === counts.counted;
  return officialPaper(source, 'recheck', say('recheck.title'), [
    official('title', say('recheck.title')),
    official('to', to === '' ? say('letter.to-blank') : say('letter.to', { recipient: to })),
    official('text', say('recheck.opening', { ...counts })),
    firstHeading(1, say('recheck.heading.items')),
    table(source, say),
    firstHeading(2, say('recheck.heading.opinion')),
    official('text', say(isDone ? 'recheck.all-closed' : 'recheck.not-all', { left: counts.counted - counts.closed })),
    ...problems.filter(({ finding }) => finding.state !== 'closed' && finding.state !== 'withdrawn').map(({ finding, due }, index) => official('text', say('recheck.left', { at: index + 1, number: finding.number, statement: finding.statement, state: say(`finding-state.${finding.state}`), due: due === undefined ? say('paper.not-set') : dateText(due, say) }))),
    official('text', say('recheck.claimed')),
    { kind: 'sign-off', unit, date: dateText(day, say) },
  ], say);
}

function table({ problems, dayOf }: FollowUpSource, say: Say): Block {
  const columns = ([['number', 26], ['statement', 46], ['result', 22], ['verifier', 22], ['day', 24], ['note', 16]] as const).map(([key, width]) => ({ title: say(`recheck.column.${key}`), width, align: 'left' as const }));
  return { kind: 'table', columns, rows: problems.map((problem) => rowOf(problem, dayOf, say)) };
}

function rowOf({ finding }: PaperFinding, dayOf: FollowUpSource['dayOf'], say: Say): string[] {
  const looked = finding.events.findLast(({ event }) => event === 'verified' || event === 'rejected');
  const current = finding.state === 'closed' || looked?.event === 'rejected' ? looked : undefined;
  return [finding.number, finding.statement, say(`finding-state.${finding.state}`), current?.by.person ?? '', current === undefined ? '' : dayOf(current.at), current?.note ?? ''];
}
