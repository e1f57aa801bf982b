import type { RegisterAllowance, RegisterTemplate } from '#domain/register.js';
import type { RegisterFact } from '#domain/register-fact.js';
import type { Figure, StatisticsForm } from '#domain/statistics.js';
import { registerFacts } from '#registers/register-facts.js';
import type { Period } from '#registers/statistics/judge-row.js';
import type { CountedBook, StatisticsBasis } from '#registers/statistics/reckon-figures.js';
import { virtualBooks, virtualSchemas } from '#registers/virtual-books.js';
import { percentText } from '#messages/figure-text.js';
import type { OpenBooks } from './change-books.js';
import { asOf } from './books-on-file.js';
import { dayOf } from './door.js';
import { dueOfFindings } from './due-of-findings.js';
import { findingFigures } from './finding-figures.js';
import { cellsOf } from './load-statistics.js';
import { parameterValues } from './parameter-values.js';

/** On what the numbers rest. `undecided`: on nothing, the form stays blank; `open-books`: only on books that need no decision. */
export const footings = ['classified-machine', 'demo', 'numbers-only', 'undecided', 'open-books'] as const;

export interface StatisticsFooting {
  readonly kind: (typeof footings)[number];
  /** Decisions that allow the books concerned in their numbers-only form. */
  readonly decisions: readonly Pick<RegisterAllowance, 'register' | 'decidedBy' | 'decidedOn' | 'document'>[];
}

/** On what the numbers of a form may rest on this machine. */
export function footingOf(form: StatisticsForm, { identity, books, snapshot }: OpenBooks): StatisticsFooting {
  const used = new Set(cellsOf(form).flatMap((cell) => ('count' in cell ? [cell.count.register] : [])));
  const decisions = books
    .filter(({ template, isNumbersOnly }) => isNumbersOnly && used.has(template.id))
    .flatMap(({ template }) => snapshot.allowances[template.id] ?? [])
    .map(({ register, decidedBy, decidedOn, document }) => ({ register, decidedBy, decidedOn, document }));
  if (identity.mode === 'classified') return { kind: 'classified-machine', decisions: [] };
  if (identity.demo) return { kind: 'demo', decisions };
  if (decisions.length > 0) return { kind: 'numbers-only', decisions };
  return { kind: form.decidedFor.length > 0 ? 'undecided' : 'open-books', decisions };
}

/** A year or a month, up to today. */
export function periodOf(span: string, today: string): Period {
  const last = span.length === 4 ? `${span}-12-31` : lastDayOf(span);
  return { span, day: last < today ? last : today, isOver: last < today };
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** What the numbers of each span are counted from; books are reckoned once a year. */
export function statisticsBases(open: OpenBooks, spans: readonly string[], shipped: readonly RegisterTemplate[]): readonly StatisticsBasis[] {
  const { snapshot, today } = open;
  const titles = new Map(shipped.map(({ id, columns }) => [id, titlesOf(columns)]));
  const parameters = parameterValues(snapshot);
  const years = new Map([...new Set(spans.map((span) => span.slice(0, 4)))].map((year) => [year, countedBooks(open, year, titles)]));
  return spans.map((span) => {
    const period = periodOf(span, today);
    return { books: years.get(span.slice(0, 4)) ?? {}, period, parameters, supplied: suppliedBy(open, period) };
  });
}

type Titles = CountedBook['columns'];

// What the machine or the unit leaves out is still called by its title.
function countedBooks({ books, snapshot, today, identity }: OpenBooks, year: string, titles: ReadonlyMap<string, Titles>): Record<string, CountedBook> {
  const facts = registerFacts({ books, rows: Object.values(snapshot.rows), confirmations: Object.values(snapshot.confirmations), year });
  const dueOf = dueOfFindings(snapshot);
  const virtual = virtualBooks(asOf(snapshot, today), { today, dayOf, dueOf: (finding) => dueOf(finding)?.day });
  const own = books.flatMap(({ template, standing }): [string, CountedBook][] => {
    const fact = facts[template.id];
    return fact === undefined ? [] : [[template.id, { fact, standing, columns: { ...titles.get(template.id), ...titlesOf(template.columns) } }]];
  });
  const since = dayOf(identity.createdAt);
  const kept = Object.entries(virtual).map(([id, fact]): [string, CountedBook] => [id, { fact, standing: 'open', since, columns: virtualColumns(fact) }]);
  return Object.fromEntries([...own, ...kept]);
}

function titlesOf(columns: RegisterTemplate['columns']): Titles {
  return Object.fromEntries(columns.map(({ key, title }) => [key, title.zh]));
}

function virtualColumns({ register }: RegisterFact): Record<string, string> {
  const { shape } = virtualSchemas[register as keyof typeof virtualSchemas];
  return Object.fromEntries(Object.keys(shape).map((key) => [key, key]));
}

function suppliedBy(open: OpenBooks, period: Period): StatisticsBasis['supplied'] {
  return { 'self-score': selfScore(open, period), ...findingFigures(open, period) };
}

function selfScore({ snapshot, today }: OpenBooks, { span }: Period): Figure {
  const [latest] = Object.values(snapshot.assessments)
    .filter(({ level, trigger, range, at }) => level === 'unit' && trigger !== 'replay' && range !== null && dayOf(at).startsWith(span))
    .sort((left, right) => right.at.localeCompare(left.at));
  if (latest?.range == null) return { value: null, why: { code: 'no-assessment', book: '', detail: span }, rows: [] };
  const { low, high } = latest.range;
  const rows = [{ register: 'assessments', rowId: latest.id, label: latest.number, missing: [] }];
  return { value: low === high ? `${percentText(low)}%` : `${percentText(low)}%-${percentText(high)}%`, asOf: today, rows };
}
