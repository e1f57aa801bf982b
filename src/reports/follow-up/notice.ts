import type { Block, ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { basisText } from '../basis-text.js';
import { dateText } from '../date-text.js';
import { firstHeading, official } from '../letter/official.js';
import type { PaperFinding } from '../paper-source.js';
import { officialPaper, type FollowUpSource, type Occasion } from './follow-up-source.js';

/** What a notice says besides its problems. */
export interface NoticeParticulars {
  /** 受文部门（单位）. */
  readonly to: string;
  /** The unit's own number, e.g. 东示密整〔2026〕3号; blank where it has not been given. */
  readonly documentNumber: string;
  readonly contact: string;
  /** By when the report on the rectification is wanted. */
  readonly reportBy: string;
}

/** 保密检查整改通知书（K06）: each problem with its demand and its day, and the receipt to sign. */
export function buildNotice(source: FollowUpSource, notice: NoticeParticulars, say: Say): ReportDocument {
  const { unit, day, problems } = source;
  return officialPaper(source, 'notice', say('rectify-notice.title'), [
    official('title', say('rectify-notice.title')),
    official('text', say('rectify-notice.number', { number: notice.documentNumber === '' ? say('rectify-notice.number-room') : notice.documentNumber })),
    official('to', say('letter.to', { recipient: notice.to })),
    official('text', opening(source.occasion, say)),
    firstHeading(1, say('rectify-notice.heading.problems')),
    ...problems.map(({ finding }, index) => official('text', say('rectify-notice.problem', { at: index + 1, statement: finding.statement, subject: finding.subject.label, basis: basisOf(finding, source, say), number: finding.number }))),
    firstHeading(2, say('rectify-notice.heading.demands')),
    ...problems.map((problem, index) => official('text', demand(problem, index + 1, say))),
    firstHeading(3, say('rectify-notice.heading.report')),
    official('text', say('rectify-notice.report', { day: dateText(notice.reportBy, say), contact: notice.contact })),
    { kind: 'sign-off', unit, date: dateText(day, say) },
    { kind: 'attachment', label: say('rectify-notice.receipt-label'), title: say('rectify-notice.receipt') },
    receipt(source, notice, say),
  ], say);
}

function opening(occasion: Occasion, say: Say): string {
  if (occasion.kind === 'year') return say('rectify-notice.opening-year', { year: occasion.year });
  const basis = occasion.basis === undefined ? '' : say('rectify-notice.by-basis', { basis: occasion.basis });
  return occasion.kind === 'supervision' ? say('rectify-notice.opening-supervision', { basis, body: occasion.body, day: dateText(occasion.on, say) }) : say('rectify-notice.opening-inspection', { basis, number: occasion.number, day: dateText(occasion.on, say) });
}

/** The rule a problem breaks, in words; the inspecting body's own clause where there is no item behind it. */
export function basisOf(finding: PaperFinding['finding'], source: Pick<FollowUpSource, 'parameters'>, say: Say): string {
  if (finding.basis.length > 0) return basisText(finding.basis, source, say);
  return finding.objective === finding.statement ? say('rectify-notice.no-basis') : finding.objective;
}

function demand({ finding, due }: PaperFinding, at: number, say: Say): string {
  const measure = finding.remediation ?? finding.measure ?? say('rectify-notice.usual-demand');
  return say('rectify-notice.demand', { at, measure: measure.replace(/[。.]$/u, ''), due: due === undefined ? say('paper.not-set') : dateText(due, say), owner: finding.owner ?? finding.department ?? say('paper.not-set') });
}

function receipt({ number, unit }: FollowUpSource, { to, documentNumber }: NoticeParticulars, say: Say): Block {
  const cell = (key: Parameters<Say>[0], value: string, height = 11): { label: string; value: string; height: number } => ({ label: say(key), value, height });
  return {
    kind: 'form-card',
    rows: [
      [cell('rectify-notice.receipt-paper', `${say('rectify-notice.title')}${documentNumber}`)],
      [cell('rectify-notice.receipt-number', number), cell('rectify-notice.receipt-from', unit)],
      [cell('rectify-notice.receipt-to', to)],
      [cell('rectify-notice.receipt-signed', '', 16), cell('rectify-notice.receipt-day', '', 16)],
      [cell('rectify-notice.receipt-bearer', '', 16), cell('rectify-notice.receipt-way', '', 16)],
      [cell('rectify-notice.receipt-note', '', 24)],
    ],
    keep: 0,
    fillsPage: false,
  };
}
