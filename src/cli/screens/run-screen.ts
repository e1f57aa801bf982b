import type { Assessment } from '#domain/assessment.js';
import type { Item } from '#domain/checklist.js';
import { printableObjective } from '#domain/printable-item.js';
import type { Say } from '#messages/say.js';
import { cautions } from '#reports/cautions.js';
import { fiveCounts, openReasons } from '#reports/counts.js';
import { otherRootsText } from '#reports/other-roots.js';
import { tableLines } from '../table.js';
import { wrap } from '../wrap.js';
import { scoreText } from './score-text.js';

interface Run {
  readonly assessments: readonly Assessment[];
}

/** One screen about a run: a line for each checklist, the worst problems, what was not checked and why. */
export function runScreen(run: Run, say: Say, width: number, verbose: boolean): string[] {
  const columns = [
    { title: say('column.checklist'), wide: true },
    { title: say('column.score') },
    { title: say('count.items'), align: 'right' as const },
    { title: say('count.pass'), align: 'right' as const },
    { title: say('count.fail'), align: 'right' as const },
    { title: say('count.not-applicable'), align: 'right' as const },
    { title: say('count.open'), align: 'right' as const },
  ];
  const rows = run.assessments.map((assessment) => [assessment.checklist.title, scoreText(assessment.score, say), ...countCells(assessment)]);
  return [...before(run.assessments, say, width), ...tableLines(columns, rows, width), '', ...worst(run.assessments, say, width, verbose ? 100 : 5), '', ...openLines(run.assessments, say).flatMap((line) => wrap(line, width))];
}

// Said before any figure: whose they are not, and what they cannot say.
function before(assessments: readonly Assessment[], say: Say, width: number): string[] {
  const texts = [otherRootsText(assessments, say) ?? [], ...cautions(assessments, say).map((text) => say('run.caution', { text }))].flat();
  return texts.length === 0 ? [] : [...texts.flatMap((text) => wrap(text, width)), ''];
}

function countCells(assessment: Assessment): string[] {
  const { items, pass, fail, notApplicable, open } = fiveCounts(assessment);
  return [items, pass, fail, notApplicable, open].map(String);
}

function worst(assessments: readonly Assessment[], say: Say, width: number, most: number): string[] {
  const order = ['critical', 'high', 'medium', 'low'];
  const failed = assessments
    .flatMap((assessment) => assessment.results.filter((result) => result.result === 'fail').map((result) => ({ item: itemOf(assessment, result.itemId), count: result.subjects.fail })))
    .filter((each): each is { item: Item; count: number } => each.item !== undefined)
    .sort((left, right) => order.indexOf(left.item.severity) - order.indexOf(right.item.severity));
  if (failed.length === 0) return [say('run.no-failures')];
  const columns = [{ title: say('column.severity') }, { title: say('column.item') }, { title: say('column.statement'), wide: true }, { title: say('column.subjects'), align: 'right' as const }];
  const rows = failed.slice(0, most).map(({ item, count }) => [say(`severity.${item.severity}`), item.id, item.finding ?? printableObjective(item), String(count)]);
  return [say('run.worst', { shown: rows.length, total: failed.length }), ...tableLines(columns, rows, width)];
}

function openLines(assessments: readonly Assessment[], say: Say): string[] {
  const listed = openReasons(assessments).map(([reason, count]) => `${say(`reason.${reason}`)} ${String(count)}`);
  return listed.length === 0 ? [say('run.all-checked')] : [say('run.open-reasons', { reasons: listed.join('; ') })];
}

function itemOf(assessment: Assessment, id: string): Item | undefined {
  return assessment.checklist.sections.flatMap((section) => section.items).find((item) => item.id === id);
}
