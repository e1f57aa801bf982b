import type { Assessment } from '#domain/assessment.js';
import type { ItemResult } from '#domain/item-result.js';
import { printableObjective } from '#domain/printable-item.js';

/** One failing item × subject of either assessment. */
export interface ComparedProblem {
  readonly itemId: string;
  readonly subjectKey: string;
  readonly subjectLabel: string;
  readonly objective: string;
}

/** What changed from one assessment to the next: `unclear` failed before and could not be judged now. */
export interface Comparison {
  readonly new: readonly ComparedProblem[];
  readonly still: readonly ComparedProblem[];
  readonly absent: readonly ComparedProblem[];
  readonly unclear: readonly ComparedProblem[];
}

export function compareAssessments(before: Assessment, after: Assessment): Comparison {
  const old = problemsOf(before);
  const now = problemsOf(after);
  const gone = [...old].filter(([key]) => !now.has(key));
  const results = new Map(after.results.map((result) => [result.itemId, result]));
  const unclear = gone.filter(([, problem]) => isUnclear(problem, results.get(problem.itemId)));
  return {
    new: [...now].filter(([key]) => !old.has(key)).map(([, problem]) => problem),
    still: [...now].filter(([key]) => old.has(key)).map(([, problem]) => problem),
    absent: gone.filter((each) => !unclear.includes(each)).map(([, problem]) => problem),
    unclear: unclear.map(([, problem]) => problem),
  };
}

function problemsOf(assessment: Assessment): Map<string, ComparedProblem> {
  const objectives = new Map(assessment.checklist.sections.flatMap((section) => section.items.map((item) => [item.id, printableObjective(item)] as const)));
  return new Map(
    assessment.results
      .filter((result) => result.result === 'fail')
      .flatMap((result) => {
        const rows = result.observations.filter((each) => each.result === 'fail').map((each) => each.subject);
        return (rows.length > 0 ? rows : [assessment.subject]).map((subject) => {
          const objective = objectives.get(result.itemId) ?? '';
          return [`${result.itemId} ${subject.key}`, { itemId: result.itemId, subjectKey: subject.key, subjectLabel: subject.label, objective }] as const;
        });
      }),
  );
}

// An item or a row that could not be judged now says nothing about an old problem.
function isUnclear(problem: ComparedProblem, result: ItemResult | undefined): boolean {
  if (result === undefined) return true;
  if (result.result === 'error' || result.result === 'unknown' || result.result === 'notchecked') return result.observations.length === 0 || openFor(problem, result);
  return openFor(problem, result);
}

function openFor(problem: ComparedProblem, result: ItemResult): boolean {
  return result.observations.some((each) => each.subject.key === problem.subjectKey && each.result !== 'fail');
}
