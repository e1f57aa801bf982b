import { bookWords } from '#messages/spellings.js';
import { linesOf, looks } from './sheet-layout.js';
import type { CellStyle, SheetCell, WriteSheet } from './spreadsheet.js';

/** How a sheet that is no book is printed: as wide as the paper. */
export const sheetPage = { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.4, header: 0.3, footer: 0.3 } } as const;

/** A table with the name of its sheet; rows that are emphasised are counted from 0. */
export interface SheetTable {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number; readonly align: 'left' | 'right' | 'center' }[];
  readonly rows: readonly (readonly string[])[];
  readonly emphasis: readonly number[];
}

/** A table as a sheet: its header stays in sight and stands on each page; `width` is that of all columns together. */
export function tableSheet({ name, columns, rows, emphasis }: SheetTable, width = 130): WriteSheet {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.max(6, Math.round((column.width / total) * width)));
  const cells = new Map<string, { readonly value: SheetCell; readonly style: CellStyle }>();
  columns.forEach(({ title }, at) => cells.set(`0,${String(at)}`, { value: title, style: looks.header }));
  rows.forEach((row, index) => {
    columns.forEach(({ align }, at) => cells.set(`${String(index + 1)},${String(at)}`, cellOf(row[at] ?? '', align, emphasis.includes(index))));
  });
  const heights = [columns.map(({ title }) => title), ...rows].map((row, at) => [at, { height: 6 + 15 * Math.max(1, ...row.map((text, column) => linesOf(text, widths[column] ?? 8))) }] as const);
  return {
    name,
    columns: widths.map((each) => ({ width: each })),
    cells,
    rowDefs: new Map(heights),
    freezePane: { rows: 1 },
    pageSetup: { ...sheetPage, orientation: columns.length > 6 ? 'landscape' : 'portrait' },
    headerFooter: { oddFooter: `&C${bookWords.pages}` },
  };
}

// Numbers in a column of numbers can be added up; all else is kept as text, also when somebody writes on in the cell.
function cellOf(text: string, align: SheetTable['columns'][number]['align'], isBold: boolean): { readonly value: SheetCell; readonly style: CellStyle } {
  const isNumber = align === 'right' && /^-?(0|[1-9]\d{0,13})(\.\d{1,6})?$/.test(text);
  const style: CellStyle = {
    ...looks.plain,
    alignment: { ...looks.plain.alignment, horizontal: align },
    ...(isNumber ? {} : { numFmt: '@' }),
    ...(isBold ? { font: { name: bookWords.font, size: 11, bold: true } } : {}),
  };
  return { value: text === '' ? null : isNumber ? Number(text) : text, style };
}
