import { bookWords } from '#messages/spellings.js';
import { linesOf, looks } from './sheet-layout.js';
import { saveWorkbook, type CellStyle, type WriteSheet } from './spreadsheet.js';
import { sheetPage, tableSheet, type SheetTable } from './table-sheet.js';

/** A list with what it is about: labels and values first, then the list. */
export interface HeadedTable {
  readonly title: string;
  /** Stands behind the title, e.g. 演示数据. */
  readonly mark?: string;
  readonly head: { readonly name: string; readonly rows: readonly (readonly [string, string])[] };
  readonly items: Omit<SheetTable, 'emphasis'>;
}

const headWidths = [18, 78] as const;
const itemsWidth = 300;

/** A headed table as a workbook of two sheets, for a screen first and for paper across. */
export function writeTableBook(table: HeadedTable, at: string): Promise<Uint8Array> {
  const items = tableSheet({ ...table.items, emphasis: [] }, itemsWidth);
  const pages = { ...sheetPage, orientation: 'landscape', fitToWidth: 2 } as const;
  // On the second sheet of paper side by side the first columns say which row it is.
  const repeated = { name: '_xlnm.Print_Titles', range: `'${items.name}'!$A:$B,'${items.name}'!$1:$1`, scope: items.name };
  const sheets = [headSheet(table), { ...items, freezePane: { rows: 1, columns: 2 }, pageSetup: pages }];
  return saveWorkbook({ sheets, namedRanges: [repeated], defaultFont: { name: bookWords.font, size: 11 } }, at);
}

function headSheet({ title, mark, head: { name, rows } }: HeadedTable): WriteSheet {
  const headline = mark === undefined ? title : `${title}  ${mark}`;
  const cells = new Map<string, { readonly value: string; readonly style: CellStyle }>([['0,0', { value: headline, style: looks.title }]]);
  rows.forEach(([label, value], index) => {
    cells.set(`${String(index + 1)},0`, { value: label, style: looks.header });
    cells.set(`${String(index + 1)},1`, { value, style: { ...looks.plain, numFmt: '@' } });
  });
  return {
    name,
    columns: headWidths.map((width) => ({ width })),
    cells,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
    rowDefs: new Map([[0, { height: 36 }], ...rows.map(([, value], index) => [index + 1, { height: 7 + 15 * linesOf(value, headWidths[1]) }] as const)]),
    pageSetup: { ...sheetPage, orientation: 'portrait' },
  };
}
