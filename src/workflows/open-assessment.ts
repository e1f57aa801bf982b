import { Assessment, type AssessmentEntry } from '#domain/assessment.js';
import { AppError } from '#domain/app-error.js';
import type { WorkingSet } from '#domain/working-set.js';
import type { Store } from '#store/store.js';

/** The whole assessment behind an entry; its bytes are held against their digest. */
export function openAssessment(store: Store, entry: AssessmentEntry): Assessment {
  return Assessment.parse(store.readDocument(entry.document));
}

/** Entries, newest first. */
export function assessmentEntries(snapshot: WorkingSet): readonly AssessmentEntry[] {
  return Object.values(snapshot.assessments).sort((left, right) => right.number.localeCompare(left.number, 'en', { numeric: true }));
}

export function assessmentNumbered(snapshot: WorkingSet, number: string): AssessmentEntry {
  const found = assessmentEntries(snapshot).find((entry) => entry.number === number.toUpperCase());
  if (found === undefined) throw new AppError('assessment-unknown', { number });
  return found;
}

/** The assessment of this number, whole; the newest when none is given. */
export function chosenAssessment(store: Store, number: string | undefined): Assessment {
  const snapshot = store.read();
  const entry = number === undefined ? assessmentEntries(snapshot)[0] : assessmentNumbered(snapshot, number);
  if (entry === undefined) throw new AppError('assessment-none');
  return openAssessment(store, entry);
}

/** The newest entry of each checklist on the unit or this machine, in order of checklist id; saved evidence that was judged again is not what stands today. */
export function newestOfEach(snapshot: WorkingSet): readonly AssessmentEntry[] {
  const newest = new Map<string, AssessmentEntry>();
  for (const entry of assessmentEntries(snapshot)) if (isOfOffice(entry) && !newest.has(entry.checklistId)) newest.set(entry.checklistId, entry);
  return [...newest.values()].sort((left, right) => left.checklistId.localeCompare(right.checklistId));
}

// People, departments and machines attested on paper have papers of their own.
function isOfOffice({ trigger, level, round }: AssessmentEntry): boolean {
  return trigger !== 'replay' && (level === 'unit' || (level === 'terminal' && round === undefined));
}
