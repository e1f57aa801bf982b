import type { Assessment, AssessmentEntry } from '#domain/assessment.js';
import type { ScoreExplanation } from '#domain/score-explanation.js';
import { explainScore } from '#evaluation/explain-score.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { assessmentEntries, chosenAssessment } from './open-assessment.js';

/** Entries of all assessments, newest first. */
export async function listAssessments(desk: Desk): Promise<readonly AssessmentEntry[]> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return assessmentEntries(store.read());
  } finally {
    await store.close();
  }
}

/** One assessment, whole; the newest when no number is given. */
export async function showAssessment(desk: Desk, number: string | undefined): Promise<Assessment> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return chosenAssessment(store, number);
  } finally {
    await store.close();
  }
}

/** How the score of an assessment came about; reckoned from its results alone. */
export function explainAssessment({ checklist, results, parameters }: Assessment): ScoreExplanation {
  return explainScore(checklist, results, { fixedEarns: parameters['fixedEarns'] === true });
}
