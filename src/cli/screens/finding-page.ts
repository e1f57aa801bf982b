import type { Basis } from '#domain/basis.js';
import type { Say } from '#messages/say.js';
import { minuteOf } from '#workflows/door.js';
import { labelled } from '../labelled.js';
import type { FindingView } from '#workflows/finding-steps.js';

/** Everything about one finding: fact, basis, cure, people, history. */
export function findingPage({ finding, due, overdue }: FindingView, say: Say, width: number): string[] {
  const rows: (readonly [Parameters<Say>[0], string | undefined])[] = [
    ['column.statement', finding.statement],
    ['column.subject', finding.subject.label],
    ['column.item', `${finding.itemId} ${finding.objective}`],
    ['column.basis', finding.basis.map((basis) => basisText(basis, say)).join('; ')],
    ['column.remediation', finding.remediation],
    ['column.due', due ?? say('finding.no-due')],
    ['column.owner', finding.owner],
    ['column.department', finding.department],
    ['column.measure', finding.measure],
    ['column.recurrences', finding.recurrences === 0 ? undefined : String(finding.recurrences)],
    ['column.seen', `${minuteOf(finding.firstSeenAt)} … ${minuteOf(finding.lastSeenAt)}`],
  ];
  const shown = rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [[say(label), value] as const]));
  return [
    `${finding.number}  ${say(`severity.${finding.severity}`)}  ${say(`finding-state.${finding.state}`)}${overdue ? `  ${say('finding.overdue')}` : ''}`,
    ...labelled(shown, width),
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
