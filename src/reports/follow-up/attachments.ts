import type { Evidence } from '#domain/evidence.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { stateText } from '../state-text.js';
import type { FollowUpSource } from './follow-up-source.js';

type Table = Extract<Block, { kind: 'table' }>;

/** The problems of a paper as a ledger, in small type. */
export function problemTable({ problems, dayOf }: FollowUpSource, say: Say): Table {
  const columns = ([['number', 19], ['found', 16], ['statement', 46], ['subject', 22], ['measure', 42], ['owner', 18], ['due', 16], ['state', 18]] as const).map(([key, width]) => ({ title: say(`ledger.column.${key}`), width, align: 'left' as const }));
  const rows = problems.map(({ finding, due, overdue }) => [
    finding.number,
    dayOf(finding.firstSeenAt),
    finding.statement,
    finding.subject.label,
    finding.measure ?? finding.remediation ?? '',
    [finding.department, finding.owner].filter((each) => each !== undefined).join('\n') || say('paper.not-set'),
    due ?? say('paper.not-set'),
    stateText({ finding, due, overdue }, say),
  ]);
  return { kind: 'table', columns, rows, size: 'small' };
}

/** Kept evidence: number, name, size, digest; a file that was purged says so. */
export function evidenceTable(evidence: readonly Evidence[], say: Say): Table {
  const columns = ([['number', 26], ['name', 60], ['bytes', 20], ['digest', 74]] as const).map(([key, width]) => ({ title: say(`kept.column.${key}`), width, align: key === 'bytes' ? ('right' as const) : ('left' as const) }));
  const rows = evidence.map(({ number, name, title, bytes, digest, purged }) => [number, `${title ?? name}${purged === undefined ? '' : say('kept.purged')}`, String(bytes), digest]);
  return { kind: 'table', columns, rows, size: 'small' };
}
