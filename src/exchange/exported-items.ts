import type { Answer } from '#domain/answer.js';
import type { Item, Section } from '#domain/checklist.js';
import type { ItemResult } from '#domain/item-result.js';
import { printableObjective } from '#domain/printable-item.js';
import type { PointsSplit } from '#domain/score.js';
import type { ExportSource, StandingDeviation } from './export-source.js';

/** One item with everything that may be said of it elsewhere. */
export interface ExportedItem {
  readonly section: Section;
  readonly item: Item;
  readonly objective: string;
  readonly result: ItemResult;
  /** Hundredths; null where the checklist gives the item none. */
  readonly split: PointsSplit | null;
  readonly answer: Answer | undefined;
  readonly deviations: readonly StandingDeviation[];
}

/** The items that were judged, in the order of the checklist. */
export function exportedItems({ assessment, answers, deviations }: ExportSource): readonly ExportedItem[] {
  const { checklist, score } = assessment;
  const results = new Map(assessment.results.map((result) => [result.itemId, result]));
  const splits = new Map(score.items.map(({ itemId, split }) => [itemId, split]));
  return checklist.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      const result = results.get(item.id);
      if (result === undefined) return [];
      const answer = result.answerId === undefined ? undefined : answers[result.answerId];
      const split = checklist.scoring === 'none' ? null : (splits.get(item.id) ?? null);
      return [{ section, item, objective: printableObjective(item), result, split, answer, deviations: deviations.filter(({ itemId }) => itemId === item.id) }];
    }),
  );
}
