import type { Assessment } from '#domain/assessment.js';
import type { Item } from '#domain/checklist.js';
import type { Block } from '#domain/report-document.js';
import { withoutNumber } from '#messages/chinese-number.js';
import type { PointsSplit } from '#domain/score.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';
import { pointsText } from '#messages/figure-text.js';
import { shareText } from '../share-text.js';
import { answerMarks } from './answer-marks.js';

/** K03: the scoring sheet as inspectors know it, with ★ for 实有项目, subtotals, and the closing lines. */
export function scoreRows(source: PaperSource, say: Say): readonly Block[] {
  const scored = source.assessments.filter(({ score }) => score.scoring === 'points');
  if (scored.length === 0) return [{ kind: 'paragraph', text: say('paper.score-sheet-none'), style: 'body' }];
  return scored.flatMap((assessment) => [{ kind: 'paragraph', text: say('sheet.of', { checklist: assessment.checklist.title, number: assessment.number, day: source.minuteOf(assessment.at).slice(0, 10) }), style: 'small' } as const, table(assessment, source, say), ...notes(assessment, say)]);
}

function table(assessment: Assessment, source: PaperSource, say: Say): Block {
  const columns = (
    [['item', 14, 'left'], ['objective', 50, 'left'], ['points', 9, 'center'], ['applicable', 9, 'center'], ['rule', 50, 'left'], ['found', 46, 'left'], ['lost', 9, 'center'], ['earned', 9, 'center'], ['evidence', 22, 'left']] as const
  ).map(([key, width, align]) => ({ title: say(`sheet.column.${key}`), width, align }));
  const { checklist, score } = assessment;
  const rows: string[][] = [];
  const emphasis: number[] = [];
  for (const section of checklist.sections) {
    emphasis.push(rows.length);
    rows.push(['', withoutNumber(section.title), '', '', '', '', '', '', '']);
    rows.push(...section.items.map((item) => itemRow(item, assessment, source, say)));
    const split = score.sections.find((each) => each.sectionId === section.id)?.split;
    if (split === undefined || split.total === 0) continue;
    emphasis.push(rows.length);
    rows.push([say('paper.subtotal'), withoutNumber(section.title), pointsText(split.total), '', '', split.pending === 0 ? '' : say('sheet.pending', { points: pointsText(split.pending) }), ...(isOpen(split) ? ['', ''] : [pointsText(split.lost), pointsText(split.earned)]), '']);
  }
  const closing = closingRows(assessment, say);
  return { kind: 'table', columns, rows: [...rows, ...closing], size: 'small', emphasis: [...emphasis, ...closing.map((_row, index) => rows.length + index)] };
}

type Result = Assessment['results'][number];

function itemRow(item: Item, { results, score }: Assessment, source: PaperSource, say: Say): string[] {
  const result = results.find((each) => each.itemId === item.id);
  const split = score.items.find((each) => each.itemId === item.id)?.split ?? undefined;
  const answer = source.office?.answers[result?.answerId ?? ''];
  const found = [...foundTexts(result, say), pendingText(split, say), ...(answer === undefined ? [] : [answerMarks(answer, source, say)])].filter((each) => each !== '');
  const rule = (item.deductions ?? []).map((each) => ruleText(each, say)).join('\n');
  return [item.id, item.objective, pointsCell(item, say), starOf(result), rule, found.join(say('paper.list-joiner')), lossCell(item, result, split), earnedCell(split), (answer?.evidence ?? []).join(' ')];
}

// 实有项目: applicable, whatever became of it.
function starOf(result: Result | undefined): string {
  return result === undefined || result.result === 'notapplicable' || result.result === 'notselected' ? '' : '★';
}

function pointsCell({ kind, points }: Item, say: Say): string {
  if (kind === 'aggravating') return say('sheet.aggravating');
  if (kind === 'veto') return say('sheet.veto');
  // Only asked to know: it has no points to lack.
  if (kind === 'information') return '';
  return points === null || points === undefined ? say('sheet.points-missing') : String(points);
}

function ruleText({ when, points, per }: NonNullable<Item['deductions']>[number], say: Say): string {
  return `${when} ${typeof points === 'number' ? String(points) : points.join('–')}${per === 'occurrence' ? say('question.per-occurrence') : ''}`;
}

function foundTexts(result: Result | undefined, say: Say): string[] {
  const chosen = (result?.deductions ?? []).map(({ id, points, times }) => (times > 1 ? `${id} ${String(points)}×${String(times)}` : `${id} ${String(points)}`));
  return [resultText(result, say), result?.fact ?? '', ...chosen];
}

function earnedCell(split: PointsSplit | undefined): string {
  return split === undefined || isOpen(split) ? '' : pointsText(split.earned);
}

// Nothing of it is known: neither 0 lost nor 0 earned.
function isOpen({ earned, lost, pending }: PointsSplit): boolean {
  return pending > 0 && earned === 0 && lost === 0;
}

// Not yet known is neither earned nor lost, and must not read as 0.
function pendingText(split: PointsSplit | undefined, say: Say): string {
  return split === undefined || split.pending === 0 ? '' : say('sheet.pending', { points: pointsText(split.pending) });
}

// What aggravating items cost comes off the total; of the others no more than their points is lost.
function lossCell({ kind }: Item, result: Result | undefined, split: PointsSplit | undefined): string {
  if (kind !== 'aggravating') return split === undefined || isOpen(split) ? '' : pointsText(split.lost);
  return pointsText((result?.deductions ?? []).reduce((sum, { points, times }) => sum + Math.round(points * 100) * times, 0));
}

function resultText(result: Result | undefined, say: Say): string {
  if (result === undefined) return '';
  if (result.partial === true) return say('result.partial');
  const { total, fail } = result.subjects;
  return total > 1 && fail > 0 ? say('paper.subjects', { fail, total }) : say(`result.${result.result}`);
}

// 实有项目总分值, 总得分, 百分比, 考评结果: as the closing lines of the official sheet have them.
function closingRows({ score }: Assessment, say: Say): string[][] {
  const earned = score.split.earned - score.aggravating;
  // In the wide columns: a range does not fit below the points.
  const line = (key: 'applicable' | 'aggravating' | 'earned' | 'percent' | 'grade', value: string): string[] => ['', '', '', '', say(`sheet.total.${key}`), value, '', '', ''];
  return [
    line('applicable', pointsText(score.split.total)),
    ...(score.aggravating > 0 ? [line('aggravating', pointsText(score.aggravating))] : []),
    line('earned', score.split.pending === 0 ? pointsText(Math.max(0, earned)) : say('sheet.earned-range', { low: pointsText(Math.max(0, earned)), pending: pointsText(score.split.pending) })),
    line('percent', shareText(score, say)),
    line('grade', score.grade === null ? say('sheet.no-grade') : say(`grade.${score.grade}`)),
  ];
}

function notes({ score, checklist, results }: Assessment, say: Say): Block[] {
  const excluded = results.filter(({ result }) => result === 'notapplicable');
  const objectives = new Map(checklist.sections.flatMap(({ items }) => items.map((item) => [item.id, item.objective] as const)));
  const reasons = excluded.map(({ itemId, fact, gaps }) => say('sheet.excluded', { item: itemId, objective: objectives.get(itemId) ?? '', reason: fact ?? gaps.map(({ reason }) => say(`reason.${reason}`)).join(say('paper.list-joiner')) }));
  return [
    { kind: 'paragraph', text: say('paper.score-rule'), style: 'note' },
    ...(score.noGrade === null ? [] : [{ kind: 'paragraph', text: say(`paper.no-grade.${score.noGrade}`), style: 'note' } as const]),
    ...(reasons.length === 0 ? [] : [{ kind: 'heading', level: 3, text: say('sheet.excluded-title') } as const, ...reasons.map((text) => ({ kind: 'paragraph', text, style: 'small' }) as const)]),
  ];
}
