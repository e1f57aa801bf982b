import type { Counted, CountedWhen } from '#domain/statistics.js';

type Cells = Readonly<Record<string, unknown>>;

/** The year (`YYYY`) or month (`YYYY-MM`) that is counted, and its last day so far. */
export interface Period {
  readonly span: string;
  /** The last day of a span that is over, else today. */
  readonly day: string;
  readonly isOver: boolean;
}

/** Whether a row counts: yes, no, or open because these columns are blank or do not tell it. */
export type Verdict = 'yes' | 'no' | { readonly missing: readonly string[] };

/** Judges one row; what its blank cells leave open is never taken for a no. */
export function judgeRow(cells: Cells, { where, when }: Pick<Counted, 'where' | 'when'>, period: Period): Verdict {
  return all([judgeCells(cells, where), judgeDays(cells, when, period)]);
}

/** The columns in which the day of a row is sought. */
export function dayColumns(when: CountedWhen): readonly string[] {
  if (when === 'now') return [];
  return 'held' in when ? when.held.from : 'first' in when ? when.first : when.any;
}

/** True where the book tells only how things are now. */
export function isOnlyNow(when: CountedWhen): boolean {
  return when === 'now' || ('held' in when && when.held.from.length === 0);
}

/** Every column that decides about a row. */
export function columnsOf({ where, when, distinct, sum, reaches }: Counted): readonly string[] {
  const held = when !== 'now' && 'held' in when ? [when.held.until, ...Object.keys(when.held.ended ?? {}), when.held.settled] : [];
  const columns = [...Object.keys(where), ...dayColumns(when), ...held, distinct, sum, reaches?.column, reaches?.by];
  return [...new Set(columns.filter((each) => each !== undefined))];
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no';
  const missing = verdicts.flatMap((each) => (typeof each === 'object' ? each.missing : []));
  return missing.length === 0 ? 'yes' : { missing };
}

function judgeCells(cells: Cells, where: Counted['where']): Verdict {
  return all(
    Object.entries(where).map(([column, wanted]): Verdict => {
      const cell = cells[column];
      if (cell === undefined) return { missing: [column] };
      return [cell].flat().some((each) => wanted.includes(each as string | boolean)) ? 'yes' : 'no';
    }),
  );
}

function judgeDays(cells: Cells, when: CountedWhen, period: Period): Verdict {
  if (when === 'now') return 'yes';
  if ('held' in when) return judgeHeld(cells, when.held, period);
  return 'first' in when ? judgeFirst(cells, when, period) : judgeAny(cells, when, period);
}

type When<K extends string> = Extract<CountedWhen, Readonly<Record<K, unknown>>>;

function judgeFirst(cells: Cells, { first, signs }: When<'first'>, { span }: Period): Verdict {
  const day = firstDay(cells, first);
  if (day !== undefined) return day.startsWith(span) ? 'yes' : 'no';
  return signs.length > 0 && signs.every((column) => cells[column] === undefined) ? 'no' : { missing: first };
}

function judgeAny(cells: Cells, { any, newest, required }: When<'any'>, { span, day }: Period): Verdict {
  const days = any.flatMap((column) => firstDay(cells, [column]) ?? []);
  if (days.some((each) => each.startsWith(span))) return 'yes';
  if (days.length === 0) return required ? { missing: any } : 'no';
  return newest && days.some((each) => each > day) ? { missing: any } : 'no';
}

function judgeHeld(cells: Cells, held: When<'held'>['held'], period: Period): Verdict {
  return all([judgeBegun(cells, held, period), judgeEnd(cells, held, period), judgeSettled(cells, held.settled, period)]);
}

function judgeBegun(cells: Cells, { from, required }: When<'held'>['held'], { day }: Period): Verdict {
  const begun = firstDay(cells, from);
  if (begun !== undefined) return begun.slice(0, 10) > day ? 'no' : 'yes';
  if (!required) return 'no';
  return from.length === 0 ? 'yes' : { missing: from };
}

function judgeEnd(cells: Cells, { until, ended }: When<'held'>['held'], { day, isOver }: Period): Verdict {
  const isEnded = ended === undefined ? 'yes' : judgeCells(cells, ended);
  if (isEnded !== 'yes') return isEnded === 'no' ? 'yes' : isEnded;
  const end = until === undefined ? undefined : firstDay(cells, [until]);
  if (end !== undefined) return end.slice(0, 10) <= day ? 'no' : 'yes';
  if (ended === undefined) return 'yes';
  // It is over by now; whether it was over at the end of an earlier year only the day could tell.
  return isOver ? { missing: until === undefined ? Object.keys(ended) : [until] } : 'no';
}

// What it was before the change is not kept.
function judgeSettled(cells: Cells, settled: string | undefined, { day }: Period): Verdict {
  const changed = settled === undefined ? undefined : firstDay(cells, [settled]);
  return settled !== undefined && changed !== undefined && changed > day ? { missing: [settled] } : 'yes';
}

function firstDay(cells: Cells, columns: readonly string[]): string | undefined {
  return columns.map((column) => cells[column]).find((each): each is string => typeof each === 'string');
}
