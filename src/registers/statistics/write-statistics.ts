import type { StatisticsSheet } from '#domain/statistics.js';
import { bookWords } from '#messages/spellings.js';
import { linesOf, looks } from '../sheet-layout.js';
import { saveWorkbook, type CellStyle, type SheetCell, type WriteSheet } from '../spreadsheet.js';

/** Who fills it in, and when; nothing of it where the sheet is blank. */
export interface SheetParticulars {
  readonly unit: string;
  readonly by: string;
  readonly day: string;
  /** The moment that the file carries. */
  readonly at: string;
  /** Stands behind the title, e.g. 演示数据. */
  readonly watermark?: string;
}

const pageWidth = 92;
const signingHeight = 30;
/** Title, particulars and header stand above. */
const body = 3;
const page = { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.4, header: 0.3, footer: 0.3 } } as const;
const centred: CellStyle = { ...looks.plain, alignment: { ...looks.plain.alignment, horizontal: 'center' } };

/** A statistical table as a workbook of one sheet: title, particulars, header, rows, notes, signatures. */
export function writeStatistics(sheet: StatisticsSheet, given: SheetParticulars): Promise<Uint8Array> {
  const name = sheet.title.slice(0, 31);
  const content = {
    sheets: [{ name, ...drawn(sheet, given), freezePane: { rows: body }, pageSetup: page, headerFooter: { oddFooter: `&C${bookWords.pages}` } }],
    namedRanges: [{ name: '_xlnm.Print_Titles', range: `'${name}'!$3:$3`, scope: name }],
    defaultFont: { name: bookWords.font, size: 11 },
  };
  return saveWorkbook(content, given.at);
}

function drawn(sheet: StatisticsSheet, given: SheetParticulars): Pick<WriteSheet, 'columns' | 'cells' | 'merges' | 'rowDefs'> {
  const widths = widthsOf(sheet);
  const draft: Draft = { cells: new Map(), merges: [], heights: new Map(), last: widths.length - 1 };
  const mark = given.watermark === undefined ? '' : `（${given.watermark}）`;
  across(draft, 0, `${sheet.title}${mark}`, looks.title, 34);
  across(draft, 1, particularsOf(sheet, given), looks.particulars);
  sheet.columns.forEach(({ title }, at) => draft.cells.set(`2,${at}`, { value: title, style: looks.header }));
  sheet.rows.forEach((row, index) => {
    row.forEach((value, at) => draft.cells.set(`${body + index},${at}`, { value: value === '' ? null : value, style: sheet.columns[at]?.align === 'center' ? centred : looks.plain }));
    draft.heights.set(body + index, { height: 6 + 15 * Math.max(...row.map((value, at) => linesOf(String(value), widths[at] ?? 8))) });
  });
  const below = body + sheet.rows.length;
  sheet.notes.forEach((text, index) => { across(draft, below + index, text, looks.particulars); });
  // A line each: there is room for the ink, and for the seal.
  sheet.signatures.forEach((name, index) => { across(draft, below + sheet.notes.length + index, `${name}${bookWords.colon}`, looks.particulars, signingHeight); });
  return { columns: widths.map((width) => ({ width })), cells: draft.cells, merges: draft.merges, rowDefs: draft.heights };
}

interface Draft {
  readonly cells: Map<string, { readonly value: SheetCell; readonly style: CellStyle }>;
  readonly merges: { startRow: number; endRow: number; startCol: number; endCol: number }[];
  readonly heights: Map<number, { readonly height: number }>;
  /** The last column. */
  readonly last: number;
}

function across({ cells, merges, heights, last }: Draft, row: number, text: string, style: CellStyle, height?: number): void {
  cells.set(`${row},0`, { value: text, style });
  merges.push({ startRow: row, endRow: row, startCol: 0, endCol: last });
  heights.set(row, { height: height ?? 8 + 15 * linesOf(text, pageWidth) });
}

function widthsOf({ columns }: StatisticsSheet): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => Math.round((width / total) * pageWidth * 10) / 10);
}

function particularsOf({ form }: StatisticsSheet, { unit, by, day }: SheetParticulars): string {
  const { colon } = bookWords;
  const parts = [`${bookWords.unit}${colon}${unit}`, `${bookWords.by}${colon}${by}`, `${bookWords.date}${colon}${day}`, `${bookWords.level}${colon}`, form];
  return parts.filter((each) => each !== '').join('    ');
}
