import type { ExitName } from '#domain/exit-code.js';
import type { Assessment } from '#domain/assessment.js';
import type { AssessmentOutcome } from '#workflows/run-assessment.js';

export const failOptions = ['critical', 'high', 'medium', 'low', 'incomplete', 'veto'] as const;
export type FailOption = (typeof failOptions)[number];

const severities = ['critical', 'high', 'medium', 'low'] as const;

/** Exit of a run: incomplete by itself when nothing at all was evaluated, the rest only when asked for. */
export function exitOfRun(outcome: Pick<AssessmentOutcome, 'assessments' | 'excepted'>, failOn: readonly FailOption[]): ExitName {
  const { assessments } = outcome;
  if (failOn.includes('veto') && assessments.some((assessment) => assessment.score.veto)) return 'veto';
  if (failuresReach(outcome, failOn)) return 'findings';
  if (nothingEvaluated(assessments)) return 'incomplete';
  return failOn.includes('incomplete') && assessments.some(isIncomplete) ? 'incomplete' : 'done';
}

/** No item had a result that evidence decided. */
export function nothingEvaluated(assessments: readonly Assessment[]): boolean {
  return assessments.every(({ score: { counts } }) => counts.pass + counts.fail + counts.fixed + counts.informational === 0);
}

function isIncomplete({ score: { counts } }: Assessment): boolean {
  return counts.error + counts.unknown + counts.notchecked > 0;
}

// What was excepted by a recorded approval is no news to a scheduler.
function failuresReach({ assessments, excepted }: Pick<AssessmentOutcome, 'assessments' | 'excepted'>, failOn: readonly FailOption[]): boolean {
  const threshold = Math.max(-1, ...severities.flatMap((severity, index) => (failOn.includes(severity) ? [index] : [])));
  return assessments.some((assessment) => {
    const spared = new Set(excepted.filter(({ assessmentId }) => assessmentId === assessment.id).map(({ itemId }) => itemId));
    const severityOf = new Map(assessment.checklist.sections.flatMap((section) => section.items.map((item) => [item.id, item.severity] as const)));
    return assessment.results.some((result) => result.result === 'fail' && !spared.has(result.itemId) && severities.indexOf(severityOf.get(result.itemId) ?? 'low') <= threshold);
  });
}
