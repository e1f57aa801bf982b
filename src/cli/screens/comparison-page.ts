import type { Say } from '#messages/say.js';
import type { ComparedRuns } from '#workflows/compare-runs.js';
import { tableLines } from '../table.js';

/** What is new, still there, no longer seen, and what could not be judged this time. */
export function comparisonPage({ before, after, checklistTitle, comparison }: ComparedRuns, say: Say, width: number): string[] {
  const kinds = ['new', 'still', 'absent', 'unclear'] as const;
  const head = [`${checklistTitle}  ${before} → ${after}`, kinds.map((kind) => `${say(`compare.${kind}`)} ${comparison[kind].length}`).join('  ')];
  const rows = kinds.flatMap((kind) => comparison[kind].map((each) => [say(`compare.${kind}`), each.itemId, each.objective, each.subjectLabel]));
  if (rows.length === 0) return [...head, '', say('compare.nothing')];
  const columns = [{ title: say('column.change') }, { title: say('column.item') }, { title: say('column.objective'), wide: true }, { title: say('column.subject'), wide: true }];
  return [...head, '', ...tableLines(columns, rows, width)];
}
