import type { GroupFigures, ManagementFigures } from '#domain/management-figures.js';
import type { Block } from '#domain/report-document.js';
import { withoutNumber } from '#messages/chinese-number.js';
import type { Say } from '#messages/say.js';
import { cureTexts } from '../cure-texts.js';
import type { PaperSource } from '../paper-source.js';

const most = 10;

/** Page 2: how many problems are cured, late or back again, how long it took, by department and section, and the last twelve months. */
export function cureProgress({ management }: PaperSource, say: Say): readonly Block[] {
  if (management === undefined || management.all.total === 0) return [{ kind: 'paragraph', text: say('cure.none'), style: 'body' }];
  const { all } = management;
  return [
    { kind: 'paragraph', text: say('cure.span', { from: management.from, to: management.to, ...cureTexts(all, say) }), style: 'body' },
    { kind: 'counts', items: [
      { label: say('cure.total'), value: all.total, tone: 'plain' },
      { label: say('cure.closed'), value: all.closed, tone: 'good' },
      { label: say('cure.live'), value: all.total - all.closed, tone: 'open' },
      { label: say('cure.overdue'), value: all.overdue, tone: 'bad' },
      { label: say('cure.recurring'), value: all.recurring, tone: 'bad' },
    ] },
    ...groups(say('cure.by-department'), management.byDepartment, say('cure.no-department'), say),
    ...groups(say('cure.by-section'), management.bySection, say('cure.no-section'), say),
    ...months(management, say),
  ];
}

// Solid: closed; hatched: late; blank: the rest.
function groups(title: string, all: readonly GroupFigures[], nobody: string, say: Say): Block[] {
  if (all.length === 0) return [];
  const bars = all.slice(0, most).map((group) => ({ label: group.name === null ? nobody : withoutNumber(group.name), good: group.closed, bad: group.overdue, open: group.total - group.closed - group.overdue, total: group.total, text: say('cure.bar', { closed: group.closed, total: group.total }) }));
  return [{ kind: 'heading', level: 3, text: title }, { kind: 'bars', bars }, ...(all.length > most ? [{ kind: 'paragraph' as const, text: say('cure.more-groups', { count: all.length - most }), style: 'note' as const }] : [])];
}

function months({ months: all }: ManagementFigures, say: Say): Block[] {
  const known = all.flatMap(({ month, live }) => (live === null ? [] : [{ label: month.slice(2), low: live, high: live, text: String(live) }]));
  const columns = [{ title: say('cure.month'), width: 24, align: 'left' as const }, ...all.map(({ month }) => ({ title: month.slice(2), width: 13, align: 'right' as const }))];
  const row = (label: string, value: (each: ManagementFigures['months'][number]) => number | null): string[] => [label, ...all.map((each) => String(value(each) ?? '-'))];
  return [
    ...(known.length < 2 ? [] : [{ kind: 'trend' as const, label: say('cure.trend'), points: known }]),
    { kind: 'table', columns, rows: [row(say('cure.opened'), ({ opened }) => opened), row(say('cure.closed'), ({ closed }) => closed), row(say('cure.live-at-end'), ({ live }) => live)], size: 'small' },
  ];
}
