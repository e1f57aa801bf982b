import type { Change } from '#domain/change.js';
import type { WorkingSet } from '#domain/working-set.js';

/** Series of display numbers: W problems, R reports, A assessments, Z rounds; and of rows that the flows write: JY loans, FZ copies, WC carrying out, QT returns, XH destruction, HS waste paper, CC spot checks, LZ leaving; SJ events that cost points one by one; DC supervisions, JC inspections, XM suspected leaks and ZJ evidence. */
export type Series = 'W' | 'R' | 'A' | 'Z' | 'JY' | 'FZ' | 'WC' | 'QT' | 'XH' | 'HS' | 'CC' | 'LZ' | 'SJ' | 'DC' | 'JC' | 'XM' | 'ZJ';

/** Hands out display numbers (`W-2026-0041`) inside one transaction; a number is never given twice. */
export interface NumberSource {
  next(series: Series): string;
  /** The counters to store with everything that was numbered. */
  changes(): readonly Change[];
}

export function numberSource(snapshot: Pick<WorkingSet, 'counters'>, year: string): NumberSource {
  const last = new Map<string, number>();
  return {
    next(series) {
      const key = `${series}-${year}`;
      const number = (last.get(key) ?? snapshot.counters[key]?.last ?? 0) + 1;
      last.set(key, number);
      return `${key}-${String(number).padStart(4, '0')}`;
    },
    changes: () => [...last].map(([id, number]) => ({ collection: 'counters', id, value: { last: number } })),
  };
}
