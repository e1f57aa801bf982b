import { AppError } from '#domain/app-error.js';
import type { ManagementFigures } from '#domain/management-figures.js';
import type { LocalText } from '#domain/primitives.js';
import type { Figure, FigureRow, StatisticsCell, StatisticsForm, WhyNot } from '#domain/statistics.js';
import { listJoiner } from '#messages/spellings.js';
import { reckonFigures } from '#registers/statistics/reckon-figures.js';
import { readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { loadTemplates } from './load-catalog.js';
import { monthsUpTo } from './months.js';
import { managementView } from './management-view.js';
import { cellsOf, loadStatistics, type StatisticsId } from './load-statistics.js';
import { footingOf, statisticsBases, type StatisticsFooting } from './statistics-basis.js';

/** A number of one year or month, or why it cannot be said. */
export interface ShownFigure {
  readonly span: string;
  readonly value: number | string | null;
  readonly why?: WhyNot;
  readonly asOf?: string;
  /** Rows that were counted. */
  readonly counted: number;
}

export interface ShownCell {
  readonly id: string;
  readonly title: LocalText;
  /** How it is counted, in words. */
  readonly how: LocalText;
  readonly figures: readonly ShownFigure[];
}

/** The rows behind one cell. */
export interface Explanation {
  readonly cell: string;
  readonly title: LocalText;
  readonly how: LocalText;
  readonly figures: readonly (ShownFigure & { readonly rows: readonly FigureRow[] })[];
}

export interface StatisticsView {
  readonly statistics: string;
  readonly title: LocalText;
  readonly form?: string;
  readonly unit: string;
  readonly day: string;
  readonly footing: StatisticsFooting;
  readonly spans: readonly string[];
  readonly groups: readonly { readonly title: LocalText; readonly cells: readonly ShownCell[] }[];
  readonly signatures: readonly string[];
  readonly explained?: Explanation;
}

export interface StatisticsRequest {
  readonly id: StatisticsId;
  /** This year where it is not given. */
  readonly year?: string | undefined;
  /** Another year beside it. */
  readonly compare?: string | undefined;
  readonly explain?: string | undefined;
}

/** Counts a statistical form from the books; a number that cannot be said has its reason. */
export function showStatistics(desk: Desk, request: StatisticsRequest): Promise<StatisticsView> {
  const form = loadStatistics(desk.program, request.id);
  return readBooks(desk, (open) => {
    const years = [request.year ?? open.today.slice(0, 4), request.compare].filter((each) => each !== undefined);
    return statisticsOf(desk, form, [...new Set(years)], open, request.explain);
  });
}

/** The months up to this one, and how the cure of problems goes by department and section. */
export interface TrendView extends StatisticsView {
  readonly management: ManagementFigures;
}

export function showTrend(desk: Desk, months: number): Promise<TrendView> {
  const form = loadStatistics(desk.program, 'trend');
  return readBooks(desk, (open) => ({ ...statisticsOf(desk, form, monthsUpTo(open.today, months), open), management: managementView(open.snapshot, open.identity, open.today) }));
}

/** The same on books that are open already. */
export function statisticsIn(desk: Desk, id: StatisticsId, spans: readonly string[], open: OpenBooks): StatisticsView {
  return statisticsOf(desk, loadStatistics(desk.program, id), spans, open);
}

function statisticsOf({ program }: Desk, form: StatisticsForm, spans: readonly string[], open: OpenBooks, explain?: string): StatisticsView {
  refuseTheFuture(spans, open.today);
  const footing = footingOf(form, open);
  const cells = cellsOf(form);
  const bySpan = footing.kind === 'undecided' ? spans.map(() => undecided(form, cells, open)) : statisticsBases(open, spans, loadTemplates(program)).map((basis) => reckonFigures(cells, basis));
  const figuresOf = (id: string): readonly Figure[] => bySpan.map((figures) => figures.get(id) ?? { value: null, rows: [] });
  return {
    statistics: form.id,
    title: form.title,
    ...(form.form === undefined ? {} : { form: form.form }),
    unit: open.identity.unit,
    day: open.today,
    footing,
    spans,
    groups: form.groups.map((group) => ({ title: group.title, cells: group.cells.map(({ id, title, how }) => ({ id, title, how, figures: figuresOf(id).map((figure, at) => shown(figure, spans[at] ?? '')) })) })),
    signatures: form.signatures,
    ...(explain === undefined ? {} : { explained: explanationOf(cellNamed(explain, cells), spans, figuresOf) }),
  };
}

function shown({ value, why, asOf, rows }: Figure, span: string): ShownFigure {
  const counted = rows.filter(({ missing }) => missing.length === 0).length;
  return { span, value, ...(why === undefined ? {} : { why }), ...(asOf === undefined ? {} : { asOf }), counted };
}

function explanationOf({ id, title, how }: StatisticsCell, spans: readonly string[], figuresOf: (id: string) => readonly Figure[]): Explanation {
  return { cell: id, title, how, figures: figuresOf(id).map((figure, at) => ({ ...shown(figure, spans[at] ?? ''), rows: figure.rows })) };
}

function cellNamed(id: string, cells: readonly StatisticsCell[]): StatisticsCell {
  const found = cells.find((cell) => cell.id === id);
  if (found === undefined) throw new AppError('statistics-cell-unknown', { cell: id, known: cells.map((cell) => cell.id).join(', ') });
  return found;
}

function undecided({ decidedFor }: StatisticsForm, cells: readonly StatisticsCell[], { books }: OpenBooks): ReadonlyMap<string, Figure> {
  const titles = books.filter(({ template }) => decidedFor.includes(template.id)).map(({ template }) => template.title.zh);
  return new Map(cells.map(({ id }) => [id, { value: null, why: { code: 'undecided', book: titles.join(listJoiner), detail: '' }, rows: [] }]));
}

function refuseTheFuture(spans: readonly string[], today: string): void {
  const ahead = spans.find((span) => span > today);
  if (ahead !== undefined) throw new AppError('statistics-year-ahead', { year: ahead });
}
