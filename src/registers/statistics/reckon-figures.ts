import { rateText } from '#messages/figure-text.js';
import type { RegisterFact, RowView } from '#domain/register-fact.js';
import type { Counted, Figure, FigureRow, StatisticsCell, WhyNot } from '#domain/statistics.js';
import type { Standing } from '../fit-template.js';
import { columnsOf, dayColumns, isOnlyNow, judgeRow, type Period, type Verdict } from './judge-row.js';

/** A book as statistics see it. */
export interface CountedBook {
  readonly fact: RegisterFact;
  readonly standing: Standing;
  /** Column → its title. */
  readonly columns: Readonly<Record<string, string>>;
  /** `YYYY-MM-DD` since when it is kept, where that is known. */
  readonly since?: string;
}

/** All that the numbers of one span are counted from. */
export interface StatisticsBasis {
  readonly books: Readonly<Record<string, CountedBook>>;
  readonly period: Period;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Figures that come from the tool's own records. */
  readonly supplied: Readonly<Record<string, Figure>>;
}

/** Cell → its number, or why it cannot be said. Missing evidence is never 0. */
export function reckonFigures(cells: readonly StatisticsCell[], basis: StatisticsBasis): ReadonlyMap<string, Figure> {
  const first = earliestDays(cells, basis);
  const figures = new Map<string, Figure>();
  for (const cell of cells) if ('count' in cell) figures.set(cell.id, countFigure(cell.count, basis, first.get(cell.count.register)));
  for (const cell of cells) figures.set(cell.id, figures.get(cell.id) ?? composed(cell, figures, basis));
  return figures;
}

function composed(cell: StatisticsCell, figures: ReadonlyMap<string, Figure>, { supplied }: StatisticsBasis): Figure {
  if ('total' in cell) return totalFigure(cell.total.map((id) => figureOf(id, figures)));
  if ('share' in cell) return shareFigure(figureOf(cell.share.part, figures), figureOf(cell.share.whole, figures));
  if ('supplied' in cell) return supplied[cell.supplied] ?? unsaid({ code: 'no-source', book: '', detail: '' });
  return unsaid({ code: 'no-source', book: '', detail: '' });
}

function figureOf(id: string, figures: ReadonlyMap<string, Figure>): Figure {
  const figure = figures.get(id);
  if (figure === undefined) throw new RangeError(id);
  return figure;
}

function totalFigure(parts: readonly Figure[]): Figure {
  const rows = parts.flatMap((part) => part.rows);
  const unknown = parts.find((part) => part.why !== undefined);
  if (unknown?.why !== undefined) return { ...unsaid(unknown.why), rows };
  return { value: round(parts.reduce((sum, part) => sum + Number(part.value), 0)), ...oldest(parts), rows };
}

function shareFigure(part: Figure, whole: Figure): Figure {
  const unknown = part.why ?? whole.why;
  if (unknown !== undefined) return unsaid(unknown);
  if (whole.value === 0) return unsaid({ code: 'nothing-to-share', book: '', detail: '' });
  return { value: rateText(Number(part.value), Number(whole.value)), ...oldest([part, whole]), rows: part.rows };
}

function oldest(parts: readonly Figure[]): { readonly asOf?: string } {
  const [asOf] = parts.flatMap((part) => part.asOf ?? []).sort();
  return asOf === undefined ? {} : { asOf };
}

function countFigure(counted: Counted, basis: StatisticsBasis, first: string | undefined): Figure {
  const book = basis.books[counted.register];
  if (book === undefined) return unsaid({ code: 'not-kept', book: counted.register, detail: '' });
  const why = whyNotCounted(counted, book, basis, first);
  if (why !== undefined) return unsaid(why);
  const { yes, open, targetless } = sorted(counted, book, basis);
  const rows = [...yes.map((row) => lineOf(row, book, [])), ...open.map(({ row, missing }) => lineOf(row, book, missing))];
  if (targetless !== undefined) return unsaid({ code: 'parameter-blank', book: '', detail: targetless });
  if (open.length > 0) return { ...unsaid({ code: 'rows-incomplete', book: book.fact.title, detail: titles([...new Set(open.flatMap(({ missing }) => missing))], book), rows: open.length }), rows };
  return { value: amountOf(yes, counted), ...(book.fact.asOf === undefined ? {} : { asOf: book.fact.asOf }), rows };
}

interface Sorted {
  readonly yes: readonly RowView[];
  readonly open: readonly { readonly row: RowView; readonly missing: readonly string[] }[];
  /** The parameter that the unit left blank for a class that is there. */
  readonly targetless?: string;
}

function sorted(counted: Counted, { fact }: CountedBook, { period, parameters }: StatisticsBasis): Sorted {
  const judged = fact.rows.map((row) => ({ row, verdict: verdictOn(row, counted, period) }));
  const whole = judged.flatMap(({ row, verdict }) => (verdict === 'yes' ? [row] : []));
  const open = judged.flatMap(({ row, verdict }) => (typeof verdict === 'object' ? [{ row, missing: verdict.missing }] : []));
  const targets = new Map(whole.map((row) => [row, targetOf(counted, row, parameters)]));
  if (counted.reaches !== undefined && [...targets.values()].includes(undefined)) return { yes: [], open, targetless: counted.reaches.parameter };
  return { yes: whole.filter((row) => Number(row.cells[counted.reaches?.column ?? ''] ?? 0) >= (targets.get(row) ?? 0)), open };
}

function verdictOn({ cells }: RowView, counted: Counted, period: Period): Verdict {
  const verdict = judgeRow(cells, counted, period);
  if (verdict === 'no') return 'no';
  const blank = [...(verdict === 'yes' ? [] : verdict.missing), ...needed(counted).filter((column) => cells[column] === undefined)];
  return blank.length === 0 ? 'yes' : { missing: blank };
}

function needed({ distinct, sum, reaches }: Counted): readonly string[] {
  return [distinct, sum, reaches?.column, reaches?.by].filter((each) => each !== undefined);
}

function targetOf({ reaches }: Counted, row: RowView, parameters: Readonly<Record<string, unknown>>): number | undefined {
  if (reaches === undefined) return undefined;
  const given = parameters[reaches.parameter];
  const value = typeof given === 'object' && given !== null ? (given as Record<string, unknown>)[String(row.cells[reaches.by])] : given;
  return typeof value === 'number' ? value : undefined;
}

function amountOf(rows: readonly RowView[], { distinct, sum }: Counted): number {
  if (sum !== undefined) return round(rows.reduce((total, row) => total + Number(row.cells[sum]), 0));
  return distinct === undefined ? rows.length : new Set(rows.map((row) => String(row.cells[distinct]))).size;
}

function whyNotCounted(counted: Counted, book: CountedBook, { books, period }: StatisticsBasis, first: string | undefined): WhyNot | undefined {
  const { fact } = book;
  const own = whyNotOpen(book, period);
  if (own?.code === 'undecided' || own?.code === 'not-kept') return own;
  const hidden = columnsOf(counted).filter((column) => fact.hiddenColumns.includes(column) || !(column in book.columns));
  if (hidden.length > 0) return { code: 'columns-not-held', book: fact.title, detail: titles(hidden, book) };
  const behind = columnsOf(counted).flatMap((column) => fact.links[column] ?? []).flatMap((id) => books[id] ?? []);
  return own ?? behind.map((each) => whyNotOpen(each, period)).find((each) => each !== undefined) ?? whyNotThen(counted, book, period, first);
}

function whyNotThen({ when }: Counted, { fact, since }: CountedBook, { span, isOver }: Period, first: string | undefined): WhyNot | undefined {
  if (isOnlyNow(when)) return isOver ? { code: 'only-now', book: fact.title, detail: '' } : undefined;
  const from = (since ?? first ?? fact.asOf ?? '').slice(0, span.length);
  return span < from ? { code: 'before-book', book: fact.title, detail: from } : undefined;
}

// A span that is over is complete only if somebody said so after its last day.
function whyNotOpen({ fact, standing }: CountedBook, { span, day, isOver }: Period): WhyNot | undefined {
  const of = (code: WhyNot['code'], detail = ''): WhyNot => ({ code, book: fact.title, detail });
  if (standing === 'undecided') return of('undecided');
  if (standing === 'paper-only') return of('not-kept');
  if (fact.state === 'unconfirmed') return of(fact.rows.length === 0 ? 'empty' : 'unconfirmed');
  const asOf = fact.asOf ?? '';
  return asOf < (isOver ? day : span) ? of('confirmed-until', asOf) : undefined;
}

// Before its first day a book says nothing: an empty span there is no span without cases.
function earliestDays(cells: readonly StatisticsCell[], { books }: StatisticsBasis): ReadonlyMap<string, string> {
  const columns = new Map<string, Set<string>>();
  for (const cell of cells) if ('count' in cell) columns.set(cell.count.register, new Set([...(columns.get(cell.count.register) ?? []), ...dayColumns(cell.count.when)]));
  return new Map(
    [...columns].flatMap(([register, days]) => {
      const found = (books[register]?.fact.rows ?? []).flatMap((row) => [...days].flatMap((column) => row.cells[column] ?? []).map(String));
      const [first] = found.sort();
      return first === undefined ? [] : [[register, first] as const];
    }),
  );
}

function lineOf(row: RowView, book: CountedBook, missing: readonly string[]): FigureRow {
  return { register: book.fact.register, rowId: row.rowId, label: row.label, missing: missing.map((column) => book.columns[column] ?? column) };
}

function titles(columns: readonly string[], book: CountedBook): string {
  return columns.map((column) => book.columns[column] ?? column).join('/');
}

function unsaid(why: WhyNot): Figure {
  return { value: null, why, rows: [] };
}

// Numbers are typed in tenths and quarters: sums of them show no dust of binary fractions.
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
