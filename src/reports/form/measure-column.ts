import type { Column } from '#domain/register.js';
import { emsOf, longestWord } from './form-words.js';

/** How wide a column must and would like to be, in points, and its share of what is left over. */
export interface MeasuredColumn {
  /** Column of the template; undefined for the running number. */
  readonly column: Column | undefined;
  readonly title: string;
  readonly least: number;
  readonly natural: number;
  readonly stretch: number;
  /** Stands again in each band. */
  readonly isKey: boolean;
}

const size = 9;
const pad = 8;
/** A header has at most that many lines where the column would else be as narrow as its cells. */
const headerLines = { natural: 2, least: 3 };

type Widths = readonly [least: number, natural: number];

/** Ems that handwriting wants, by type. */
const handwriting: Readonly<Record<Column['type'], Widths>> = {
  string: [4, 5.5],
  text: [5.5, 9],
  int: [2.5, 3],
  number: [2.5, 3],
  date: [4.4, 5.4],
  datetime: [4.4, 5.4],
  month: [3.4, 4.2],
  year: [2.6, 3],
  bool: [2.2, 2.4],
  enum: [3, 4.4],
  multi: [4, 6],
  ref: [3.4, 4.6],
  idno: [6, 10],
  phone: [4, 6.4],
  serial: [4.5, 7],
  signature: [4.4, 5.4],
};

/** Widest that a column wants to be for what stands in it. */
const widest: Readonly<Partial<Record<Column['type'], number>>> = { text: 16, string: 12, multi: 10, signature: 10 };

/** Measures a column by its header and what stands in it; `texts` undefined = it is to be filled in by hand. */
export function measureColumn(column: Column, texts: readonly string[] | undefined, isKey: boolean): MeasuredColumn {
  const title = column.title.zh;
  const [least, natural] = texts === undefined ? handwriting[column.type] : widthsOf(column, texts);
  const word = longestWord(title);
  const atLeast = Math.max(2, word, least, Math.ceil(emsOf(title) / headerLines.least));
  const atBest = Math.max(atLeast, natural, Math.ceil(emsOf(title) / headerLines.natural));
  return { column, title, least: points(atLeast), natural: points(atBest), stretch: stretchOf(column, natural, isKey), isKey };
}

/** The running number in front. */
export function runningNumber(title: string): MeasuredColumn {
  return { column: undefined, title, least: points(2), natural: points(2.2), stretch: 0, isKey: true };
}

function widthsOf(column: Column, texts: readonly string[]): Widths {
  const longest = greatest(texts, emsOf);
  const word = greatest(texts, longestWord);
  const natural = Math.min(longest, widest[column.type] ?? 10.5);
  return [Math.max(Math.min(word, 10.5), Math.min(natural, 4)), natural];
}

function greatest(texts: readonly string[], width: (text: string) => number): number {
  return texts.reduce((most, text) => Math.max(most, width(text)), 0);
}

// Long text takes most of what is left over; a code that stands in each band needs no more than it has.
function stretchOf({ type }: Column, natural: number, isKey: boolean): number {
  if (type === 'text') return 4;
  return isKey || natural <= 4 ? 0.4 : 1;
}

function points(ems: number): number {
  return ems * size + pad;
}
