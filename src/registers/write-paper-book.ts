import type { ReportDocument } from '#domain/report-document.js';
import { bookWords } from '#messages/spellings.js';
import { paperParts, type PaperSeal, type PaperTable, type TextLine } from './paper-parts.js';
import { linesOf, looks } from './sheet-layout.js';
import { saveWorkbook, type CellStyle, type SheetCell, type WriteSheet } from './spreadsheet.js';

const textWidth = 96;
const tableWidth = 130;
const page = { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { top: 0.6, bottom: 0.7, left: 0.5, right: 0.4, header: 0.3, footer: 0.3 } } as const;

const textLooks: Readonly<Record<TextLine['look'], CellStyle>> = {
  title: looks.title,
  heading: { font: { name: bookWords.titleFont, size: 12 }, alignment: { vertical: 'center', wrapText: true } },
  text: { alignment: { vertical: 'center', wrapText: true } },
};

/** A paper as a workbook: its text on the first sheet, each of its tables on a sheet of its own, to sort and reckon with. */
export function writePaperBook(document: ReportDocument, seal: PaperSeal): Promise<Uint8Array> {
  const names = sheetNamer(bookWords.paperText);
  const { lines, tables } = paperParts(document, seal, names);
  const sheets = [textSheet(lines), ...tables.map(tableSheet)];
  const repeated = tables.map(({ name }) => ({ name: '_xlnm.Print_Titles', range: `'${name}'!$1:$1`, scope: name }));
  return saveWorkbook({ sheets, namedRanges: repeated, defaultFont: { name: bookWords.font, size: 11 } }, document.at);
}

/** Names for sheets: 31 characters at most, without the marks that are not allowed, none twice whatever the case. */
function sheetNamer(first: string): (wanted: string) => string {
  const taken = new Set([first.toLowerCase()]);
  return (wanted) => {
    const base = wanted.replace(/[\\/?*[\]:'\u0000-\u001f]/g, ' ').trim();
    for (let count = 1; ; count += 1) {
      const tail = count === 1 && base !== '' ? '' : String(count);
      const name = `${[...base].slice(0, 26).join('')}${tail}`.slice(0, 31);
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

function textSheet(lines: readonly TextLine[]): WriteSheet {
  return {
    name: bookWords.paperText,
    columns: [{ width: textWidth }],
    cells: new Map(lines.map(({ text, look }, row) => [`${String(row)},0`, { value: text, style: textLooks[look] }])),
    rowDefs: new Map(lines.map(({ text }, row) => [row, { height: 6 + 15 * linesOf(text, textWidth) }])),
    pageSetup: { ...page, orientation: 'portrait' },
    headerFooter: { oddFooter: `&C${bookWords.pages}` },
  };
}

function tableSheet({ name, columns, rows, emphasis }: PaperTable): WriteSheet {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.max(6, Math.round((width / total) * tableWidth)));
  const cells = new Map<string, { readonly value: SheetCell; readonly style: CellStyle }>();
  columns.forEach(({ title }, at) => cells.set(`0,${String(at)}`, { value: title, style: looks.header }));
  rows.forEach((row, index) => {
    columns.forEach(({ align }, at) => cells.set(`${String(index + 1)},${String(at)}`, cellOf(row[at] ?? '', align, emphasis.includes(index))));
  });
  const heights = [columns.map(({ title }) => title), ...rows].map((row, at) => [at, { height: 6 + 15 * Math.max(1, ...row.map((text, column) => linesOf(text, widths[column] ?? 8))) }] as const);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    cells,
    rowDefs: new Map(heights),
    freezePane: { rows: 1 },
    pageSetup: { ...page, orientation: columns.length > 6 ? 'landscape' : 'portrait' },
    headerFooter: { oddFooter: `&C${bookWords.pages}` },
  };
}

// Numbers in a column of numbers can be added up; all else is kept as text, also when somebody writes on in the cell.
function cellOf(text: string, align: PaperTable['columns'][number]['align'], isBold: boolean): { readonly value: SheetCell; readonly style: CellStyle } {
  const isNumber = align === 'right' && /^-?(0|[1-9]\d{0,13})(\.\d{1,6})?$/.test(text);
  const style: CellStyle = {
    ...looks.plain,
    alignment: { ...looks.plain.alignment, horizontal: align },
    ...(isNumber ? {} : { numFmt: '@' }),
    ...(isBold ? { font: { name: bookWords.font, size: 11, bold: true } } : {}),
  };
  return { value: text === '' ? null : isNumber ? Number(text) : text, style };
}
