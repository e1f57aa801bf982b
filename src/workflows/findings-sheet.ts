import type { Finding } from '#domain/finding.js';
import type { ParameterDeclaration } from '#domain/parameter.js';
import { extensionsOf } from '#findings/extend-finding.js';
import { sayIn, type Say } from '#messages/say.js';
import type { Cells } from '#registers/sheet-row.js';
import { basisText } from '#reports/basis-text.js';
import { dayOf } from './door.js';
import { given } from './given.js';
import type { FindingView } from './view-findings.js';

/** Columns that say what happened and are never read in. */
export const reckonedColumns = ['source', 'found_at', 'basis', 'state', 'extensions', 'result', 'verifier', 'verified_at', 'repeats'] as const;

/** A problem as a row of the sheet; the same words as K05. */
export function findingCells({ finding, due, overdue }: Pick<FindingView, 'finding' | 'due' | 'overdue'>, parameters: readonly ParameterDeclaration[], say: Say = sayIn('zh-CN')): Cells {
  return given({
    ...identityCells(finding, parameters, say),
    cause: finding.cause,
    measure: finding.measure ?? finding.remediation,
    kind: finding.kind && say(`finding-kind.${finding.kind}`),
    owner: finding.owner,
    leader: finding.leader,
    due,
    state: `${say(`finding-state.${finding.state}`)}${overdue ? say('finding.overdue-mark') : ''}`,
    extensions: extensionsOf(finding),
    result: resultText(finding, say) || undefined,
    ...verificationCells(finding),
    repeats: finding.recurrences,
    account: finding.accountability,
  });
}

function identityCells({ number, firstSeenAt, department, subject, checklistId, itemId, statement, basis, severity, ...rest }: Finding, parameters: readonly ParameterDeclaration[], say: Say): Partial<Cells> {
  return given({
    no: number,
    source: say(`finding-origin.${originOf(rest)}`),
    found_at: dayOf(firstSeenAt),
    dept: department,
    subject: subject.label,
    item: itemId === '' ? undefined : `${checklistId}/${itemId}`,
    problem: statement,
    basis: basis.length === 0 ? undefined : basisText(basis, { parameters }, say),
    risk: say(`severity.${severity}`),
  });
}

function verificationCells({ state, events }: Finding): Partial<Cells> {
  const verified = events.findLast(({ event }) => event === 'verified');
  return state === 'closed' && verified !== undefined ? { verifier: verified.by.person, verified_at: dayOf(verified.at) } : {};
}

/** What came of it: the deviation, the verifier's note, the evidence by number. */
export function resultText({ state, deviation, evidence, events }: Finding, say: Say): string {
  // Of one that came back, what was said about the earlier cure no longer holds.
  const note = state === 'closed' || state === 'withdrawn' ? events.findLast(({ event }) => event === 'verified' || event === 'withdrawn')?.note : undefined;
  const excepted = state === 'deviation-approved' && deviation !== undefined ? say('finding.deviation-text', { reason: deviation.reason, approvedBy: deviation.approvedBy, document: deviation.document, until: deviation.until }) : '';
  return [excepted, note ?? '', evidence.length === 0 ? '' : say('finding.evidence-text', { evidence: evidence.join(say('paper.list-joiner')) })].filter((each) => each !== '').join(say('paper.list-joiner'));
}

/** 来源, as K05 tells it. */
export function originOf({ source, inspectionId, events }: Pick<Finding, 'source' | 'inspectionId' | 'events'>): 'supervision' | 'inspection' | 'person' | 'nightly' | 'self-check' {
  if (source === 'supervision') return 'supervision';
  if (inspectionId !== undefined) return 'inspection';
  if (source === 'person') return 'person';
  return events[0]?.by.role === 'scheduler' ? 'nightly' : 'self-check';
}
