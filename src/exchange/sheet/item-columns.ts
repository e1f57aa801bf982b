import { pointsText } from '#messages/figure-text.js';
import type { MessageKey } from '#messages/zh-cn.js';
import type { Say } from '#messages/say.js';
import type { ExportedItem } from '../exported-items.js';
import type { ExportSource } from '../export-source.js';
import { deviationText, factText, gapsText } from '../item-words.js';

/** A column of the list of items: its title, its width beside the others, and what stands in it. */
export interface ItemColumn {
  readonly title: MessageKey;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
  readonly cell: (exported: ExportedItem, source: ExportSource, say: Say) => string;
}

const points = (part: 'earned' | 'lost' | 'pending') => ({ split }: ExportedItem): string => (split === null ? '' : pointsText(split[part]));
const subjects = (part: 'total' | 'fail' | 'open') => ({ result }: ExportedItem): string => String(result.subjects[part]);

export const itemColumns: readonly ItemColumn[] = [
  { title: 'exchange.column.section', width: 14, align: 'left', cell: ({ section }) => section.title },
  { title: 'exchange.column.item', width: 10, align: 'center', cell: ({ item }) => item.id },
  { title: 'exchange.column.objective', width: 36, align: 'left', cell: ({ objective }) => objective },
  { title: 'exchange.column.method', width: 10, align: 'center', cell: ({ result }, _source, say) => say(`method.${result.method}`) },
  { title: 'exchange.column.basis', width: 24, align: 'left', cell: ({ item }, { basisWords }, say) => item.basis.map(basisWords).join(say('exchange.joiner')) },
  { title: 'exchange.column.confidence', width: 12, align: 'center', cell: ({ item }, _source, say) => say(`confidence.${item.confidence}`) },
  { title: 'exchange.column.severity', width: 7, align: 'center', cell: ({ item }, _source, say) => say(`severity.${item.severity}`) },
  { title: 'exchange.column.points', width: 7, align: 'right', cell: ({ item }) => (typeof item.points === 'number' ? String(item.points) : '') },
  { title: 'exchange.column.result', width: 11, align: 'center', cell: ({ result }, _source, say) => say(`result.${result.result}`) },
  { title: 'exchange.column.earned', width: 7, align: 'right', cell: points('earned') },
  { title: 'exchange.column.lost', width: 7, align: 'right', cell: points('lost') },
  { title: 'exchange.column.pending', width: 7, align: 'right', cell: points('pending') },
  { title: 'exchange.column.fact', width: 28, align: 'left', cell: (exported, _source, say) => factText(exported, say) },
  { title: 'exchange.column.gaps', width: 26, align: 'left', cell: gapsText },
  { title: 'exchange.column.subjects', width: 8, align: 'right', cell: subjects('total') },
  { title: 'exchange.column.failed', width: 8, align: 'right', cell: subjects('fail') },
  { title: 'exchange.column.open', width: 8, align: 'right', cell: subjects('open') },
  { title: 'exchange.column.answered-by', width: 9, align: 'center', cell: ({ answer }, { maskedName }) => (answer === undefined ? '' : maskedName(answer.by.person)) },
  { title: 'exchange.column.answered-at', width: 16, align: 'center', cell: ({ answer }, { minuteOf }) => (answer === undefined ? '' : minuteOf(answer.at)) },
  { title: 'exchange.column.valid-until', width: 12, align: 'center', cell: ({ answer }) => answer?.validUntil ?? '' },
  { title: 'exchange.column.deviation', width: 24, align: 'left', cell: ({ deviations }, { day }, say) => deviations.map((each) => deviationText(each, day, say)).join('\n') },
];
