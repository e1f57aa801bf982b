import type { AggravatingStep, DeductionStep, ExcludedItem, ItemStep, ScoreExplanation } from '#domain/score-explanation.js';
import { aggravatingLoss, scoreChecklist, stillToDeduct, type ScoringModel, type ScoringRules } from './score-checklist.js';
import { asFailed, hundredths, lossOf, share, splitItem, sumOf, type ScoredItem, type ScoredResult } from './score-item.js';

/** How the score of these results comes about: what counts, what is left out, every deduction, every cap. */
export function explainScore(model: ScoringModel, results: readonly ScoredResult[], rules: ScoringRules = { fixedEarns: false }): ScoreExplanation {
  const score = scoreChecklist(model, results, rules);
  const byId = new Map(results.map((result) => [result.itemId, result]));
  const judged = model.sections.flatMap((section) => section.items.flatMap((item): Judged[] => judgedOf(item, byId.get(item.id))));
  const scored = judged.filter(({ item }) => item.kind === 'scored');
  const aggravating = judged.filter(({ item, result }) => item.kind === 'aggravating' && share[result.result] !== 'excluded').map(aggravatingStep);
  const open = aggravating.map((each) => each.open);
  const { split } = score;
  return {
    scoring: model.scoring,
    items: scored.flatMap((each) => itemStep(each, rules)),
    excluded: scored.filter(({ result }) => share[result.result] === 'excluded').map(excludedItem),
    withoutPoints: scored.filter(({ item, result }) => share[result.result] !== 'excluded' && pointsOf(item) === null).map(({ item }) => item.id),
    aggravating,
    vetoes: judged.filter(({ item }) => item.kind === 'veto').map(({ item, result }) => ({ itemId: item.id, result: result.result })),
    split,
    aggravatingLoss: score.aggravating,
    range: score.range,
    lowestPoints: open.includes(null) ? null : open.reduce<number>((sum, each) => sum - (each ?? 0), split.earned - score.aggravating),
    highestPoints: split.earned + split.pending - score.aggravating,
    veto: score.veto,
    grade: score.grade,
    noGrade: score.noGrade,
  };
}

interface Judged {
  readonly item: ScoredItem;
  readonly result: ScoredResult;
}

function judgedOf(item: ScoredItem, result: ScoredResult | undefined): Judged[] {
  return result === undefined ? [] : [{ item, result }];
}

function pointsOf({ points }: ScoredItem): number | null {
  return points === null || points === undefined ? null : hundredths(points);
}

function itemStep({ item, result }: Judged, { fixedEarns }: ScoringRules): ItemStep[] {
  const split = splitItem(item, result, fixedEarns);
  if (split === null) return [];
  const failed = result.result === 'fixed' && !fixedEarns ? asFailed(result) : result;
  const way = wayOf(item, failed, split.lost);
  const uncapped = uncappedOf(item, failed, way, split.total);
  return [
    {
      itemId: item.id,
      result: result.result,
      points: split.total,
      way,
      deductions: way === 'deductions' ? deductionSteps(result) : [],
      perSubject: item.deduct === undefined ? null : hundredths(item.deduct.perSubject),
      subjects: failed.subjects,
      uncapped,
      capped: uncapped > split.lost,
      split,
    },
  ];
}

function wayOf(item: ScoredItem, result: ScoredResult, lost: number): ItemStep['way'] {
  if (result.deductions.length > 0 && share[result.result] !== 'earned') return 'deductions';
  if (lost === 0) return 'none';
  if (item.deduct !== undefined && result.subjects.total > 0) return 'per-subject';
  return result.subjects.total > 1 ? 'shared-out' : 'whole';
}

function uncappedOf(item: ScoredItem, result: ScoredResult, way: ItemStep['way'], total: number): number {
  if (way === 'deductions') return sumOf(result.deductions);
  return way === 'none' ? 0 : lossOf(item, result, total, result.subjects.fail);
}

function deductionSteps({ deductions }: ScoredResult): DeductionStep[] {
  return deductions.map(({ id, points, times }) => ({ id, points: hundredths(points), times, loss: hundredths(points) * times }));
}

function excludedItem({ item, result }: Judged): ExcludedItem {
  return { itemId: item.id, points: pointsOf(item), result: result.result };
}

function aggravatingStep({ item, result }: Judged): AggravatingStep {
  const perSubject = item.deduct === undefined ? null : hundredths(item.deduct.perSubject);
  const deductions = result.result === 'fail' ? deductionSteps(result) : [];
  return { itemId: item.id, result: result.result, deductions, perSubject, failed: result.subjects.fail, loss: aggravatingLoss(item, result), open: stillToDeduct(item, result) };
}
