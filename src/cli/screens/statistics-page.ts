import type { Language, Say } from '#messages/say.js';
import type { RegisterCounts } from '#workflows/count-registers.js';
import type { Explanation, ShownFigure, StatisticsView } from '#workflows/show-statistics.js';
import { closingLines, confirmedText, reasonLines, reasonsOf, valueOrNote, whyText } from '#workflows/statistics-sheet.js';
import { tableLines } from '../table.js';
import { wrap } from '../wrap.js';

type Text = 'zh' | 'en';

/** A statistical form on the screen: a line each number; below, why some cannot be said, and on which basis was counted. */
export function statisticsPage(view: StatisticsView, language: Language, say: Say, width: number): string[] {
  const text = textOf(language);
  if (view.explained !== undefined) return explanationLines(view.explained, text, say, width);
  const reasons = reasonsOf(view, say);
  const columns = [{ title: say('stats.column.cell') }, { title: say('stats.column.item'), wide: true }, ...view.spans.map((span) => ({ title: say('stats.column.year', { year: span }), align: 'right' as const }))];
  const rows = view.groups.flatMap(({ cells }) => cells.map(({ id, title, figures }) => [id, title[text], ...figures.map((figure) => figureText(figure, reasons, say))]));
  return [say('stats.title', { title: view.title[text], unit: view.unit, day: view.day }), '', ...tableLines(columns, rows, width), '', ...wrappedReasons(reasons, width), ...closingLines(view, say).flatMap((line) => wrap(line, width - 2))];
}

/** Months on lines. */
export function trendRows(view: StatisticsView, language: Language, say: Say, width: number): string[] {
  const text = textOf(language);
  const reasons = reasonsOf(view, say);
  const cells = view.groups.flatMap((group) => group.cells);
  const columns = [{ title: say('stats.column.month') }, ...cells.map(({ title }) => ({ title: title[text], align: 'right' as const }))];
  const rows = view.spans.map((span, at) => [span, ...cells.map(({ figures }) => String(valueOrNote(figures[at], reasons, say)))]);
  return [...tableLines(columns, rows, width), '', ...wrappedReasons(reasons, width)];
}

/** A line each book. */
export function registerCountRows(counts: RegisterCounts, language: Language, say: Say, width: number): string[] {
  const text = textOf(language);
  const right = { align: 'right' as const };
  const columns = [{ title: say('stats.column.book'), wide: true }, { title: say('stats.column.in-use'), ...right }, { title: say('stats.column.added'), ...right }, { title: say('stats.column.changed'), ...right }, { title: say('stats.column.retired'), ...right }, { title: say('stats.column.confirmed') }];
  const rows = counts.registers.map((book) => [book.title[text], ...[book.inUse, book.added, book.changed, book.retired].map(String), confirmedText(book, say)]);
  return [...tableLines(columns, rows, width), '', ...wrap(say('stats.registers-note', { year: counts.year }), width - 2)];
}

function textOf(language: Language): Text {
  return language === 'en' ? 'en' : 'zh';
}

function explanationLines({ cell, title, how, figures }: Explanation, text: Text, say: Say, width: number): string[] {
  const columns = [{ title: say('stats.column.book') }, { title: say('stats.column.row') }, { title: say('stats.column.counts'), wide: true }];
  const parts = figures.flatMap(({ span, value, why, counted, rows }) => [
    '',
    ...wrap(value === null ? say('stats.explain-unsaid', { year: span, why: why === undefined ? '' : whyText(why, say) }) : say('stats.explain', { year: span, value, counted }), width - 2),
    ...(rows.length === 0 ? [] : tableLines(columns, rows.map(({ register, label, missing }) => [register, label, missing.length === 0 ? say('stats.counted') : say('stats.missing', { columns: missing.join('/') })]), width)),
  ]);
  return [`${cell}  ${title[text]}`, ...wrap(how[text], width - 2), ...parts];
}

function wrappedReasons(reasons: ReadonlyMap<string, number>, width: number): string[] {
  return reasons.size === 0 ? [] : [...reasonLines(reasons).flatMap((line) => wrap(line, width - 2)), ''];
}

function figureText({ value, why }: ShownFigure, reasons: ReadonlyMap<string, number>, say: Say): string {
  if (value !== null) return String(value);
  return say('stats.unsaid', { number: why === undefined ? '' : (reasons.get(whyText(why, say)) ?? '') });
}
