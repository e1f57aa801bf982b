import { AppError } from '#domain/app-error.js';
import { compareAssessments, type Comparison } from '#findings/compare-assessments.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { assessmentEntries, assessmentNumbered, openAssessment } from './open-assessment.js';

export interface ComparedRuns {
  readonly before: string;
  readonly after: string;
  readonly checklistTitle: string;
  readonly comparison: Comparison;
}

/** Compares two assessments of one checklist; by default the newest with the one before it on the same subject. */
export async function compareRuns(desk: Desk, before: string | undefined, after: string | undefined): Promise<ComparedRuns> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const snapshot = store.read();
    const entries = assessmentEntries(snapshot);
    const right = after === undefined ? entries[0] : assessmentNumbered(snapshot, after);
    if (right === undefined) throw new AppError('assessment-none');
    const earlier = entries.filter((entry) => entry.checklistId === right.checklistId && entry.subjectKey === right.subjectKey && entry.number < right.number);
    const left = before === undefined ? earlier[0] : assessmentNumbered(snapshot, before);
    if (left === undefined) throw new AppError('assessment-no-earlier', { number: right.number });
    if (left.checklistId !== right.checklistId) throw new AppError('assessment-different-checklists', { left: left.number, right: right.number });
    const comparison = compareAssessments(openAssessment(store, left), openAssessment(store, right));
    return { before: left.number, after: right.number, checklistTitle: right.checklistTitle, comparison };
  } finally {
    await store.close();
  }
}
