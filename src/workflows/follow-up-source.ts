import { AppError } from '#domain/app-error.js';
import type { FollowUpSource, Occasion } from '#reports/follow-up/follow-up-source.js';
import type { OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { dayOf } from './door.js';
import { given } from './given.js';
import { inspectionNumbered } from './inspection-named.js';
import { loadParameters } from './load-catalog.js';
import { departmentCalled } from './roster.js';
import { supervisionNumbered } from './supervision-named.js';
import { findingNumbered, isLive, viewFindings, type FindingView } from './view-findings.js';

/** Which problems a paper is about: those of an inspection, those named, or those of a year; of one department if it says so. */
export interface ProblemChoice {
  readonly supervision?: string;
  readonly inspection?: string;
  readonly findings?: readonly string[];
  readonly department?: string;
  readonly year?: string;
  /** Leaves out what is closed or withdrawn. */
  readonly liveOnly?: boolean;
}

/** The problems of a paper and what it says about where they come from. */
export function followUpSource(desk: Desk, open: OpenBooks, choice: ProblemChoice, by: string): Omit<FollowUpSource, 'number'> {
  const { unit, demo } = open.identity;
  const problems = chosen(open, choice).filter(({ finding }) => choice.liveOnly !== true || isLive(finding));
  return { unit, by, at: open.at, day: open.today, isDemo: demo, occasion: occasionOf(open, choice), problems, parameters: loadParameters(desk.program), evidence: Object.fromEntries(Object.values(open.snapshot.evidence).map((each) => [each.number, each])), dayOf };
}

function chosen(open: OpenBooks, { supervision, inspection, findings = [], department, year = open.today.slice(0, 4) }: ProblemChoice): readonly FindingView[] {
  const views = viewFindings(open.snapshot, open.today);
  const names = department === undefined ? undefined : Object.values(departmentCalled(open, department));
  const ofDepartment = ({ finding }: FindingView): boolean => names === undefined || names.includes(finding.department ?? (finding.subject.kind === 'department' ? finding.subject.key : ''));
  if (findings.length > 0) {
    const ids = findings.map((number) => findingNumbered(open.snapshot, number, open.today).id);
    return views.filter(({ finding }) => ids.includes(finding.id));
  }
  const supervisionId = supervision === undefined ? undefined : supervisionNumbered(open.snapshot, supervision).id;
  const inspectionId = inspection === undefined ? undefined : inspectionNumbered(open.snapshot, inspection).id;
  if (supervisionId !== undefined) return views.filter((view) => view.finding.supervisionId === supervisionId && ofDepartment(view));
  if (inspectionId !== undefined) return views.filter((view) => view.finding.inspectionId === inspectionId && ofDepartment(view));
  return views.filter((view) => touchedIn(view, year) && ofDepartment(view));
}

// Found before and still there, or found, seen or moved in that year.
function touchedIn({ finding }: FindingView, year: string): boolean {
  const first = dayOf(finding.firstSeenAt).slice(0, 4);
  const last = [finding.lastSeenAt, ...finding.events.map(({ at }) => at)].map((at) => dayOf(at).slice(0, 4)).sort().at(-1) ?? first;
  return first <= year && (isLive(finding) || last >= year);
}

function occasionOf(open: OpenBooks, { supervision, inspection, year = open.today.slice(0, 4) }: ProblemChoice): Occasion {
  if (supervision !== undefined) {
    const { body, on, basis } = supervisionNumbered(open.snapshot, supervision);
    return { kind: 'supervision', body, on, ...given({ basis }) };
  }
  if (inspection === undefined) return { kind: 'year', year };
  const { number, record } = inspectionNumbered(open.snapshot, inspection);
  if (record === undefined) throw new AppError('inspection-not-held', { number });
  return { kind: 'inspection', number, on: record.on, ...given({ basis: record.basis }) };
}
