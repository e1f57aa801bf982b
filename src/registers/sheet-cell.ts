import type { ErrorCode } from '#domain/app-error.js';
import type { Column } from '#domain/register.js';
import { normaliseCell, type NormalisedCell } from './normalise-cell.js';
import type { SheetCell } from './spreadsheet.js';

const dayMs = 86_400_000;
/** Day 1 of a sheet is 1900-01-01; the day that never was, 1900-02-29, shifts all later ones by one. */
const firstDay = Date.UTC(1899, 11, 30);
const days1904 = 1462;
/** Serial numbers of days up to 2199-12-31. */
const lastSerial = 109_574;

/** A cell of a sheet in its column's form; what a spreadsheet made of it is undone where that is safe, and reported where it is not. */
export function readSheetCell(column: Column, cell: SheetCell, is1904: boolean): NormalisedCell {
  if (cell === null) return { cell: undefined };
  if (typeof cell === 'string') return normaliseCell(column, cell);
  if (typeof cell === 'boolean') return normaliseCell(column, String(cell));
  return cell instanceof Date ? fromDay(column, cell) : fromNumber(column, cell, is1904);
}

const dayTypes: readonly Column['type'][] = ['date', 'datetime', 'month', 'year'];
const numberTypes: readonly Column['type'][] = ['int', 'number'];
const freeTypes: readonly Column['type'][] = ['text', 'signature'];

function fromDay(column: Column, moment: Date): NormalisedCell {
  if (Number.isNaN(moment.getTime())) return { code: 'cell-not-a-day' };
  if (dayTypes.includes(column.type)) return normaliseCell(column, spelt(column, moment));
  if (freeTypes.includes(column.type)) return normaliseCell(column, moment.toISOString().slice(0, 10));
  // 3-5 in a column of numbers and names has become the fifth of March: what was typed is gone.
  return { code: 'cell-became-day' };
}

function spelt({ type }: Column, moment: Date): string {
  const rounded = new Date(Math.round(moment.getTime() / 60_000) * 60_000).toISOString();
  if (type === 'year') return rounded.slice(0, 4);
  const clock = rounded.slice(11, 16);
  return type === 'datetime' && clock !== '00:00' ? `${rounded.slice(0, 10)} ${clock}` : rounded.slice(0, 10);
}

function fromNumber(column: Column, value: number, is1904: boolean): NormalisedCell {
  if (numberTypes.includes(column.type)) return normaliseCell(column, decimal(value));
  if (dayTypes.includes(column.type)) return fromDayNumber(column, value, is1904);
  const lost: ErrorCode = 'cell-lost-digits';
  // A sheet keeps fifteen digits: the rest of a longer number is zeros that nobody typed.
  return Math.abs(value) >= 1e15 ? { code: lost } : normaliseCell(column, decimal(value));
}

// 20260305 and 202603 are spellings of a day and a month, 2026 of a year; smaller numbers are days since 1900.
function fromDayNumber(column: Column, value: number, is1904: boolean): NormalisedCell {
  if (isSpelling(column, value)) return normaliseCell(column, decimal(value));
  if (column.type === 'month' && isBetween(value, 1900, 2200)) return fromDottedMonth(column, value);
  const serial = value + (is1904 ? days1904 : 0);
  // Up to the sixtieth day 1900 counts wrong, and no book reaches that far back.
  return isBetween(serial, 61, lastSerial + 1) ? fromDay(column, new Date(firstDay + Math.round(serial * dayMs))) : { code: 'cell-not-a-day' };
}

function isSpelling({ type }: Column, value: number): boolean {
  if (type === 'year' && Number.isInteger(value) && isBetween(value, 1900, 2199)) return true;
  return value >= 19_000_101 || (type === 'month' && isBetween(value, 190_001, 219_912));
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

// 2026.3 typed as a number is March; 2026.1 may have been 2026.10.
function fromDottedMonth(column: Column, value: number): NormalisedCell {
  const text = decimal(value);
  return /\.1$/.test(text) ? { code: 'cell-month-unclear' } : normaliseCell(column, text);
}

// Sums of tenths carry the dust of binary fractions; a sheet shows fifteen digits.
function decimal(value: number): string {
  const clean = Number.isInteger(value) ? value : Number(value.toPrecision(15));
  const text = String(clean);
  return text.includes('e') && Math.abs(clean) < 1 ? clean.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text;
}
