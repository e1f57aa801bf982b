import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';
import { stateText } from '../state-text.js';

/** Every problem of the year with its way to the end: the rectification ledger. */
export function rectificationLedger({ office, findings, minuteOf }: PaperSource, say: Say): readonly Block[] {
  const all = office?.problems ?? findings;
  if (all.length === 0) return [{ kind: 'paragraph', text: say('paper.findings-none'), style: 'body' }];
  const columns = ([['number', 17], ['found', 15], ['statement', 44], ['subject', 22], ['measure', 36], ['owner', 14], ['due', 15], ['state', 16]] as const).map(([key, width]) => ({ title: say(`ledger.column.${key}`), width, align: 'left' as const }));
  const rows = all.map(({ finding, due, overdue }) => [
    finding.number,
    minuteOf(finding.firstSeenAt).slice(0, 10),
    finding.statement,
    finding.subject.label,
    finding.measure ?? finding.remediation ?? '',
    finding.owner ?? finding.department ?? say('paper.not-set'),
    due ?? say('paper.not-set'),
    stateText({ finding, due, overdue }, say),
  ]);
  return [{ kind: 'table', columns, rows, size: 'small' }];
}
