import type { ReportDocument } from '#domain/report-document.js';
import { bookWords } from '#messages/spellings.js';
import { paperParts, type PaperSeal, type TextLine } from './paper-parts.js';
import { linesOf, looks } from './sheet-layout.js';
import { saveWorkbook, type CellStyle, type WriteSheet } from './spreadsheet.js';
import { sheetPage, tableSheet } from './table-sheet.js';

const textWidth = 96;

const textLooks: Readonly<Record<TextLine['look'], CellStyle>> = {
  title: looks.title,
  heading: { font: { name: bookWords.titleFont, size: 12 }, alignment: { vertical: 'center', wrapText: true } },
  text: { alignment: { vertical: 'center', wrapText: true } },
};

/** A paper as a workbook: its text on the first sheet, each of its tables on a sheet of its own, to sort and reckon with. */
export function writePaperBook(document: ReportDocument, seal: PaperSeal): Promise<Uint8Array> {
  const names = sheetNamer(bookWords.paperText);
  const { lines, tables } = paperParts(document, seal, names);
  const sheets = [textSheet(lines), ...tables.map((table) => tableSheet(table))];
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
    pageSetup: { ...sheetPage, orientation: 'portrait' },
    headerFooter: { oddFooter: `&C${bookWords.pages}` },
  };
}
