import type { Assessment } from '#domain/assessment.js';
import { printableObjective } from '#domain/printable-item.js';
import type { Say } from '#messages/say.js';
import { fiveCounts } from '#reports/counts.js';
import { otherRootsText } from '#reports/other-roots.js';
import { gapText } from '#reports/gap-text.js';
import { observedText } from '#reports/value-text.js';
import { minuteOf } from '#workflows/door.js';
import { tableLines } from '../table.js';
import { wrap } from '../wrap.js';
import { scoreText } from './score-text.js';

/** One assessment: counts, then items that failed or stayed open (all of them with `--verbose`). */
export function assessmentPage(assessment: Assessment, say: Say, width: number, verbose: boolean): string[] {
  const shown = assessment.results.filter((result) => verbose || result.result === 'fail' || isOpen(result.result));
  const objectives = new Map(assessment.checklist.sections.flatMap((section) => section.items.map((item) => [item.id, printableObjective(item)] as const)));
  const columns = [
    { title: say('column.item') },
    { title: say('column.result') },
    { title: say('column.objective'), wide: true },
    { title: say('column.reason'), wide: true },
  ];
  const rows = shown.map((result) => [result.itemId, say(`result.${result.result}`), objectives.get(result.itemId) ?? '', reasonOf(result, assessment, say)]);
  const root = otherRootsText([assessment], say);
  return [
    `${assessment.number}  ${assessment.checklist.title}  ${minuteOf(assessment.at)}  ${assessment.by.person}`,
    ...(root === undefined ? [] : wrap(root, width)),
    `${scoreText(assessment.score, say)}  ${say('run.counts', { ...fiveCounts(assessment) })}`,
    '',
    ...(rows.length === 0 ? [say('run.no-failures')] : tableLines(columns, rows, width)),
  ];
}

function isOpen(result: string): boolean {
  return result === 'unknown' || result === 'notchecked' || result === 'error';
}

// A parameter is named by its id here: that is what `parameter set` wants.
function reasonOf(result: Assessment['results'][number], assessment: Assessment, say: Say): string {
  const names = { assessments: [assessment], parameters: result.gaps.map((gap) => ({ id: gap.about.replace(/\[.*$/, ''), title: gap.about })) };
  if (isOpen(result.result)) return [...new Set(result.gaps.map((gap) => gapText(gap, names, say)))].join('; ');
  const rows = result.observations.filter((each) => each.result === 'fail');
  if (rows.length > 0) return say('run.failing-subjects', { count: rows.length, names: rows.slice(0, 3).map((each) => each.subject.label).join(', ') });
  return result.fact ?? result.observed.map((each) => observedText(each, say)).join('; ');
}
