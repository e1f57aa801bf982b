import type { Assessment } from '#domain/assessment.js';
import { printableObjective } from '#domain/printable-item.js';
import type { ExcludedItem, ItemStep, ScoreExplanation } from '#domain/score-explanation.js';
import type { Say } from '#messages/say.js';
import { gapText } from '#reports/gap-text.js';
import { pointsText } from '#messages/figure-text.js';
import { wrap } from '../wrap.js';
import { deductionLines, itemDetail } from './explained-item.js';
import { gradeLines, shareLines } from './explained-share.js';

/** How the score of an assessment came about, step by step, each with its numbers. */
export function explanationPage(explanation: ScoreExplanation, assessment: Assessment, say: Say, width: number): string[] {
  if (explanation.scoring === 'none') return ['', say('explain.not-scored')];
  const parts = [
    [say('explain.denominator'), ...denominator(explanation, assessment, say)],
    [say('explain.items'), ...itemLines(explanation, assessment, say)],
    [say('explain.aggravating'), ...aggravatingLines(explanation, say)],
    [say('explain.veto'), ...vetoLines(explanation, say)],
    [say('explain.share'), ...shareLines(explanation, say)],
    [say('explain.grade'), ...gradeLines(explanation, say)],
  ];
  return parts.flatMap(([title = '', ...lines]) => ['', title, ...lines.flatMap((line) => hanging(line, width))]);
}

// What is too long for a line goes on under its own beginning.
function hanging(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrap(line.trimStart(), width - indent.length - 2).map((part, index) => `${indent}${index === 0 ? '' : '  '}${part}`);
}

function denominator({ items, excluded, withoutPoints, split }: ScoreExplanation, assessment: Assessment, say: Say): string[] {
  const points = excluded.reduce((sum, each) => sum + (each.points ?? 0), 0);
  return [
    `  ${say('explain.applicable', { count: items.length, points: pointsText(split.total) })}`,
    ...(excluded.length === 0 ? [] : [`  ${say('explain.excluded', { count: excluded.length, points: pointsText(points) })}`]),
    ...excluded.map((each) => `    ${excludedLine(each, assessment, say)}`),
    ...(withoutPoints.length === 0 ? [] : [`  ${say('explain.without-points', { count: withoutPoints.length, items: withoutPoints.join(' ') })}`]),
  ];
}

function excludedLine({ itemId, points, result }: ExcludedItem, assessment: Assessment, say: Say): string {
  const word = say(`result.${result}`);
  const line = points === null ? say('explain.excluded-line-unknown', { item: itemId, result: word }) : say('explain.excluded-line', { item: itemId, points: pointsText(points), result: word });
  const reason = reasonOf(itemId, assessment, say);
  return reason === undefined ? line : say('explain.reason', { line, reason });
}

function reasonOf(itemId: string, assessment: Assessment, say: Say): string | undefined {
  const result = assessment.results.find((each) => each.itemId === itemId);
  const [gap] = result?.gaps ?? [];
  return result?.fact ?? (gap === undefined ? undefined : gapText(gap, { assessments: [assessment], parameters: [] }, say));
}

function itemLines({ items }: ScoreExplanation, assessment: Assessment, say: Say): string[] {
  const titles = new Map(assessment.checklist.sections.flatMap((section) => section.items.map((item) => [item.id, item.title ?? printableObjective(item)] as const)));
  const isWhole = ({ split }: ItemStep): boolean => split.pending > 0 && split.pending === split.total;
  const told = items.filter((each) => !isWhole(each) && (each.split.lost > 0 || each.split.pending > 0));
  const waiting = items.filter(isWhole);
  const rest = items.filter((each) => !told.includes(each) && !isWhole(each));
  const points = rest.reduce((sum, each) => sum + each.split.earned, 0);
  return [
    ...told.flatMap((step) => [`  ${itemLine(step, titles.get(step.itemId) ?? '', say)}`, ...itemDetail(step, say, reasonOf(step.itemId, assessment, say)).map((line) => `      ${line}`)]),
    ...waitingLines(waiting, assessment, say),
    `  ${say('explain.rest', { count: rest.length, points: pointsText(points) })}`,
  ];
}

// Items that are open as a whole are told together, by what they wait for.
function waitingLines(items: readonly ItemStep[], assessment: Assessment, say: Say): string[] {
  const reasons = items.map((step) => reasonOf(step.itemId, assessment, say) ?? say(`result.${step.result}`));
  return [...new Set(reasons)].map((reason) => {
    const own = items.filter((_step, index) => reasons[index] === reason);
    const points = own.reduce((sum, { split }) => sum + split.pending, 0);
    return `  ${say('explain.waiting', { count: own.length, pending: pointsText(points), reason, items: own.map(({ itemId }) => itemId).join(' ') })}`;
  });
}

function itemLine({ itemId, points, split }: ItemStep, title: string, say: Say): string {
  return say('explain.item', { item: itemId, points: pointsText(points), earned: pointsText(split.earned), lost: pointsText(split.lost), pending: pointsText(split.pending), title });
}

function aggravatingLines({ aggravating }: ScoreExplanation, say: Say): string[] {
  if (aggravating.length === 0) return [`  ${say('explain.aggravating-none')}`];
  return aggravating.flatMap(({ itemId, result, deductions, perSubject, failed, loss, open }) => {
    const named = { item: itemId, result: say(`result.${result}`) };
    const eachSubject = perSubject !== null && deductions.length === 0 && loss > 0 ? [say('explain.per-subject', { each: pointsText(perSubject), fail: failed, sum: pointsText(loss) })] : [];
    return [
      ...(open === 0 || loss > 0 ? [`  ${say('explain.aggravating-line', { ...named, loss: pointsText(loss) })}`] : []),
      ...[...deductionLines(deductions, say), ...eachSubject].map((line) => `      ${line}`),
      ...(open === null ? [`  ${say('explain.aggravating-unbounded', named)}`] : open > 0 ? [`  ${say('explain.aggravating-open', { ...named, open: pointsText(open) })}`] : []),
    ];
  });
}

function vetoLines({ vetoes }: ScoreExplanation, say: Say): string[] {
  if (vetoes.length === 0) return [`  ${say('explain.veto-none')}`];
  return vetoes.map(({ itemId, result }) => `  ${result === 'fail' ? say('explain.veto-fail', { item: itemId }) : say('explain.veto-line', { item: itemId, result: say(`result.${result}`) })}`);
}
