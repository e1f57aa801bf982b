import type { CureFigures, ManagementFigures } from '#domain/management-figures.js';
import type { Say } from '#messages/say.js';
import { withoutNumber } from '#messages/chinese-number.js';
import { cureTexts } from '#reports/cure-texts.js';
import { tableLines } from '../table.js';

const most = 12;

/** How the cure of problems goes, in all, by department and by section, most problems first. */
export function cureRows({ from, to, all, byDepartment, bySection }: ManagementFigures, say: Say, width: number): string[] {
  if (all.total === 0) return [];
  const group = (title: string, groups: ManagementFigures['byDepartment'], nobody: string): string[] => [
    '',
    ...tableLines(columns(title, say), groups.slice(0, most).map((each) => [each.name === null ? nobody : withoutNumber(each.name), ...cells(each, say)]), width),
    ...(groups.length > most ? [say('cure.more-groups', { count: groups.length - most })] : []),
  ];
  return [
    '',
    say('cure.screen', { from, to, ...cureTexts(all, say), overdue: all.overdue, recurring: all.recurring }),
    ...group(say('column.department'), byDepartment, say('cure.no-department')),
    ...group(say('cure.section'), bySection, say('cure.no-section')),
  ];
}

function columns(title: string, say: Say): Parameters<typeof tableLines>[0] {
  const numbers = (['total', 'closed', 'overdue', 'recurring', 'rate', 'mean'] as const).map((key) => ({ title: say(`cure.${key}`), align: 'right' as const }));
  return [{ title, wide: true }, ...numbers];
}

function cells(figures: CureFigures, say: Say): string[] {
  const { rate, days } = cureTexts(figures, say);
  return [figures.total, figures.closed, figures.overdue, figures.recurring].map(String).concat(rate, days);
}
