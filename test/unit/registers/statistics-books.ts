import type { RegisterFact, RowView } from '#domain/register-fact.js';
import type { Counted, Figure, StatisticsCell } from '#domain/statistics.js';
import { reckonFigures, type CountedBook, type StatisticsBasis } from '#registers/statistics/reckon-figures.js';

export type Cells = Readonly<Record<string, unknown>>;

const columns = { no: '登记编号', action: '办理类型', kind: '定密方式', level: '密级', decided_at: '审批日期', decided_by: '定密责任人', changed: '变更内容', copies: '份数', hours: '学时', from: '任期起', to: '任期止', state: '状态' };

/** A book of decisions that was confirmed today, 24 November 2026. */
export function bookOf(rows: readonly Cells[], more: Partial<RegisterFact> = {}, standing: CountedBook['standing'] = 'open'): CountedBook {
  const views = rows.map((cells, index): RowView => ({ rowId: String(index), revision: 1, label: String(cells['no'] ?? index), cells }));
  return { fact: { register: 'decisions', title: '定密登记表', state: 'confirmed', asOf: '2026-11-24', rows: views, hiddenColumns: [], digest: '', links: {}, ...more }, standing, columns };
}

export function basisOf(book: CountedBook, year = '2026', more: Partial<StatisticsBasis> = {}): StatisticsBasis {
  const isOver = year < '2026';
  return { books: { decisions: book }, period: { span: year, day: isOver ? `${year}-12-31` : '2026-11-24', isOver }, parameters: {}, supplied: {}, ...more };
}

export const words = { title: { zh: '数', en: 'Number' }, how: { zh: '计数', en: 'Counted' } };

export function counting(id: string, count: Omit<Counted, 'register' | 'where'> & { readonly where?: Counted['where'] }): StatisticsCell {
  return { id, ...words, count: { register: 'decisions', where: {}, ...count } };
}

/** One number out of one book. */
export function figureOf(count: Parameters<typeof counting>[1], basis: StatisticsBasis): Figure {
  return reckonFigures([counting('cell', count)], basis).get('cell') ?? { value: null, rows: [] };
}
