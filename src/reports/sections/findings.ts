import type { Assessment } from '#domain/assessment.js';
import type { Finding } from '#domain/finding.js';
import type { Observed } from '#domain/item-result.js';
import type { Block, Tone } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { basisText } from '../basis-text.js';
import type { PaperFinding, PaperSource } from '../paper-source.js';
import { stateText } from '../state-text.js';
import { observedText } from '../value-text.js';

const most = 200;

/** Each open problem: fact, basis, requirement, cure, owner, deadline. */
export function findings(source: PaperSource, say: Say): readonly Block[] {
  const all = source.findings;
  if (all.length === 0) return [{ kind: 'paragraph', text: say(source.assessments.every(({ root }) => root !== undefined) ? 'paper.worst-not-kept' : 'paper.findings-none'), style: 'body' }];
  const summary = say('paper.findings-count', {
    count: all.length,
    overdue: all.filter((each) => each.overdue).length,
    awaiting: all.filter(({ finding }) => finding.state === 'awaiting-verification').length,
    recurring: all.filter(({ finding }) => finding.recurrences > 0).length,
  });
  const excepted = all.filter(({ finding }) => finding.state === 'deviation-approved').length;
  const left = all.length - most;
  return [
    { kind: 'paragraph', text: `${summary}${excepted === 0 ? '' : say('paper.findings-excepted', { count: excepted })}`, style: 'body' },
    ...all.slice(0, most).map((each) => card(each, source, say)),
    ...(left > 0 ? [{ kind: 'paragraph', text: say('paper.more-findings', { count: left }), style: 'note' } as const] : []),
  ];
}

const tones: Readonly<Record<Finding['severity'], Tone>> = { critical: 'bad', high: 'bad', medium: 'open', low: 'open' };

function card({ finding, due, overdue }: PaperFinding, source: PaperSource, say: Say): Block {
  const observed = observedOf(finding, source.assessments);
  const rows: (readonly [string, string | undefined])[] = [
    [say('paper.finding-subject'), finding.subject.label],
    [say('paper.finding-observed'), observed.map((each) => observedText(each, say)).join(say('paper.list-joiner'))],
    [say('paper.finding-objective'), finding.itemId === '' ? undefined : `${finding.itemId}  ${finding.objective}`],
    [say('paper.finding-basis'), basisText(finding.basis, source, say)],
    [say('paper.finding-cure'), finding.remediation],
    [say('paper.finding-measure'), finding.measure],
    [say('column.deviation'), deviationText(finding, say)],
    [say('paper.finding-owner'), say('paper.finding-owner-text', { owner: finding.owner ?? say('paper.not-set'), due: due ?? say('paper.not-set'), state: stateText({ finding, due, overdue }, say) })],
  ];
  return {
    kind: 'card',
    title: `${finding.number}  ${finding.statement}`,
    badge: say('paper.severity-badge', { severity: say(`severity.${finding.severity}`) }),
    tone: tones[finding.severity],
    rows: rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== ''),
  };
}

// Still failed and still printed, with who allowed it, by which document and until when.
function deviationText({ state, deviation }: Finding, say: Say): string | undefined {
  return state === 'deviation-approved' && deviation !== undefined ? say('finding.deviation-text', { reason: deviation.reason, approvedBy: deviation.approvedBy, document: deviation.document, until: deviation.until }) : undefined;
}

// What was seen belongs to the newest assessment of the finding's own checklist.
function observedOf(finding: Finding, assessments: readonly Assessment[]): readonly Observed[] {
  const result = assessments.find(({ checklist }) => checklist.id === finding.checklistId)?.results.find((each) => each.itemId === finding.itemId);
  const own = result?.observations.find((each) => each.subject.key === finding.subject.key);
  return own?.observed ?? result?.observed ?? [];
}
