import type { Cell, Column } from '#domain/register.js';
import { bookWords, listJoiner, noWords, yesWords } from '#messages/spellings.js';
import type { CellStyle, SheetCell } from './spreadsheet.js';

const line = { style: 'thin', color: { rgb: '808080' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });

/** How the parts of a printed book look. */
export const looks = {
  title: { font: { name: bookWords.titleFont, size: 18 }, alignment: { horizontal: 'center', vertical: 'center' } },
  particulars: { alignment: { vertical: 'center', wrapText: true } },
  header: { font: { name: bookWords.font, size: 11, bold: true }, fill: fill('DDE6F0'), border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  reckonedHeader: { font: { name: bookWords.font, size: 11, bold: true }, fill: fill('D0D0D0'), border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
  key: { font: { size: 8, color: { rgb: '808080' } } },
  runningNumber: { border, alignment: { horizontal: 'center', vertical: 'center' } },
  plain: { border, alignment: { vertical: 'center', wrapText: true } },
  fault: { fill: fill('FFC7CE'), border, alignment: { vertical: 'center', wrapText: true } },
} as const satisfies Readonly<Record<string, CellStyle>>;

const asText = '@';
const formats: Readonly<Record<Column['type'], string>> = {
  string: asText,
  text: asText,
  ref: asText,
  idno: asText,
  phone: asText,
  serial: asText,
  signature: asText,
  enum: asText,
  multi: asText,
  bool: asText,
  datetime: asText,
  month: asText,
  int: 'General',
  number: 'General',
  year: 'General',
  date: 'yyyy-mm-dd',
};
const centred: readonly Column['type'][] = ['date', 'datetime', 'month', 'year', 'bool', 'enum', 'int', 'number'];

/** The format in which a cell of this column is kept; text columns keep every digit. */
export function formatOf(column: Column): CellStyle {
  return { numFmt: formats[column.type] };
}

/** How a cell of this column looks; what is reckoned is grey. */
export function styleOf(column: Column): CellStyle {
  const horizontal = centred.includes(column.type) ? ('center' as const) : undefined;
  return {
    ...formatOf(column),
    border,
    alignment: { vertical: 'center', wrapText: true, ...(horizontal === undefined ? {} : { horizontal }) },
    ...(column.computed === undefined ? {} : { fill: fill('EDEDED') }),
  };
}

/** A cell of a book as a spreadsheet keeps it: a day is a day, a yes is 是, a long number is text. */
export function sheetValue(column: Column, cell: Cell | undefined): SheetCell {
  if (typeof cell === 'string') return textValue(column, cell);
  if (typeof cell === 'boolean') return (cell ? yesWords[0] : noWords[0]) ?? null;
  return typeof cell === 'number' ? cell : (cell?.join(listJoiner) ?? null);
}

// A masked day is no day any more.
function textValue({ type }: Column, text: string): SheetCell {
  if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return new Date(`${text}T00:00:00.000Z`);
  return type === 'year' && /^\d{4}$/.test(text) ? Number(text) : text;
}

const narrowest: Partial<Record<Column['type'], number>> = { date: 12, datetime: 17, idno: 20, text: 18, phone: 13, serial: 14, signature: 10 };
const widest = 36;

/** Width of a column by its title, which may wrap once, and by its content. */
export function widthOf(column: Column, rows: readonly Readonly<Record<string, Cell>>[]): number {
  const title = Math.ceil(displayWidth(column.title.zh) / 2) + 4;
  const content = rows.reduce((most, row) => Math.max(most, contentWidth(column, row[column.key])), 0);
  return Math.min(widest, Math.max(8, title, narrowest[column.type] ?? 0, content + 2));
}

function contentWidth(column: Column, cell: Cell | undefined): number {
  const value = sheetValue(column, cell);
  return typeof value === 'string' || typeof value === 'number' ? displayWidth(String(value)) : 0;
}

/** A Chinese character takes two columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Lines that a text takes in a column. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(displayWidth(part) / Math.max(1, width - 2))), 0);
}

/** Splits columns into so many groups of about the same width: first and last column of each. */
export function groupsOf(widths: readonly number[], count: number): readonly (readonly [number, number])[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const groups = Math.min(count, widths.length);
  const ends: number[] = [];
  let reached = 0;
  widths.forEach((width, index) => {
    reached += width;
    const left = widths.length - 1 - index;
    const wanted = groups - ends.length - 1;
    if (wanted > 0 && left >= wanted && (reached >= (total * (ends.length + 1)) / groups || left === wanted)) ends.push(index);
  });
  return [...ends, widths.length - 1].map((end, index) => [index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end] as const);
}
