import type { Basis } from '#domain/basis.js';
import type { Say } from '#messages/say.js';
import { minuteOf } from '#workflows/door.js';
import type { FindingView } from '#workflows/finding-steps.js';

/** Everything about one finding: fact, basis, cure, people, history. */
export function findingPage({ finding, due, overdue }: FindingView, say: Say): string[] {
  const row = (label: Parameters<Say>[0], value: string | undefined): string[] => (value === undefined || value === '' ? [] : [`${say(label)}  ${value}`]);
  return [
    `${finding.number}  ${say(`severity.${finding.severity}`)}  ${say(`finding-state.${finding.state}`)}${overdue ? `  ${say('finding.overdue')}` : ''}`,
    ...row('column.statement', finding.statement),
    ...row('column.subject', finding.subject.label),
    ...row('column.item', `${finding.itemId} ${finding.objective}`),
    ...row('column.basis', finding.basis.map((basis) => basisText(basis, say)).join('; ')),
    ...row('column.remediation', finding.remediation),
    ...row('column.due', due ?? say('finding.no-due')),
    ...row('column.owner', finding.owner),
    ...row('column.department', finding.department),
    ...row('column.measure', finding.measure),
    ...row('column.recurrences', finding.recurrences === 0 ? undefined : String(finding.recurrences)),
    ...row('column.seen', `${minuteOf(finding.firstSeenAt)} … ${minuteOf(finding.lastSeenAt)}`),
    '',
    say('finding.history'),
    ...finding.events.map((event) => `  ${minuteOf(event.at)}  ${say(`finding-event.${event.event}`)}  ${event.by.person}  ${event.note ?? ''}`.trimEnd()),
  ];
}

/** A basis in words: an article is named only where it states the duty itself. */
export function basisText(basis: Basis, say: Say): string {
  if (basis.kind === 'law') return say('basis.law', { law: basis.law, article: basis.article });
  return basis.kind === 'parameter' ? say('basis.parameter') : say('basis.practice');
}
