import type { Assessment } from '#domain/assessment.js';
import type { Item } from '#domain/checklist.js';
import type { ItemResult } from '#domain/item-result.js';
import { printableObjective } from '#domain/printable-item.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { fiveCounts } from '../counts.js';
import { gapText } from '../gap-text.js';
import type { PaperSource } from '../paper-source.js';

/** Every item of every checklist with its result, and why it is open where it is. */
export function results(source: PaperSource, say: Say): readonly Block[] {
  return source.assessments.flatMap((assessment) => [
    { kind: 'heading', level: 3, text: `${assessment.checklist.title}  ${assessment.number}` } as const,
    { kind: 'paragraph', text: say('run.counts', { ...fiveCounts(assessment) }), style: 'note' } as const,
    table(assessment, source, say),
  ]);
}

function table(assessment: Assessment, source: PaperSource, say: Say): Block {
  const columns = [
    { title: say('paper.column-item'), width: 13, align: 'left' as const },
    { title: say('paper.column-objective'), width: 42, align: 'left' as const },
    { title: say('column.method'), width: 13, align: 'left' as const },
    { title: say('paper.column-result'), width: 12, align: 'left' as const },
    { title: say('paper.column-reason'), width: 34, align: 'left' as const },
  ];
  const items = new Map(assessment.checklist.sections.flatMap((section) => section.items.map((item) => [item.id, item] as const)));
  const rows = assessment.results.map((result) => {
    const item: Item | undefined = items.get(result.itemId);
    return [result.itemId, item === undefined ? '' : printableObjective(item), say(`method.${result.method}`), say(`result.${result.result}`), remark(result, source, say)];
  });
  return { kind: 'table', columns, rows };
}

function remark(result: ItemResult, source: PaperSource, say: Say): string {
  const { total, fail, open } = result.subjects;
  const many = total > 1 && fail > 0 ? [say('paper.subjects', { fail, total })] : [];
  const undecided = total > 1 && open > 0 ? [say('paper.subjects-open', { open, total })] : [];
  const told = result.fact === undefined ? [] : [result.fact];
  const gaps = result.gaps.map((gap) => gapText(gap, source, say));
  return [...many, ...undecided, ...told, ...new Set(gaps)].join(say('paper.list-joiner'));
}
