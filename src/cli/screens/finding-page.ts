import type { Basis } from '#domain/basis.js';
import type { Say } from '#messages/say.js';
import { minuteOf } from '#workflows/door.js';
import { labelled } from '../labelled.js';
import type { FindingView } from '#workflows/view-findings.js';

/** Everything about one finding: fact, basis, cure, people, history. */
export function findingPage({ finding, due, sure, overdue, daysLate, extensions, withdrawalAsked }: FindingView, say: Say, width: number): string[] {
  const rows: (readonly [Parameters<Say>[0], string | undefined])[] = [
    ['column.statement', finding.statement],
    ['column.subject', finding.subject.label],
    ['column.item', finding.itemId === '' ? undefined : `${finding.itemId} ${finding.objective}`],
    ['column.source', say(`finding-source.${finding.source}`)],
    ['column.basis', finding.basis.map((basis) => basisText(basis, say)).join('; ')],
    ['column.remediation', finding.remediation],
    ['column.due', dueText(due, sure, extensions, say)],
    ['column.rectification-kind', finding.kind === undefined ? undefined : say(`finding-kind.${finding.kind}`)],
    ['column.owner', finding.owner],
    ['column.leader', finding.leader],
    ['column.department', finding.department],
    ['column.cause', finding.cause],
    ['column.measure', finding.measure],
    ['column.accountability', finding.accountability],
    ['column.kept-evidence', finding.evidence.join(' ')],
    ['column.deviation', finding.deviation === undefined || finding.state !== 'deviation-approved' ? undefined : say('finding.deviation-text', { reason: finding.deviation.reason, approvedBy: finding.deviation.approvedBy, document: finding.deviation.document, until: finding.deviation.until })],
    ['column.recurrences', finding.recurrences === 0 ? undefined : String(finding.recurrences)],
    ['column.seen', `${minuteOf(finding.firstSeenAt)} … ${minuteOf(finding.lastSeenAt)}`],
  ];
  const shown = rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [[say(label), value] as const]));
  return [
    `${finding.number}  ${say(`severity.${finding.severity}`)}  ${say(`finding-state.${finding.state}`)}${overdue ? `  ${say('finding.overdue-days', { days: daysLate })}` : ''}`,
    ...labelled(shown, width),
    ...(withdrawalAsked ? ['', say('finding.withdrawal-asked')] : []),
    '',
    say('finding.history'),
    ...finding.events.map((event) => `  ${minuteOf(event.at)}  ${say(`finding-event.${event.event}`)}  ${event.by.person}  ${[event.day, event.note].filter((each) => each !== undefined).join('  ')}`.trimEnd()),
  ];
}

function dueText(due: string | undefined, sure: boolean, extensions: number, say: Say): string {
  if (due === undefined) return say('finding.no-due');
  return `${due}${sure ? '' : say('finding.due-unsure')}${extensions === 0 ? '' : `  ${say('finding.extended-times', { count: extensions })}`}`;
}

/** A basis in words: an article is named only where it states the duty itself. */
export function basisText(basis: Basis, say: Say): string {
  if (basis.kind === 'law') return say('basis.law', { law: basis.law, article: basis.article });
  return basis.kind === 'parameter' ? say('basis.parameter') : say('basis.practice');
}
