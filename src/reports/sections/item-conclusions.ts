import type { Assessment } from '#domain/assessment.js';
import { printableObjective } from '#domain/printable-item.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { fiveCounts } from '../counts.js';
import type { PaperSource } from '../paper-source.js';

/** The conclusion of each item and nothing else: no rows, no facts, no values. */
export function itemConclusions(source: PaperSource, say: Say): readonly Block[] {
  return source.assessments.flatMap((assessment) => [{ kind: 'heading', level: 1, text: source.title } as const, heading(assessment, source, say), counts(assessment, say), ...tables(assessment, say)]);
}

function heading(assessment: Assessment, source: PaperSource, say: Say): Block {
  const { identity, number, by } = source;
  return {
    kind: 'grid',
    rows: [
      [say('paper.unit'), identity.unit],
      [say('paper.number'), number],
      [say('paper.at'), source.minuteOf(assessment.at)],
      [say('paper.by'), by],
    ],
  };
}

function counts(assessment: Assessment, say: Say): Block {
  return { kind: 'paragraph', text: `${say('run.counts', { ...fiveCounts(assessment) })} ${say('paper.conclusions-only')}`, style: 'note' };
}

function tables({ checklist, results }: Assessment, say: Say): Block[] {
  const columns = [
    { title: say('paper.column-item'), width: 14, align: 'left' as const },
    { title: say('paper.column-objective'), width: 76, align: 'left' as const },
    { title: say('paper.column-conclusion'), width: 16, align: 'center' as const },
  ];
  const said = new Map(results.map((result) => [result.itemId, result.result]));
  return checklist.sections.flatMap((section): Block[] => [
    { kind: 'heading', level: 3, text: section.title },
    { kind: 'table', columns, rows: section.items.map((item) => [item.id, printableObjective(item), say(`result.${said.get(item.id) ?? 'notselected'}`)]) },
  ]);
}
