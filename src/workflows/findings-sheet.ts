import type { Finding } from '#domain/finding.js';
import type { ParameterDeclaration } from '#domain/parameter.js';
import { extensionsOf } from '#findings/extend-finding.js';
import { sayIn, type Say } from '#messages/say.js';
import type { Cells } from '#registers/sheet-row.js';
import { basisText } from '#reports/basis-text.js';
import { dayOf } from './door.js';
import type { FindingView } from './view-findings.js';

/** Columns that say what happened and are never read in. */
export const reckonedColumns = ['source', 'found_at', 'basis', 'state', 'extensions', 'result', 'verifier', 'verified_at', 'repeats'] as const;

/** A problem as a row of the sheet; the same words as K05. */
export function findingCells({ finding, due, overdue }: Pick<FindingView, 'finding' | 'due' | 'overdue'>, parameters: readonly ParameterDeclaration[], say: Say = sayIn('zh-CN')): Cells {
  const verified = finding.events.findLast(({ event }) => event === 'verified');
  const cells: Record<string, string | number | undefined> = {
    no: finding.number,
    source: say(`finding-origin.${originOf(finding)}`),
    found_at: dayOf(finding.firstSeenAt),
    dept: finding.department,
    subject: finding.subject.label,
    item: finding.itemId === '' ? undefined : `${finding.checklistId}/${finding.itemId}`,
    problem: finding.statement,
    basis: finding.basis.length === 0 ? undefined : basisText(finding.basis, { parameters }, say),
    risk: say(`severity.${finding.severity}`),
    cause: finding.cause,
    measure: finding.measure ?? finding.remediation,
    kind: finding.kind === undefined ? undefined : say(`finding-kind.${finding.kind}`),
    owner: finding.owner,
    leader: finding.leader,
    due,
    state: `${say(`finding-state.${finding.state}`)}${overdue ? say('finding.overdue-mark') : ''}`,
    extensions: extensionsOf(finding),
    result: resultText(finding, say),
    verifier: finding.state === 'closed' ? verified?.by.person : undefined,
    verified_at: finding.state === 'closed' && verified !== undefined ? dayOf(verified.at) : undefined,
    repeats: finding.recurrences,
    account: finding.accountability,
  };
  return Object.fromEntries(Object.entries(cells).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== ''));
}

/** What came of it: the deviation, the verifier's note, the evidence by number. */
export function resultText({ state, deviation, evidence, events }: Finding, say: Say): string {
  const note = events.findLast(({ event }) => event === 'verified' || event === 'withdrawn')?.note;
  const excepted = state === 'deviation-approved' && deviation !== undefined ? say('finding.deviation-text', { reason: deviation.reason, approvedBy: deviation.approvedBy, document: deviation.document, until: deviation.until }) : '';
  return [excepted, note ?? '', evidence.length === 0 ? '' : say('finding.evidence-text', { evidence: evidence.join(say('paper.list-joiner')) })].filter((each) => each !== '').join(say('paper.list-joiner'));
}

/** 来源, as K05 tells it. */
export function originOf({ source, inspectionId, events }: Finding): 'supervision' | 'inspection' | 'person' | 'nightly' | 'self-check' {
  if (source === 'supervision') return 'supervision';
  if (inspectionId !== undefined) return 'inspection';
  if (source === 'person') return 'person';
  return events[0]?.by.role === 'scheduler' ? 'nightly' : 'self-check';
}
