import { join } from 'node:path';
import { checkShape } from '#catalog/check-shape.js';
import { readYaml } from '#catalog/read-yaml.js';
import { AppError } from '#domain/app-error.js';
import type { Assessment, AssessmentEntry } from '#domain/assessment.js';
import { ReportTemplate } from '#domain/report-template.js';
import type { WorkingSet } from '#domain/working-set.js';
import { sayIn } from '#messages/say.js';
import { buildReport } from '#reports/build-report.js';
import type { PaperSource } from '#reports/paper-source.js';
import { openStore, type Store } from '#store/store.js';
import { attachedAssessment } from './attach-assessment.js';
import { claimed, type Desk, type Program } from './desk.js';
import { dayOf, minuteOf } from './door.js';
import { isLive, viewFindings, type FindingView } from './view-findings.js';
import { issuePaper, type RenderedReport } from './issue-paper.js';
import type { ComposedPaper, PaperFormat } from './paper-as.js';
import { loadParameters } from './load-catalog.js';
import { managementView } from './management-view.js';
import { officeFacts, type PaperWishes } from './office-facts.js';
import { assessmentNumbered, newestOfEach, openAssessment } from './open-assessment.js';
import { roundNumbered } from './round-named.js';

export interface ReportRequest {
  /** File name in `templates/reports`, without `.yaml`. */
  readonly template: string;
  /** Assessments by number; none = the newest of each checklist. */
  readonly assessmentNumbers: readonly string[];
  readonly output?: string;
  readonly by?: string;
  /** Number of a round whose assessments are to be printed. */
  readonly round?: string;
  readonly wishes?: PaperWishes;
  readonly format?: PaperFormat;
}

/** Prints a paper: takes its number, draws it, puts the file in place, and records number, check code and digest. */
export async function renderReport(desk: Desk, request: ReportRequest): Promise<RenderedReport> {
  const template = loadReportTemplate(desk.program, request.template);
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    const by = claimed(request.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    const assessments = chosenAssessments(store, template, request);
    const order = { template: template.id, assessmentIds: assessments.map((each) => each.id), at, by, output: request.output, format: request.format };
    return await issuePaper(desk, store, order, (number) => composed(template, paperSource(desk, store, { number, title: template.title, assessments, by: by.person, at, ...(template.year === true ? { office: officeFacts(desk, store, assessments, request.wishes ?? {}) } : {}) })));
  } finally {
    await store.close();
  }
}

export function loadReportTemplate(program: Program, name: string): ReportTemplate {
  return checkShape(readYaml(join(program.root, 'templates', 'reports', `${name}.yaml`)), ReportTemplate);
}

export function chosenAssessments(store: Store, { checklists, level }: Pick<ReportTemplate, 'checklists' | 'level'>, { assessmentNumbers, round }: Pick<ReportRequest, 'assessmentNumbers' | 'round'>): readonly Assessment[] {
  const snapshot = store.read();
  const named = assessmentNumbers.length === 0 ? entriesOf(round, snapshot) : assessmentNumbers.map((number) => assessmentNumbered(snapshot, number));
  const entries = named.filter((entry) => checklists?.includes(entry.checklistId) !== false && (level === undefined || entry.level === level));
  if (entries.length === 0) throw new AppError('assessment-none');
  return entries.map((entry) => openAssessment(store, entry));
}

// What a round came to, and the newest of every other checklist beside it.
function entriesOf(number: string | undefined, snapshot: WorkingSet): readonly AssessmentEntry[] {
  const newest = newestOfEach(snapshot);
  if (number === undefined) return newest;
  const round = roundNumbered(number, snapshot);
  const own = Object.values(round.handedIn).flatMap(({ assessmentId }) => snapshot.assessments[assessmentId] ?? []);
  if (own.length === 0) throw new AppError('round-nothing-in', { number: round.number });
  return [...own, ...newest.filter(({ checklistId }) => checklistId !== round.checklistId)];
}

interface Given extends Pick<PaperSource, 'number' | 'title' | 'assessments' | 'by' | 'office'> {
  readonly at: string;
}

export function paperSource(desk: Desk, store: Store, { at, ...given }: Given): PaperSource {
  const snapshot = store.read();
  const views = viewFindings(snapshot, dayOf(at));
  return {
    ...given,
    identity: store.identity,
    toolVersion: desk.program.version,
    findings: liveFindings(views, given.assessments),
    parameters: loadParameters(desk.program),
    management: managementView(snapshot, store.identity, dayOf(at), views),
    minuteOf,
  };
}

// Only what these assessments are about: a paper on rooms says nothing of people, one on another system nothing of this office.
function liveFindings(views: readonly FindingView[], assessments: readonly Assessment[]): PaperSource['findings'] {
  const checklists = new Set(assessments.filter(({ root }) => root === undefined).map(({ checklist }) => checklist.id));
  return views.filter(({ finding }) => checklists.has(finding.checklistId) && isLive(finding));
}

// Papers are read by Chinese inspectors whatever language the screen has.
function composed(template: ReportTemplate, source: PaperSource): ComposedPaper {
  return { document: buildReport(template, source, sayIn('zh-CN')), assessments: source.assessments.map(attachedAssessment) };
}
