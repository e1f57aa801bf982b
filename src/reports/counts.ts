import type { Assessment } from '#domain/assessment.js';
import type { ReasonCode } from '#domain/result-value.js';
import type { Score } from '#domain/score.js';

/** The five figures of page 1, of the screen and of every list: they always add up to `items`. */
export interface FiveCounts {
  readonly items: number;
  readonly pass: number;
  readonly fail: number;
  /** Outside the sum, as in scoring: not applicable, not selected, informational. */
  readonly notApplicable: number;
  /** Not decided: error, unknown, not checked. */
  readonly open: number;
}

export function fiveCounts({ results, score: { counts } }: { readonly results: readonly unknown[]; readonly score: Pick<Score, 'counts'> }): FiveCounts {
  return {
    items: results.length,
    pass: counts.pass + counts.fixed,
    fail: counts.fail,
    notApplicable: counts.notapplicable + counts.notselected + counts.informational,
    open: counts.error + counts.unknown + counts.notchecked,
  };
}

export function totalCounts(assessments: readonly Assessment[]): FiveCounts {
  const all = assessments.map(fiveCounts);
  const sum = (of: (counts: FiveCounts) => number): number => all.reduce((total, each) => total + of(each), 0);
  return { items: sum((each) => each.items), pass: sum((each) => each.pass), fail: sum((each) => each.fail), notApplicable: sum((each) => each.notApplicable), open: sum((each) => each.open) };
}

/** Reason → number of open items that name it, most frequent first. */
export function openReasons(assessments: readonly Pick<Assessment, 'results'>[]): readonly (readonly [ReasonCode, number])[] {
  const counted = new Map<ReasonCode, number>();
  for (const result of assessments.flatMap((assessment) => assessment.results)) {
    if (result.result !== 'unknown' && result.result !== 'notchecked' && result.result !== 'error') continue;
    for (const reason of new Set(result.gaps.map((gap) => gap.reason))) counted.set(reason, (counted.get(reason) ?? 0) + 1);
  }
  return [...counted].sort(([, left], [, right]) => right - left);
}
