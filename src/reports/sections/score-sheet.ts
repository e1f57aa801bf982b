import type { Assessment } from '#domain/assessment.js';
import type { Item } from '#domain/checklist.js';
import { printableObjective } from '#domain/printable-item.js';
import type { Block } from '#domain/report-document.js';
import type { PointsSplit } from '#domain/score.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';
import { pointsText } from '#messages/figure-text.js';
import { shareText } from '../share-text.js';

/** Every scored item with its points, earned, lost and pending; subtotals and the total. */
export function scoreSheet({ assessments }: PaperSource, say: Say): readonly Block[] {
  const scored = assessments.filter(({ score }) => score.scoring === 'points');
  if (scored.length === 0) return [{ kind: 'paragraph', text: say('paper.score-sheet-none'), style: 'body' }];
  return [{ kind: 'paragraph', text: say('paper.score-rule'), style: 'note' }, ...scored.flatMap((assessment) => sheet(assessment, say))];
}

function sheet(assessment: Assessment, say: Say): Block[] {
  const { checklist, score } = assessment;
  const columns = [
    { title: say('paper.column-item'), width: 12, align: 'left' as const },
    { title: say('paper.column-objective'), width: 46, align: 'left' as const },
    { title: say('paper.column-points'), width: 8, align: 'right' as const },
    { title: say('paper.column-earned'), width: 8, align: 'right' as const },
    { title: say('paper.column-lost'), width: 8, align: 'right' as const },
    { title: say('paper.column-pending'), width: 8, align: 'right' as const },
    { title: say('paper.column-result'), width: 12, align: 'right' as const },
  ];
  const rows = checklist.sections.flatMap((section) => {
    const subtotal = score.sections.find((each) => each.sectionId === section.id)?.split;
    return [...section.items.map((item) => itemRow(item, assessment, say)), sumRow(say('paper.subtotal'), section.title, subtotal)];
  });
  const title = `${checklist.title}  ${shareText(score, say)}`;
  return [{ kind: 'heading', level: 3, text: title }, { kind: 'table', columns, rows: [...rows, sumRow(say('paper.total'), checklist.title, score.split)] }];
}

function itemRow(item: Item, { results, score }: Assessment, say: Say): string[] {
  const result = results.find((each) => each.itemId === item.id);
  const split = score.items.find((each) => each.itemId === item.id)?.split ?? undefined;
  const points = item.points === null || item.points === undefined ? '' : pointsText(Math.round(item.points * 100));
  return [item.id, printableObjective(item), points, ...splitCells(split), result === undefined ? '' : say(`result.${result.result}`)];
}

function sumRow(name: string, title: string, split: PointsSplit | undefined): string[] {
  return [name, title, split === undefined ? '' : pointsText(split.total), ...splitCells(split), ''];
}

function splitCells(split: PointsSplit | undefined): string[] {
  return split === undefined ? ['', '', ''] : [split.earned, split.lost, split.pending].map(pointsText);
}
