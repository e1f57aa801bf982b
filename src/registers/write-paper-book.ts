import type { Block, ReportDocument } from '#domain/report-document.js';
import { bookWords } from '#messages/spellings.js';
import { looks } from './sheet-layout.js';
import { saveWorkbook, type CellStyle, type SheetCell, type WriteSheet } from './spreadsheet.js';

/** Name and cells of a sheet; the first row is a header. */
interface Draft {
  readonly name: string;
  readonly rows: SheetCell[][];
  readonly widths: readonly number[];
}

/** A paper as a workbook: its text on the first sheet, each table on one of its own. */
export function writePaperBook(document: ReportDocument, footer: string): Promise<Uint8Array> {
  const text: SheetCell[][] = [];
  const tables: Draft[] = [];
  let heading = document.title;
  for (const block of document.blocks) {
    const lines = linesOf(block);
    if (isHeading(block)) heading = lines[0] ?? heading;
    for (const table of tablesIn(block)) {
      tables.push({ name: heading, rows: [[...table.head], ...table.rows.map((row) => row.map(cellOf))], widths: table.widths });
      text.push([`→ ${String(tables.length)} ${heading}`]);
    }
    text.push(...lines.map((line) => [line]));
  }
  const sheets = [sheet({ name: document.title, rows: [...text, [footer]], widths: [100] }, 0), ...tables.map((draft, index) => sheet(draft, index + 1))];
  return saveWorkbook({ sheets, defaultFont: { name: bookWords.font, size: 11 } }, document.at);
}

function sheet({ name, rows, widths }: Draft, at: number): WriteSheet {
  const cells = new Map<string, { readonly value: SheetCell; readonly style: CellStyle }>();
  rows.forEach((row, r) => { row.forEach((value, c) => cells.set(`${r},${c}`, { value, style: at > 0 && r === 0 ? looks.header : at > 0 ? looks.plain : { alignment: { wrapText: true, vertical: 'top' } } })); });
  const total = widths.reduce((sum, width) => sum + width, 0);
  return {
    name: `${at === 0 ? '' : `${String(at)} `}${name.replace(/[\\/?*[\]:'\n]/g, ' ')}`.slice(0, 31),
    rows: rows.map((row) => row.map(() => null)),
    columns: widths.map((width) => ({ width: Math.max(8, Math.min(60, (width / total) * (at === 0 ? 100 : 130))) })),
    cells,
    ...(at > 0 ? { freezePane: { rows: 1, columns: 0 } } : {}),
    pageSetup: { paperSize: 'a4', orientation: widths.length > 5 ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { top: 0.6, bottom: 0.7, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: `&C${bookWords.pages}` },
  };
}

function isHeading({ kind }: Block): boolean {
  return kind === 'heading' || kind === 'attachment' || kind === 'form-head';
}

interface PaperTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

function tablesIn(block: Block): readonly PaperTable[] {
  if (block.kind === 'table') return [{ head: block.columns.map(({ title }) => title), rows: block.rows, widths: block.columns.map(({ width }) => width) }];
  if (block.kind === 'form-table') return block.bands.map(({ columns, rows }) => ({ head: columns.map(({ title }) => title), rows, widths: columns.map(({ width }) => width) }));
  return [];
}

type Liner = { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => readonly string[] };

const liners: Liner = {
  heading: ({ text }) => [text],
  paragraph: ({ text }) => [text],
  grid: ({ rows }) => rows.map((row) => row.join('  ')),
  score: ({ label, value, detail }) => [`${label}  ${value}`, detail],
  counts: ({ items }) => [items.map(({ label, value }) => `${label} ${String(value)}`).join('  ')],
  bars: ({ bars }) => bars.map(({ label, text }) => `${label}  ${text}`),
  trend: ({ label, points }) => [label, ...points.map((point) => `${point.label}  ${point.text}`)],
  table: () => [],
  card: ({ title, badge, rows }) => [`${title}  ${badge}`, ...rows.map((row) => row.join('  '))],
  signatures: ({ lines, seal }) => [...lines, seal],
  verification: ({ rows }) => rows.map((row) => row.join('  ')),
  'form-head': ({ title, fields }) => [title, fields.join('  ')],
  'form-table': () => [],
  'form-card': ({ rows }) => rows.flatMap((cells) => cells.map(({ label, value }) => `${label}  ${value}`)),
  'form-signatures': ({ signers, date }) => [[...signers, date].join('  ')],
  'page-break': () => [],
  official: ({ text }) => [text],
  'attachment-list': ({ label, titles }) => [label, ...titles.map((title, index) => `${String(index + 1)}. ${title}`)],
  'sign-off': ({ unit, date }) => [unit, date],
  attachment: ({ label, title }) => [`${label} ${title}`],
};

function linesOf(block: Block): readonly string[] {
  return (liners[block.kind] as (block: Block) => readonly string[])(block);
}

// Figures are numbers, so that they can be added up; everything else is text, never a formula.
function cellOf(text: string): SheetCell {
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(text) && !/^-?0\d/.test(text) ? Number(text) : text;
}
