import type { ErrorCode } from '#domain/app-error.js';
import type { Cell, Column } from '#domain/register.js';
import { isMasked } from './mask.js';
import { dayPattern, formulaErrors, listJoiner, listSeparators, momentPattern, monthPattern, noDayWords, noWords, yearPattern, yesWords } from '#messages/spellings.js';

/** A cell in its column's form (undefined = blank), or why it cannot be read. */
export type NormalisedCell = { readonly cell: Cell | undefined } | { readonly code: ErrorCode; readonly allowed?: string };

const longest = 2000;

/** A cell as people type it, in the column's form; blank gives undefined, what cannot be read gives a code. */
export function normaliseCell(column: Column, raw: string): NormalisedCell {
  const text = unpadded(raw);
  if (text === '') return { cell: undefined };
  if (text.length > longest) return { code: 'cell-too-long' };
  // A masked cell is no value yet: who plans the import knows what it stands for.
  if (isMasked(column, text)) return { cell: text };
  if (text.startsWith('#') && formulaErrors.includes(text)) return { code: 'cell-error-value' };
  return readers[column.type](text, column);
}

/** Full-width letters and digits made plain, blanks trimmed: the form in which names and values are compared. */
export function plain(raw: string): string {
  return unpadded(raw).replace(/[\uff01-\uff5e]/g, narrowed);
}

type Reader = (text: string, column: Column) => NormalisedCell;

// Wide and no-break spaces are blanks; the invisible marks that come with copied text are nothing.
function unpadded(raw: string): string {
  return raw
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u3000\u00a0]/g, ' ')
    .trim();
}

function narrowed(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

// Punctuation stays as written; only letters and digits are narrowed, or P０１ and P01 would be two places.
const asText: Reader = (text) =>
  lostDigits.test(text) ? { code: 'cell-lost-digits' } : { cell: text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, narrowed) };

// A spreadsheet that turned a long number into 3.1E+17 has lost its end: never guess it. It always writes the plus; 3E12 is a room.
const lostDigits = /^\d(?:\.\d+)?[eE]\+\d{2}$/;

const asLongNumber: Reader = (text) => {
  const number = plain(text).replaceAll(' ', '');
  return lostDigits.test(number) ? { code: 'cell-lost-digits' } : { cell: number };
};

const numberIn =
  (pattern: RegExp): Reader =>
  (text) => {
    const digits = plain(text).replace(/[\s,]/g, '');
    return pattern.test(digits) && Number.isSafeInteger(Math.trunc(Number(digits)))
      ? { cell: Number(digits) + 0 } // -0 is 0
      : { code: 'cell-not-a-number' };
  };

const readers: Readonly<Record<Column['type'], Reader>> = {
  string: asText,
  text: asText,
  ref: asText,
  idno: asLongNumber,
  phone: asLongNumber,
  serial: asLongNumber,
  signature: asText,
  int: numberIn(/^-?\d+$/),
  number: numberIn(/^-?\d+(\.\d+)?$/),
  date: (text) => dayIn(plain(text)),
  datetime: (text) => momentIn(plain(text)),
  month: (text) => monthIn(plain(text)),
  year: (text) => yearIn(plain(text)),
  bool: (text) => {
    const word = plain(text).toLowerCase();
    if (yesWords.includes(word)) return { cell: true };
    return noWords.includes(word) ? { cell: false } : { code: 'cell-not-yes-or-no' };
  },
  enum: (text, column) => {
    const value = valueMeant(text, column);
    return value === undefined ? { code: 'cell-not-allowed', allowed: allowedIn(column) } : { cell: value };
  },
  multi: (text, column) => {
    const values = text
      .split(listSeparators)
      .filter((part) => plain(part) !== '')
      .map((part) => valueMeant(part, column));
    const known = values.filter((value) => value !== undefined);
    return known.length === values.length && known.length > 0
      ? { cell: [...new Set(known)] }
      : { code: 'cell-not-allowed', allowed: allowedIn(column) };
  },
};

// √ means 有 where the column knows 有.
function valueMeant(text: string, column: Column): string | undefined {
  const word = plain(text).replaceAll(' ', '').toLowerCase();
  const values = column.values ?? [];
  const exact = values.find((value) => plain(value).replaceAll(' ', '').toLowerCase() === word);
  const meaning = [yesWords, noWords].find((words) => words.includes(word));
  return exact ?? values.find((value) => meaning?.includes(value) === true);
}

function allowedIn(column: Column): string {
  return (column.values ?? []).join(listJoiner);
}

// 2026-03-05 and its usual spellings, or 20260305.
function dayIn(text: string): NormalisedCell {
  if (noDayWords.includes(text)) return { cell: undefined };
  const match = dayPattern.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return { code: 'cell-not-a-day' };
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1900 && year <= 2199 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? { cell: date.toISOString().slice(0, 10) } : { code: 'cell-not-a-day' };
}

// Where a whole day stands for a month, the day is more than was asked for and is left out.
function monthIn(text: string): NormalisedCell {
  const match = monthPattern.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  if (match === null) {
    const whole = dayIn(text);
    return 'cell' in whole && typeof whole.cell === 'string' ? { cell: whole.cell.slice(0, 7) } : whole;
  }
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? { cell: `${match[1] ?? ''}-${String(month).padStart(2, '0')}` } : { code: 'cell-not-a-day' };
}

// A day and a time; where only the day is known it stands alone.
function momentIn(text: string): NormalisedCell {
  const match = momentPattern.exec(text);
  if (match === null) return dayIn(text);
  const day = dayIn(match[1] ?? '');
  const [hour, minute] = [Number(match[2]), Number(match[3] ?? 0)];
  if ('code' in day || day.cell === undefined || hour > 23 || minute > 59) return { code: 'cell-not-a-day' };
  return { cell: `${String(day.cell)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

function yearIn(text: string): NormalisedCell {
  const year = yearPattern.exec(text)?.[1];
  return year !== undefined && year >= '1900' && year <= '2199' ? { cell: year } : { code: 'cell-not-a-day' };
}
