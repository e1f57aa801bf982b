import { percentText } from '#messages/figure-text.js';
import type { Say } from '#messages/say.js';
import { isLive } from '#workflows/view-findings.js';
import type { OpinionView, SupervisionView } from '#workflows/show-supervisions.js';
import { labelled } from '../labelled.js';
import { cut, tableLines } from '../table.js';

/** One outside inspection: particulars, then each opinion with its answer and what became of it. */
export function supervisionPage(view: SupervisionView, say: Say, width: number): string[] {
  const { supervision, opinions, done, reportOverdue } = view;
  const columns = [
    { title: say('column.opinion') },
    { title: say('column.nature') },
    { title: say('column.statement'), wide: true },
    { title: say('column.due') },
    { title: say('column.response') },
    { title: say('column.findings'), align: 'right' as const },
    { title: say('column.state') },
  ];
  return [
    `${supervision.number}  ${say(`supervision-state.${supervision.state}`)}  ${say('supervision.progress', { all: opinions.length, done })}`,
    ...labelled(particulars(view, say), width),
    ...(reportOverdue ? [say('supervision.report-overdue', { day: supervision.reportDue ?? '' })] : []),
    ...(opinions.length === 0 ? [] : ['', ...tableLines(columns, opinions.map((view) => opinionRow(view, say)), width)]),
    ...(opinions.length === 0 ? [] : ['', ...opinions.flatMap(({ findings }) => findings.map(({ finding }) => cut(`  ${finding.number}  ${say(`finding-state.${finding.state}`)}  ${finding.statement}`, width)))]),
    ...opinions.flatMap(({ opinion }) => (opinion.sameKind === undefined ? [] : [say('supervision.searched', { opinion: opinion.originalNumber, scope: opinion.sameKind.scope, found: opinion.sameKind.found })])),
  ];
}

function particulars({ supervision, own }: SupervisionView, say: Say): readonly (readonly [string, string])[] {
  const { score, closed } = supervision;
  const rows = [
    ['column.body', `${supervision.body}  ${say(`supervision-kind.${supervision.kind}`)}  ${supervision.on}`],
    ['column.basis-of', supervision.basis],
    ['column.team', supervision.team],
    ['column.scope', supervision.scope],
    ['column.report-due', supervision.reportDue],
    ['column.superior-score', score && `${String(score.points)}/${String(score.outOf)} ${score.grade ?? ''}`.trimEnd()],
    ['column.own-score', own === null ? undefined : ownText(own, say)],
    ['column.closed', closed && `${closed.by.person}  ${closed.note ?? ''}`.trimEnd()],
  ] as const;
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [[say(label), text] as const]));
}

function ownText({ number, low, high }: NonNullable<SupervisionView['own']>, say: Say): string {
  const share = low === high ? say('paper.score-exact', { share: percentText(low) }) : say('paper.score-range', { low: percentText(low), high: percentText(high) });
  return `${share}  ${number}`;
}

function opinionRow({ opinion, findings, state, overdue }: OpinionView, say: Say): string[] {
  const response = opinion.response === undefined ? '-' : say(`opinion-response.${opinion.response}`);
  return [opinion.originalNumber, say(`opinion-nature.${opinion.nature}`), opinion.text ?? '-', opinion.deadline ?? '-', response, `${String(findings.filter(({ finding }) => isLive(finding)).length)}/${String(findings.length)}`, overdue ? say('finding.overdue') : say(`opinion-state.${state}`)];
}
