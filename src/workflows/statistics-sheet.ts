import type { StatisticsForm, StatisticsSheet, WhyNot } from '#domain/statistics.js';
import { bookWords } from '#messages/spellings.js';
import type { Say } from '#messages/say.js';
import type { RegisterCounts } from './count-registers.js';
import type { ShownCell, ShownFigure, StatisticsView } from './show-statistics.js';
import type { StatisticsFooting } from './statistics-basis.js';

type Column = StatisticsSheet['columns'][number];

/** A statistical form as a table: a line each number, years side by side. */
export function statisticsSheet(view: StatisticsView, say: Say): StatisticsSheet {
  const years = view.spans.map((span) => say('stats.column.year', { year: span }));
  const reasons = reasonsOf(view, say);
  const rows = cellsIn(view.groups).map((cell, index) => [index + 1, cell.title.zh, ...cell.figures.map(({ value }) => value ?? ''), cell.how.zh, noteOf(cell, reasons, say)]);
  return { ...headOf(view), columns: columnsFor(years, say), rows, notes: [...reasonLines(reasons), ...closingLines(view, say)] };
}

/** The same to be filled in by hand. */
export function blankSheet(form: StatisticsForm, say: Say): StatisticsSheet {
  const rows = cellsIn(form.groups).map(({ title, how }, index) => [index + 1, title.zh, '', how.zh, '']);
  return { id: form.id, title: form.title.zh, form: form.form ?? '', signatures: form.signatures, columns: columnsFor([say('stats.column.blank-year')], say), rows, notes: [] };
}

function columnsFor(years: readonly string[], say: Say): readonly Column[] {
  return [
    { title: bookWords.runningNumber, width: 5, align: 'center' },
    { title: say('stats.column.item'), width: 26, align: 'left' },
    ...years.map((title): Column => ({ title, width: 11, align: 'center' })),
    { title: say('stats.column.how'), width: 46, align: 'left' },
    { title: say('stats.column.note'), width: 8, align: 'center' },
  ];
}

function cellsIn<C>(groups: readonly { readonly cells: readonly C[] }[]): readonly C[] {
  return groups.flatMap((group) => group.cells);
}

/** Months as lines, numbers as columns. */
export function trendSheet(view: StatisticsView, say: Say): StatisticsSheet {
  const cells = cellsIn(view.groups);
  const columns: Column[] = [{ title: say('stats.column.month'), width: 12, align: 'center' }, ...cells.map(({ title }): Column => ({ title: title.zh, width: 11, align: 'center' }))];
  const reasons = reasonsOf(view, say);
  const rows = view.spans.map((span, at) => [span, ...cells.map(({ figures }) => valueOrNote(figures[at], reasons, say))]);
  return { ...headOf(view), columns, rows, notes: [...reasonLines(reasons)] };
}

/** A number, or the number of the reason why there is none. */
export function valueOrNote(figure: ShownFigure | undefined, reasons: ReadonlyMap<string, number>, say: Say): string | number {
  if (figure?.why === undefined) return figure?.value ?? '';
  return `[${reasons.get(whyText(figure.why, say)) ?? ''}]`;
}

/** A line each book. */
export function registersSheet(counts: RegisterCounts, say: Say): StatisticsSheet {
  const columns: Column[] = [
    { title: bookWords.runningNumber, width: 5, align: 'center' },
    { title: say('stats.column.book'), width: 34, align: 'left' },
    { title: say('stats.column.in-use'), width: 9, align: 'center' },
    { title: say('stats.column.added'), width: 9, align: 'center' },
    { title: say('stats.column.changed'), width: 9, align: 'center' },
    { title: say('stats.column.retired'), width: 9, align: 'center' },
    { title: say('stats.column.confirmed'), width: 16, align: 'center' },
  ];
  const rows = counts.registers.map((book, index) => [index + 1, book.title.zh, book.inUse, book.added, book.changed, book.retired, confirmedText(book, say)]);
  return { id: 'registers', title: say('stats.registers-title', { year: counts.year }), form: '', columns, rows, notes: [say('stats.registers-note', { year: counts.year })], signatures: bookWords.signers };
}

/** Until when a book was confirmed, or that it was not. */
export function confirmedText({ state, asOf = '' }: RegisterCounts['registers'][number], say: Say): string {
  return state === 'unconfirmed' ? say('stats.not-confirmed') : say(state === 'nil' ? 'stats.nil-until' : 'stats.confirmed-until', { day: asOf });
}

function headOf({ statistics, title, form = '', signatures }: StatisticsView): Pick<StatisticsSheet, 'id' | 'title' | 'form' | 'signatures'> {
  return { id: statistics, title: title.zh, form, signatures };
}

function noteOf({ figures }: ShownCell, reasons: ReadonlyMap<string, number>, say: Say): string {
  const numbers = figures.flatMap(({ why }) => (why === undefined ? [] : [reasons.get(whyText(why, say)) ?? 0]));
  return [...new Set(numbers)].map((number) => `[${number}]`).join('');
}

/** Each reason in words → its number. */
export function reasonsOf(view: StatisticsView, say: Say): ReadonlyMap<string, number> {
  const texts = cellsIn(view.groups).flatMap(({ figures }) => figures.flatMap(({ why }) => (why === undefined ? [] : [whyText(why, say)])));
  return new Map([...new Set(texts)].map((text, index) => [text, index + 1]));
}

/** The reasons as lines, each behind its number. */
export function reasonLines(reasons: ReadonlyMap<string, number>): readonly string[] {
  return [...reasons].map(([text, number]) => `[${number}] ${text}`);
}

/** Why a number cannot be said, in words. */
export function whyText({ code, book, detail, rows = 0 }: WhyNot, say: Say): string {
  return say(`stats.why.${code}`, { book, detail, rows });
}

/** On which basis was counted, until when the books were confirmed, and what a blank means. */
export function closingLines(view: StatisticsView, say: Say): readonly string[] {
  const [oldest] = cellsIn(view.groups).flatMap(({ figures }) => figures.flatMap(({ asOf }) => asOf ?? [])).sort();
  const until = oldest !== undefined && oldest < view.day ? [say('stats.as-of-note', { day: oldest })] : [];
  return [footingText(view.footing, say), ...until, say('stats.retired-note')];
}

/** On which basis was counted, in words. */
function footingText({ kind, decisions }: StatisticsFooting, say: Say): string {
  const named = [...new Set(decisions.map(({ decidedBy, decidedOn, document }) => say('stats.decision', { by: decidedBy, day: decidedOn, document })))];
  return say(`stats.footing.${kind}`, { decisions: named.join('; ') });
}
