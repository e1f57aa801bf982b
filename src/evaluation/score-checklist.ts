import type { Checklist } from '#domain/checklist.js';
import { resultValues } from '#domain/result-value.js';
import type { Grade, ItemScore, PointsSplit, ResultCounts, Score } from '#domain/score.js';
import { hundredths, share, splitItem, sumOf, type ScoredItem, type ScoredResult } from './score-item.js';

/** What scoring needs of a checklist; the whole checklist fits. */
export interface ScoringModel {
  readonly scoring: Checklist['scoring'];
  readonly grades: boolean;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly items: readonly ScoredItem[] }[];
}

export interface ScoringRules {
  /** Whether a fault cured on the spot (`fixed`) earns its points: the unit's own rule. */
  readonly fixedEarns: boolean;
}

const empty: PointsSplit = { earned: 0, lost: 0, pending: 0, total: 0 };

/** Scores results the way inspectors do; all sums in hundredths of a point, shares unrounded (DESIGN §6). */
export function scoreChecklist(model: ScoringModel, results: readonly ScoredResult[], rules: ScoringRules = { fixedEarns: false }): Score {
  const byId = new Map(results.map((result) => [result.itemId, result]));
  const judged = model.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      const result = byId.get(item.id);
      return result === undefined ? [] : [{ section: section.id, item, result, score: scoreItem(item, result, rules) }];
    }),
  );
  const split = addSplits(judged.map((each) => each.score.split));
  const counted = judged.map((each) => ({ item: each.item, result: each.result }));
  const aggravating = counted.reduce((sum, each) => sum + aggravatingLoss(each.item, each.result), 0);
  const veto = counted.some((each) => each.item.kind === 'veto' && each.result.result === 'fail');
  const open = openness(counted);
  const range = rangeOf(model, split, aggravating, open);
  return {
    scoring: model.scoring,
    counts: countResults(results),
    split,
    aggravating,
    veto,
    range,
    ...gradeOf(model, split, veto, range, open),
    sections: model.sections.map((section) => {
      const own = judged.filter((each) => each.section === section.id);
      return { sectionId: section.id, title: section.title, split: addSplits(own.map((each) => each.score.split)), counts: countResults(own.map((each) => each.result)) };
    }),
    items: judged.map((each) => each.score),
  };
}

type Counted = readonly { readonly item: ScoredItem; readonly result: ScoredResult }[];

/** What keeps a share or a grade from being certain. */
interface Openness {
  readonly pointsMissing: boolean;
  readonly vetoPending: boolean;
  /** Most that open aggravating items could still deduct; null when their sheet names no points. */
  readonly aggravatingPending: number | null;
}

function scoreItem(item: ScoredItem, result: ScoredResult, rules: ScoringRules): ItemScore {
  const points = item.points === null || item.points === undefined ? null : hundredths(item.points);
  return { itemId: item.id, points, split: splitItem(item, result, rules.fixedEarns) };
}

function openness(counted: Counted): Openness {
  const applicable = counted.filter((each) => share[each.result.result] !== 'excluded');
  const aggravating = applicable.filter((each) => each.item.kind === 'aggravating').map((each) => stillToDeduct(each.item, each.result));
  return {
    pointsMissing: applicable.some((each) => each.item.kind === 'scored' && (each.item.points === null || each.item.points === undefined)),
    vetoPending: applicable.some((each) => each.item.kind === 'veto' && share[each.result.result] === 'pending'),
    aggravatingPending: aggravating.includes(null) ? null : aggravating.reduce<number>((sum, each) => sum + (each ?? 0), 0),
  };
}

/** Most that an aggravating item could deduct beyond what it does; null where nothing bounds it. */
export function stillToDeduct(item: ScoredItem, result: ScoredResult): number | null {
  if (share[result.result] === 'pending') return item.deduct === undefined ? mostOf(item) : null;
  if (result.result !== 'fail' || result.deductions.length > 0) return 0;
  return item.deduct === undefined ? mostOf(item) : hundredths(item.deduct.perSubject) * result.subjects.open;
}

// An answer may name each deduction of the sheet once, so their points add up.
function mostOf({ deductions = [] }: ScoredItem): number | null {
  if (deductions.length === 0 || deductions.some((deduction) => deduction.per === 'occurrence')) return null;
  return deductions.reduce((sum, { points }) => sum + hundredths(typeof points === 'number' ? points : points[1]), 0);
}

/** What an aggravating item deducts from the total. */
export function aggravatingLoss(item: ScoredItem, result: ScoredResult): number {
  if (item.kind !== 'aggravating' || result.result !== 'fail') return 0;
  return result.deductions.length > 0 ? sumOf(result.deductions) : hundredths(item.deduct?.perSubject ?? 0) * result.subjects.fail;
}

function rangeOf(model: ScoringModel, split: PointsSplit, aggravating: number, open: Openness): Score['range'] {
  if (model.scoring === 'none' || split.total === 0 || open.pointsMissing) return null;
  const percent = (points: number): number => Math.max(0, (points * 100) / split.total);
  const low = open.aggravatingPending === null ? 0 : percent(split.earned - aggravating - open.aggravatingPending);
  return { low, high: percent(split.earned + split.pending - aggravating) };
}

function gradeOf(model: ScoringModel, split: PointsSplit, veto: boolean, range: Score['range'], open: Openness): Pick<Score, 'grade' | 'noGrade'> {
  if (model.scoring === 'none') return { grade: null, noGrade: 'not-scored' };
  if (!model.grades) return { grade: null, noGrade: split.total === 0 ? 'nothing-applicable' : 'own-profile' };
  if (veto) return { grade: 'does-not-meet', noGrade: null };
  if (open.pointsMissing) return { grade: null, noGrade: 'points-missing' };
  if (range === null) return { grade: null, noGrade: 'nothing-applicable' };
  const [low, high] = [gradeAt(range.low), gradeAt(range.high)];
  const certain = low === high && (!open.vetoPending || low === 'does-not-meet');
  return certain ? { grade: low, noGrade: null } : { grade: null, noGrade: 'pending' };
}

/** 符合要求 from 90 %, 基本符合要求 from 80 %, on the unrounded share. */
function gradeAt(percent: number): Grade {
  if (percent >= 90) return 'meets';
  return percent >= 80 ? 'basically-meets' : 'does-not-meet';
}

function addSplits(splits: readonly (PointsSplit | null)[]): PointsSplit {
  return splits.reduce<PointsSplit>(
    (sum, each) =>
      each === null
        ? sum
        : { earned: sum.earned + each.earned, lost: sum.lost + each.lost, pending: sum.pending + each.pending, total: sum.total + each.total },
    empty,
  );
}

function countResults(results: readonly Pick<ScoredResult, 'result'>[]): ResultCounts {
  const counts = Object.fromEntries(resultValues.map((value) => [value, 0])) as ResultCounts;
  for (const { result } of results) counts[result] += 1;
  return counts;
}
