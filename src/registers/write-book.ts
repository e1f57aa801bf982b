import type { Cell, RegisterTemplate } from '#domain/register.js';
import { bookWords } from '#messages/spellings.js';
import { allowedSheet, choiceRanges, explanationSheet, letters } from './sheet-explanation.js';
import { formatOf, groupsOf, linesOf, looks, sheetValue, styleOf, widthOf } from './sheet-layout.js';
import { saveWorkbook, type CellStyle, type SheetCell, type WriteSheet } from './spreadsheet.js';

type Cells = Readonly<Record<string, Cell>>;

/** What a printed book says besides its rows. */
export interface BookParticulars {
  readonly unit: string;
  readonly by: string;
  /** The moment that the file carries. */
  readonly at: string;
  readonly day?: string;
  readonly title?: string;
  /** Stands behind the title, e.g. 演示数据. */
  readonly watermark?: string;
  /** Titles of the books by id, for columns that point into one. */
  readonly books?: Readonly<Record<string, string>>;
  /** Lines below the signatures, e.g. the number of the run. */
  readonly footer?: readonly string[];
}

/** Rows of the sheet, counted from 0. */
const place = { title: 0, particulars: 1, header: 2, keys: 3, body: 4 };
const spare = { blankForm: 30, export: 5, dropDowns: 200, leastDropDowns: 500 };

/** A book as a workbook: title, particulars, header, hidden keys, rows, signatures; a sheet that explains, and one with the lists to choose from. */
export function writeBook(template: RegisterTemplate, rows: readonly Cells[], given: BookParticulars): Promise<Uint8Array> {
  const widths = [6, ...template.columns.map((column) => widthOf(column, rows))];
  const sheets = [bookSheet(template, rows, given, widths), explanationSheet(template, given.books ?? {}), allowedSheet(template)];
  return saveWorkbook({ sheets, namedRanges: [repeatedOnPages(sheetName(template.title.zh), widths)], defaultFont: { name: bookWords.font, size: 11 } }, given.at);
}

interface Draft {
  readonly cells: Map<string, { readonly value: SheetCell; readonly style: CellStyle }>;
  readonly merges: NonNullable<WriteSheet['merges']>;
  readonly heights: Map<number, { readonly height?: number; readonly hidden?: boolean }>;
  readonly widths: readonly number[];
  /** Widths of the columns of the first page: title and signatures stand there. */
  readonly page: readonly number[];
}

function bookSheet(template: RegisterTemplate, rows: readonly Cells[], given: BookParticulars, widths: readonly number[]): WriteSheet {
  const draft: Draft = { cells: new Map(), merges: [], heights: new Map(), widths, page: firstPage(widths) };
  const lines = rows.length + (rows.length === 0 ? spare.blankForm : spare.export);
  const lastLine = place.body + Math.max(spare.leastDropDowns, rows.length + spare.dropDowns);
  const body = Array.from({ length: lines }, (_, index) => lineOf(template, rows[index], index));
  body.forEach((cells, index) => draft.heights.set(place.body + index, { height: heightOf(cells, widths) }));
  drawHead(draft, template, given);
  const foot = drawFoot(draft, template, given, place.body + lines);
  keepDigitsBelow(draft, template, foot, lastLine);
  return {
    name: sheetName(template.title.zh),
    rows: [...Array.from({ length: place.body }, () => []), ...body],
    columns: widths.map((width, at) => ({ width, style: at === 0 ? looks.runningNumber : columnStyle(template, at) })),
    cells: draft.cells,
    merges: draft.merges,
    rowDefs: draft.heights,
    dataValidations: dropDowns(template, lastLine),
    freezePane: { rows: place.body, columns: 1 },
    pageSetup: pageOf(widths),
    headerFooter: { oddFooter: `&C${bookWords.pages}` },
  };
}

function columnStyle(template: RegisterTemplate, at: number): CellStyle {
  const column = template.columns[at - 1];
  return column === undefined ? {} : styleOf(column);
}

function lineOf(template: RegisterTemplate, row: Cells | undefined, index: number): SheetCell[] {
  return [row === undefined ? null : index + 1, ...template.columns.map((column) => sheetValue(column, row?.[column.key]))];
}

// A spreadsheet allows 31 characters in the name of a sheet, and none of these.
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31);
}

function drawHead(draft: Draft, template: RegisterTemplate, given: BookParticulars): void {
  const { colon } = bookWords;
  const title = given.title ?? template.title.zh;
  const mark = given.watermark === undefined ? '' : `（${given.watermark}）`;
  drawAcross(draft, place.title, [`${title}${mark}`], looks.title);
  draft.heights.set(place.title, { height: 34 });
  const day = given.day ?? given.at.slice(0, 10);
  drawAcross(draft, place.particulars, [`${bookWords.unit}${colon}${given.unit}`, `${bookWords.by}${colon}${given.by}`, `${bookWords.date}${colon}${day}`, `${bookWords.level}${colon}`], looks.particulars);
  const titles = [bookWords.runningNumber, ...template.columns.map((column) => `${column.title.zh}${column.required ? ' *' : ''}`)];
  titles.forEach((text, at) => draft.cells.set(`${place.header},${at}`, { value: text, style: template.columns[at - 1]?.computed === undefined ? looks.header : looks.reckonedHeader }));
  draft.heights.set(place.header, { height: 8 + 15 * Math.max(...titles.map((text, at) => linesOf(text, draft.widths[at] ?? 8))) });
  template.columns.forEach((column, index) => draft.cells.set(`${place.keys},${index + 1}`, { value: column.key, style: looks.key }));
  draft.heights.set(place.keys, { hidden: true });
}

/** Signatures and closing lines; gives the row after them. */
function drawFoot(draft: Draft, template: RegisterTemplate, given: BookParticulars, from: number): number {
  const signers = template.signatures.length > 0 ? template.signatures : bookWords.signers;
  const lines = Array.from({ length: Math.ceil(signers.length / 4) }, (_, index) => signers.slice(index * 4, index * 4 + 4).map((name) => `${name}${bookWords.colon}`));
  const all = [...lines, ...(given.footer ?? []).map((text) => [text])];
  all.forEach((parts, index) => drawAcross(draft, from + index, parts, looks.particulars));
  return from + all.length;
}

// Parts side by side, each over as many columns as its share of the width takes; narrow sheets join what does not fit.
function drawAcross(draft: Draft, row: number, parts: readonly string[], style: CellStyle): void {
  const groups = groupsOf(draft.page, parts.length);
  const texts = [...parts.slice(0, groups.length - 1), parts.slice(groups.length - 1).join('    ')];
  groups.forEach(([first, last], index) => {
    draft.cells.set(`${row},${first}`, { value: texts[index] ?? '', style });
    if (last > first) draft.merges.push({ startRow: row, endRow: row, startCol: first, endCol: last });
  });
  const lines = Math.max(...groups.map(([first, last], index) => linesOf(texts[index] ?? '', total(draft.page.slice(first, last + 1)))));
  draft.heights.set(row, { height: 8 + 16 * lines });
}

// Who goes on below the signatures types numbers of eighteen digits there too.
function keepDigitsBelow(draft: Draft, template: RegisterTemplate, from: number, to: number): void {
  const kept = template.columns.flatMap((column, index) => (column.computed === undefined && formatOf(column).numFmt === '@' ? [[index + 1, { value: null, style: formatOf(column) }] as const] : []));
  for (let row = from; row <= to; row += 1) for (const [at, cell] of kept) draft.cells.set(`${row},${at}`, cell);
}

function dropDowns(template: RegisterTemplate, lastLine: number): NonNullable<WriteSheet['dataValidations']> {
  const ranges = choiceRanges(template);
  return template.columns.flatMap((column, index) => {
    const formula1 = ranges.get(column.key);
    if (formula1 === undefined) return [];
    const at = letters(index + 1);
    // A cell that takes several values offers the list but lets them be joined.
    const strict = column.type !== 'multi';
    return [{ type: 'list' as const, formula1, range: `${at}${place.body + 1}:${at}${lastLine + 1}`, allowBlank: true, showErrorMessage: strict, errorStyle: 'stop' as const, errorTitle: bookWords.notAllowed, errorMessage: bookWords.dropDown }];
  });
}

const pageWidth = 240;
/** Columns of plain characters on a page at full size. */
const fullSize = 125;

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

// Beyond this a line on one page is too small to read: the sheet goes over several, side by side.
function pagesOf(widths: readonly number[]): number {
  return Math.max(1, Math.ceil(total(widths) / pageWidth));
}

function firstPage(widths: readonly number[]): readonly number[] {
  if (pagesOf(widths) === 1) return widths;
  const room = Math.max(fullSize, (total(widths) / pagesOf(widths)) * 0.95);
  const fitting = widths.filter((_width, at) => total(widths.slice(0, at + 1)) <= room);
  return fitting.length > 0 ? fitting : widths.slice(0, 1);
}

// High enough to write in by hand; a long remark makes its line higher.
function heightOf(cells: readonly SheetCell[], widths: readonly number[]): number {
  const lines = cells.reduce<number>((most, cell, at) => (typeof cell === 'string' ? Math.max(most, linesOf(cell, widths[at] ?? 8)) : most), 1);
  return Math.min(400, 7 + 15 * lines);
}

function pageOf(widths: readonly number[]): NonNullable<WriteSheet['pageSetup']> {
  return {
    paperSize: 'a4',
    orientation: total(widths) > 90 ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: pagesOf(widths),
    fitToHeight: 0,
    margins: { top: 0.6, bottom: 0.7, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
  };
}

// Each page repeats the header, and pages side by side the first columns; the library leaves the sheet's name unquoted, so the name is made here.
function repeatedOnPages(sheet: string, widths: readonly number[]): { readonly name: string; readonly range: string; readonly scope: string } {
  const rows = `'${sheet}'!$${place.header + 1}:$${place.header + 1}`;
  return { name: '_xlnm.Print_Titles', range: pagesOf(widths) > 1 ? `'${sheet}'!$A:$B,${rows}` : rows, scope: sheet };
}
