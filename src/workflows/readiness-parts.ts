import type { Assessment } from '#domain/assessment.js';
import type { Evidence } from '#domain/evidence.js';
import type { Block, ReportDocument } from '#domain/report-document.js';
import type { ReportTemplate } from '#domain/report-template.js';
import type { Say } from '#messages/say.js';
import { buildReport } from '#reports/build-report.js';
import { evidenceTable } from '#reports/follow-up/attachments.js';
import type { BoundPart } from '#reports/form/build-bound.js';
import { ledgerParts } from '#reports/form/build-ledger.js';
import type { PaperSource } from '#reports/paper-source.js';
import type { Store } from '#store/store.js';
import type { OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { followUpSource } from './follow-up-source.js';
import { inspectionForm } from './inspection-form.js';
import { officeFacts } from './office-facts.js';
import { opinionsReply } from './opinions-reply.js';
import { readinessIndex } from './readiness-index.js';
import { rectificationLedger } from './render-follow-up.js';
import { ledgerBooks } from './render-ledger.js';
import { loadReportTemplate, paperSource } from './render-report.js';

export interface ReadinessOrder {
  readonly year: string;
  readonly number: string;
  readonly by: string;
  readonly recipient: string;
  readonly assessments: readonly Assessment[];
  readonly evidence: readonly Evidence[];
}

/** A part before it has its place in the order of the volume. */
type Part = Omit<BoundPart, 'label'>;

/** What is bound, in the order in which an inspector asks for it (K11): report, score sheet, rectification, answers, own inspections, books, technical annex, evidence, verification. */
export function readinessParts(desk: Desk, store: Store, open: OpenBooks, order: ReadinessOrder, say: Say): readonly BoundPart[] {
  const report = loadReportTemplate(desk.program, 'self-assessment');
  const { assessments, number, by, evidence, year } = order;
  const source = paperSource(desk, store, { number, title: report.title, assessments, by, at: open.at, office: officeFacts(desk, store, assessments, { recipient: order.recipient }) });
  const sections = (...names: readonly string[]): readonly Block[] => buildReport({ ...report, sections: names.map((section) => ({ section, newPage: false })) }, source, say).blocks;
  const score = loadReportTemplate(desk.program, 'score-sheet');
  const technical = loadReportTemplate(desk.program, 'technical');
  const terminals = assessments.filter(({ level }) => level === technical.level);
  const first: readonly Part[] = [
    { title: report.title, note: say('readiness.of-year', { year }), blocks: sections(...report.sections.filter(({ attachment }) => attachment === undefined).map(({ section }) => section)), isLetter: true },
    { title: score.title, note: say('readiness.assessments', { count: assessments.length }), blocks: ofTemplate(score, source, say), landscape: true },
    ledgerPart(desk, open, order, say),
    { title: say('readiness.cure'), note: '', about: 'rectification', blocks: sections('cure-progress') },
    ...supervisionParts(desk, open, order, say),
    ...inspectionParts(desk, open, order, say),
  ];
  const last: readonly Part[] = [
    ...(terminals.length === 0 ? [{ title: technical.title, note: say('readiness.no-terminals'), about: 'devices' as const }] : [{ title: technical.title, note: say('readiness.terminals', { count: terminals.length }), about: 'devices' as const, blocks: ofTemplate(technical, { ...source, assessments: terminals }, say) }]),
    { title: say('rectification.evidence'), note: say('readiness.evidence', { count: evidence.length }), ...(evidence.length === 0 ? {} : { blocks: [evidenceTable(evidence, say)] }) },
    { title: say('readiness.verification'), note: '', blocks: sections('verification') },
  ];
  const parts: readonly Part[] = [...first, ...ledgerParts(ledgerBooks(desk, open, by, year), say), ...last];
  const index: Part = { title: say('readiness.index'), note: 'K11', blocks: readinessIndex(open, { parts, evidence, assessments }, say), landscape: true };
  return [index, ...parts].map((part, index): BoundPart => ({ ...part, label: say('readiness.part', { number: index + 1 }) }));
}

const inTheirOwnPaper = ['verification', 'readings', 'signatures'];

// What was read on the machine, file by file, stays in the internal annex (report technical); verification stands at the end of the volume.
function ofTemplate(template: ReportTemplate, source: PaperSource, say: Say): readonly Block[] {
  return buildReport({ ...template, sections: template.sections.filter(({ section }) => !inTheirOwnPaper.includes(section)) }, source, say).blocks;
}

function ledgerPart(desk: Desk, open: OpenBooks, { number, by, year }: ReadinessOrder, say: Say): Part {
  const source = followUpSource(desk, open, { year }, by);
  return { ...formPart(rectificationLedger(desk, { ...source, number }, say)), note: say('readiness.problems', { count: source.problems.length }) };
}

function supervisionParts(desk: Desk, open: OpenBooks, { number, by, year }: ReadinessOrder, say: Say): readonly Part[] {
  const own = Object.values(open.snapshot.supervisions).filter(({ on, state }) => on.startsWith(year) || state === 'open').sort((left, right) => (left.on < right.on ? -1 : 1));
  return own.map((each) => ({ ...formPart(opinionsReply(desk, open, each.number, by)(number, say)), note: each.number }));
}

function inspectionParts(desk: Desk, open: OpenBooks, { number, by, year }: ReadinessOrder, say: Say): readonly Part[] {
  const held = Object.values(open.snapshot.inspections).filter(({ month, state }) => month.startsWith(year) && state === 'held').sort((left, right) => (left.number < right.number ? -1 : 1));
  return held.map((each) => ({ ...formPart(inspectionForm(desk, open, each.number, by)(number, say)), note: each.number }));
}

function formPart({ title, blocks, landscape }: ReportDocument): Part {
  return { title, note: '', about: 'rectification', blocks, landscape: landscape === true };
}
