import { AppError } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import type { Finding } from '#domain/finding.js';
import type { Inspection, InspectionRecord } from '#domain/inspection.js';
import type { Severity } from '#domain/result-value.js';
import { draftFinding } from './add-finding.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { numberSource } from './display-number.js';
import { itemFinder } from './find-item.js';
import { given } from './given.js';
import { inspectionNumbered } from './inspection-named.js';
import { departmentCalled } from './roster.js';
import { rowsInUse } from './open-books.js';

export interface InspectionOrder extends Pick<Inspection, 'kind' | 'month' | 'scope'> {
  /** By number or name; none = all of the unit. */
  readonly departments: readonly string[];
}

/** Puts an inspection into the plan of the unit's year. */
export function planInspection(desk: Desk, order: InspectionOrder, by: string | undefined): Promise<Inspection> {
  return changeBooks(desk, { kind: 'inspection.planned', by }, (open) => {
    const numbers = numberSource(open.snapshot, order.month.slice(0, 4));
    const departments = departmentsOf(open, order.departments);
    const inspection: Inspection = { id: open.newId(), number: numbers.next('JC'), kind: order.kind, month: order.month, departments, scope: order.scope, state: 'planned', by: open.by, at: open.at };
    return { changes: [{ collection: 'inspections', id: inspection.id, value: inspection }, ...numbers.changes()], result: inspection };
  });
}

/** A problem that an inspection found. */
export interface InspectionProblem {
  readonly statement: string;
  readonly severity: Severity;
  readonly department?: string;
  /** `checklist/item`. */
  readonly item?: string;
}

/** Records what an inspection looked at and said (K04); each problem it found is followed from here. */
export function recordInspection(desk: Desk, number: string, record: InspectionRecord, problems: readonly InspectionProblem[], by: string | undefined): Promise<{ readonly inspection: Inspection; readonly findings: readonly Finding[] }> {
  const itemOf = itemFinder(desk);
  return changeBooks(desk, { kind: 'inspection.held', by }, (open) => {
    const planned = inspectionNumbered(open.snapshot, number);
    if (planned.state !== 'planned') throw new AppError('inspection-wrong-state', { number: planned.number, now: planned.state });
    if (record.on > open.today) throw new AppError('day-ahead', { day: record.on });
    const inspection: Inspection = { ...planned, state: 'held', record };
    const numbers = numberSource(open.snapshot, open.today.slice(0, 4));
    const [only, ...others] = planned.departments;
    const findings: Finding[] = [];
    for (const { statement, severity, item, department } of problems) {
      const place = department ?? (others.length === 0 ? only : undefined);
      findings.push(draftFinding(open, { statement, severity, inspection: planned.number, ...given({ item, department: place, dueOn: record.deadline }) }, { itemOf, numbers, others: findings }));
    }
    const changes: readonly Change[] = [{ collection: 'inspections', id: inspection.id, value: inspection }, ...findings.map((finding): Change => ({ collection: 'findings', id: finding.id, value: finding })), ...numbers.changes()];
    return { changes, result: { inspection, findings } };
  });
}

/** Takes an inspection out of the plan; it stays on record with its reason. */
export function cancelInspection(desk: Desk, number: string, reason: string, by: string | undefined): Promise<Inspection> {
  return changeBooks(desk, { kind: 'inspection.cancelled', by }, ({ snapshot }) => {
    const planned = inspectionNumbered(snapshot, number);
    if (planned.state !== 'planned') throw new AppError('inspection-wrong-state', { number: planned.number, now: planned.state });
    if (reason.trim() === '') throw new AppError('finding-reason-missing');
    const cancelled: Inspection = { ...planned, state: 'cancelled', cancelled: reason };
    return { changes: [{ collection: 'inspections', id: cancelled.id, value: cancelled }], result: cancelled };
  });
}

function departmentsOf(open: OpenBooks, named: readonly string[]): string[] {
  const all = rowsInUse('departments', open.snapshot).map(({ cells }) => String(cells['name'] ?? cells['no']));
  const departments = named.length === 0 ? all : named.map((each) => departmentCalled(open, each).name);
  if (departments.length === 0) throw new AppError('inspection-no-departments');
  return [...new Set(departments)];
}
