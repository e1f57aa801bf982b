import type { Inspection } from '#domain/inspection.js';
import { readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { inspectionNumbered } from './inspection-named.js';
import { rowsInUse } from './open-books.js';
import { isLive, viewFindings, type FindingView } from './view-findings.js';

export interface InspectionView {
  readonly inspection: Inspection;
  readonly findings: readonly FindingView[];
  /** Planned for a month that is over, and not held. */
  readonly overdue: boolean;
}

/** How often a department was inspected in the year, and is still going to be. */
export interface DepartmentCoverage {
  readonly department: string;
  readonly held: number;
  readonly planned: number;
}

export interface InspectionPlan {
  readonly year: string;
  readonly inspections: readonly InspectionView[];
  /** Departments of the roster and those that inspections name. */
  readonly coverage: readonly DepartmentCoverage[];
  /** Departments that nobody has inspected this year. */
  readonly uncovered: readonly string[];
}

/** The inspections of a year and whom they reach. */
export function showInspectionPlan(desk: Desk, year: string | undefined): Promise<InspectionPlan> {
  return readBooks(desk, (open) => inspectionPlan(open, year ?? open.today.slice(0, 4)));
}

export function showInspection(desk: Desk, number: string): Promise<InspectionView> {
  return readBooks(desk, (open) => viewInspection(open, inspectionNumbered(open.snapshot, number), viewFindings(open.snapshot, open.today)));
}

export function inspectionPlan(open: OpenBooks, year: string): InspectionPlan {
  const findings = viewFindings(open.snapshot, open.today);
  const own = Object.values(open.snapshot.inspections).filter(({ month }) => month.startsWith(year)).sort((left, right) => (left.month + left.number < right.month + right.number ? -1 : 1));
  const names = [...new Set([...rowsInUse('departments', open.snapshot).map(({ cells }) => String(cells['name'] ?? cells['no'])), ...own.flatMap(({ departments }) => departments)])];
  const coverage = names.map((department): DepartmentCoverage => {
    const count = (state: Inspection['state']): number => own.filter((each) => each.state === state && each.departments.includes(department)).length;
    return { department, held: count('held'), planned: count('planned') };
  });
  return { year, inspections: own.map((each) => viewInspection(open, each, findings)), coverage, uncovered: coverage.filter(({ held }) => held === 0).map(({ department }) => department) };
}

export function viewInspection({ today }: Pick<OpenBooks, 'today'>, inspection: Inspection, findings: readonly FindingView[]): InspectionView {
  return { inspection, findings: findings.filter(({ finding }) => finding.inspectionId === inspection.id), overdue: inspection.state === 'planned' && inspection.month < today.slice(0, 7) };
}

/** Problems of an inspection that are not done yet. */
export function liveOf({ findings }: Pick<InspectionView, 'findings'>): readonly FindingView[] {
  return findings.filter(({ finding }) => isLive(finding));
}
