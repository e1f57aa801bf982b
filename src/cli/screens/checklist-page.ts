import type { Checklist, Item } from '#domain/checklist.js';
import type { Say } from '#messages/say.js';
import { tableLines } from '../table.js';
import { basisText } from './finding-page.js';

/** Every item of a checklist; with `--verbose` also its basis, guidance and deductions. */
export function checklistPage(checklist: Checklist, say: Say, width: number, verbose: boolean): string[] {
  const head = [`${checklist.title}  ${checklist.edition}`, checklist.origin];
  return [...head, ...checklist.sections.flatMap((section) => ['', section.title, ...(verbose ? section.items.flatMap((item) => itemLines(item, say)) : itemTable(section.items, say, width))])];
}

function itemTable(items: readonly Item[], say: Say, width: number): string[] {
  const columns = [
    { title: say('column.item') },
    { title: say('column.severity') },
    { title: say('column.method') },
    { title: say('column.confidence') },
    { title: say('column.points'), align: 'right' as const },
    { title: say('column.objective'), wide: true },
  ];
  return tableLines(columns, items.map((item) => [item.id, say(`severity.${item.severity}`), say(`method.${item.method}`), say(`confidence.${item.confidence}`), item.points === undefined || item.points === null ? '-' : String(item.points), item.objective]), width);
}

function itemLines(item: Item, say: Say): string[] {
  const line = (label: Parameters<Say>[0], text: string | undefined): string[] => (text === undefined ? [] : [`    ${say(label)}  ${text}`]);
  return [
    `  ${item.id}  ${item.objective}`,
    ...line('column.basis', item.basis.map((basis) => basisText(basis, say)).join('; ')),
    ...line('column.confidence', say(`confidence.${item.confidence}`)),
    ...line('column.how', item.guidance?.how),
    ...line('column.evidence', item.guidance?.evidence),
    ...line('column.note', item.guidance?.note),
    ...line('column.expect', item.expect),
    ...line('column.remediation', item.remediation),
    ...(item.deductions ?? []).map((each) => `    ${each.id}  ${each.when}  ${typeof each.points === 'number' ? String(each.points) : each.points.join('–')}`),
  ];
}
