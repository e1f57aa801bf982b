import type { Say } from '#messages/say.js';
import type { AnnexSummary } from '#workflows/import-annex.js';
import { wrap } from '../wrap.js';

/** What an import of the official annex did, what is still missing, and what a person should look at. */
export function annexLines(summary: AnnexSummary, say: Say, width: number): string[] {
  const { imported, complete, items, missing, disagreements, notUnderstood, file, written } = summary;
  const lines = [
    written ? say('annex.imported', { count: imported.length, file }) : say('annex.would', { count: imported.length }),
    say('annex.complete', { complete, all: items }),
    ...(missing.length === 0 ? [] : [say('annex.missing', { count: missing.length, items: missing.join(' ') })]),
    ...(disagreements.length === 0 ? [] : [say('annex.disagrees'), ...disagreements.map(({ itemId, known, annex }) => say('annex.disagrees-line', { item: itemId, known, annex }))]),
    ...(notUnderstood.length === 0 ? [] : [say('annex.not-understood', { count: notUnderstood.length, items: notUnderstood.join(' ') })]),
    say('annex.kept'),
  ];
  return lines.flatMap((line) => wrap(line, width));
}
