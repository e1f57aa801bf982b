import type { Say } from './say.js';

/** First and last day, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** `2026`, `2026-H1`, `2026-Q3`, `2026-09` or `2026-09-01..2026-09-15` as a period; undefined for anything else. */
export function parsePeriod(text: string): Period | undefined {
  const [from = '', to = ''] = text.split('..');
  if (isDay(from) && isDay(to)) return from <= to ? { from, to } : undefined;
  const [, year = '', part = ''] = /^(\d{4})(?:-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/i.exec(text.trim()) ?? [];
  if (year === '') return undefined;
  const [first, months] = monthsOf(part.toUpperCase());
  return { from: dayIn(year, first, 1), to: dayIn(year, first + months, 0) };
}

/** A period as people call it: 2026年第三季度. */
export function periodText({ from, to }: Period, say: Say): string {
  const year = from.slice(0, 4);
  const parts = ['', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', ...Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))];
  const part = parts.find((each) => {
    const period = parsePeriod(each === '' ? year : `${year}-${each}`);
    return period?.from === from && period.to === to;
  });
  if (part === undefined) return say('period.days', { from, to });
  if (part === '') return say('period.year', { year });
  const kind = part.startsWith('H') ? 'half' : part.startsWith('Q') ? 'quarter' : undefined;
  return kind === undefined ? say('period.month', { year, month: Number(part) }) : say(kind === 'half' ? `period.half.${part.slice(1) as '1'}` : `period.quarter.${part.slice(1) as '1'}`, { year });
}

function monthsOf(part: string): readonly [first: number, months: number] {
  const number = Number(part.slice(1));
  if (part === '') return [1, 12];
  if (part.startsWith('H')) return [number * 6 - 5, 6];
  return part.startsWith('Q') ? [number * 3 - 2, 3] : [Number(part), 1];
}

function dayIn(year: string, month: number, day: number): string {
  return new Date(Date.UTC(Number(year), month - 1, day)).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  const moment = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === text;
}
