import type { Assessment } from '#domain/assessment.js';
import type { Item } from '#domain/checklist.js';
import type { Say } from '#messages/say.js';
import { tableLines } from '../table.js';
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
  const rows = run.assessments.map((assessment) => [assessment.checklist.title, scoreText(assessment.score, say), ...fiveCounts(assessment).map(String)]);
  return [...tableLines(columns, rows, width), '', ...worst(run.assessments, say, width, verbose ? 100 : 5), '', ...openReasons(run.assessments, say)];
}

/** Items, pass, fail, not applicable, not checked. */
export function fiveCounts({ results, score: { counts } }: Pick<Assessment, 'results' | 'score'>): [number, number, number, number, number] {
  const open = counts.error + counts.unknown + counts.notchecked;
  return [results.length, counts.pass + counts.fixed, counts.fail, counts.notapplicable + counts.notselected, open];
}

function worst(assessments: readonly Assessment[], say: Say, width: number, most: number): string[] {
  const order = ['critical', 'high', 'medium', 'low'];
  const failed = assessments
    .flatMap((assessment) => assessment.results.filter((result) => result.result === 'fail').map((result) => ({ item: itemOf(assessment, result.itemId), count: result.subjects.fail })))
    .filter((each): each is { item: Item; count: number } => each.item !== undefined)
    .sort((left, right) => order.indexOf(left.item.severity) - order.indexOf(right.item.severity));
  if (failed.length === 0) return [say('run.no-failures')];
  const columns = [{ title: say('column.severity') }, { title: say('column.item') }, { title: say('column.statement'), wide: true }, { title: say('column.subjects'), align: 'right' as const }];
  const rows = failed.slice(0, most).map(({ item, count }) => [say(`severity.${item.severity}`), item.id, item.finding ?? item.objective, String(count)]);
  return [say('run.worst', { shown: rows.length, total: failed.length }), ...tableLines(columns, rows, width)];
}

function openReasons(assessments: readonly Assessment[], say: Say): string[] {
  const counts = new Map<string, number>();
  for (const result of assessments.flatMap((assessment) => assessment.results)) {
    if (result.result !== 'unknown' && result.result !== 'notchecked' && result.result !== 'error') continue;
    const reasons = new Set(result.gaps.map((gap) => gap.reason));
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const listed = [...counts].sort(([, left], [, right]) => right - left).map(([reason, count]) => `${say(`reason.${reason as 'crashed'}`)} ${count}`);
  return listed.length === 0 ? [say('run.all-checked')] : [say('run.open-reasons', { reasons: listed.join('; ') })];
}

function itemOf(assessment: Assessment, id: string): Item | undefined {
  return assessment.checklist.sections.flatMap((section) => section.items).find((item) => item.id === id);
}
