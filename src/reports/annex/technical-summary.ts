import type { Assessment } from '#domain/assessment.js';
import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { fiveCounts } from '../counts.js';
import { gapText } from '../gap-text.js';
import type { PaperSource } from '../paper-source.js';

/** Machine by machine: what was checked, what failed, what could not be read. Addresses, ports and names are not in it. */
export function technicalSummary(source: PaperSource, say: Say): readonly Block[] {
  const machines = source.assessments.filter(({ level }) => level === 'terminal');
  if (machines.length === 0) return [{ kind: 'paragraph', text: say('technical.none'), style: 'body' }];
  return machines.flatMap((assessment) => [
    { kind: 'heading', level: 3, text: say('technical.machine', { subject: assessment.subject.label, checklist: assessment.checklist.title, number: assessment.number }) } as const,
    { kind: 'paragraph', text: say('run.counts', { ...fiveCounts(assessment) }), style: 'small' } as const,
    ...failedTable(assessment, source, say),
  ]);
}

function failedTable(assessment: Assessment, source: PaperSource, say: Say): Block[] {
  const items = new Map(assessment.checklist.sections.flatMap(({ items: own }) => own.map((item) => [item.id, item] as const)));
  const shown = assessment.results.filter(({ result }) => result !== 'pass' && result !== 'notapplicable' && result !== 'informational');
  if (shown.length === 0) return [];
  const columns = ([['item', 14], ['objective', 50], ['result', 12], ['reason', 34]] as const).map(([key, width]) => ({ title: say(`paper.column-${key}`), width, align: 'left' as const }));
  const rows = shown.map(({ itemId, result, gaps, fact }) => [itemId, items.get(itemId)?.objective ?? '', say(`result.${result}`), [fact ?? '', ...new Set(gaps.map((gap) => gapText(gap, source, say)))].filter((each) => each !== '').join(say('paper.list-joiner'))]);
  return [{ kind: 'table', columns, rows, size: 'small' }];
}
