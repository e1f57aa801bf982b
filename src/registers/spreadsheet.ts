import { readXlsx, writeXlsx, type Cell, type Sheet, type WriteOptions } from 'hucre/xlsx';
import { AppError } from '#domain/app-error.js';
import { excessOf, sheetLimits } from './sheet-extent.js';
import { packStored, unpackGuarded, type ArchivePart } from './zip-guard.js';

/** What stands in a cell of a sheet. A day is a Date at midnight UTC. */
export type SheetCell = string | number | boolean | Date | null;

/** A rectangle of cells that were made one; rows and columns count from 0. */
export type Merge = NonNullable<Sheet['merges']>[number];

/** The values of one visible sheet. */
export interface OpenedSheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly merges: readonly Merge[];
  /** Cells `row,column` with a formula that no program has reckoned yet. */
  readonly unreckoned: ReadonlySet<string>;
  readonly widths: readonly (number | undefined)[];
  readonly hiddenRows: readonly number[];
}

export interface OpenedWorkbook {
  readonly sheets: readonly OpenedSheet[];
  /** Days count from 1904, as spreadsheets on old Macs had it. */
  readonly is1904: boolean;
}

/** How a cell looks. */
export type CellStyle = NonNullable<Cell['style']>;

/** A sheet as it is written. */
export type WriteSheet = WriteOptions['sheets'][number];

/** The visible sheets of an .xlsx file whose names are wanted. What could overwhelm the library is refused before it reads. */
export async function openWorkbook(bytes: Uint8Array, file: string, isWanted: (name: string) => boolean): Promise<OpenedWorkbook> {
  const { names, parts } = unpackGuarded(bytes, file, isRead);
  refuseOthers(names, file);
  for (const part of parts) refuseHostile(part, file);
  const workbook = await readParts(parts, file, isWanted);
  for (const sheet of workbook.sheets) refuseOverlaps(sheet, file);
  return { sheets: workbook.sheets.map(openedSheet), is1904: workbook.dateSystem === '1904' };
}

// Pictures, comments, themes and the like hold no cells; what is not opened cannot do harm.
const ignored = /(^|\/)(drawings|media|charts|comments\d*\.xml|threadedComments|persons|externalLinks|pivot\w+|theme|customXml|docProps|slicers?|slicerCaches|timelines?|timelineCaches|tables|embeddings|activeX|ctrlProps|printerSettings|cellimages\.xml|worksheets\/_rels)(\/|$)/i;

function isRead(name: string): boolean {
  return /\.(xml|rels)$/i.test(name) && !ignored.test(name);
}

function refuseOthers(names: readonly string[], file: string): void {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/(^|\/)vbaProject\.bin$/i)) throw new AppError('workbook-macros', { file });
  if (has(/^content\.xml$/)) throw new AppError('workbook-other-format', { file, format: 'ods' });
  if (has(/^xl\/workbook\.bin$/i)) throw new AppError('workbook-other-format', { file, format: 'xlsb' });
  if (has(/^word\//)) throw new AppError('workbook-other-format', { file, format: 'docx' });
  if (!has(/^\[Content_Types\]\.xml$/i)) throw new AppError('workbook-other-format', { file, format: 'zip' });
}

function refuseHostile({ content }: ArchivePart, file: string): void {
  if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw new AppError('workbook-suspicious', { file, detail: 'DOCTYPE' });
  const excess = excessOf(content);
  if (excess === 'rows') throw new AppError('workbook-too-many-rows', { file, limit: 50_000 });
  if (excess === 'columns') throw new AppError('workbook-too-many-columns', { file, limit: 80 });
}

// Merged cells never overlap: taken together they cover no more than the sheet itself.
function refuseOverlaps({ rows, merges = [] }: Sheet, file: string): void {
  const covered = merges.reduce((sum, { startRow, endRow }) => sum + Math.max(0, Math.min(endRow, rows.length) - startRow), 0);
  if (covered > rows.length * 80) throw new AppError('workbook-suspicious', { file, detail: 'mergeCells' });
}

async function readParts(parts: readonly ArchivePart[], file: string, isWanted: (name: string) => boolean): Promise<Awaited<ReturnType<typeof readXlsx>>> {
  try {
    const range = `A1:${sheetLimits.lastColumn}${sheetLimits.rows}`;
    return await readXlsx(packStored(parts), { range, readStyles: parts.some(hasPaddedFormat), sheets: ({ name, hidden, veryHidden }) => hidden !== true && veryHidden !== true && isWanted(name) });
  } catch (cause) {
    // Whatever the library stumbles over, the officer can do one thing: have the spreadsheet program write the file anew.
    throw new AppError('workbook-damaged', { file, detail: cause instanceof Error ? cause.name : 'xlsx' }, { cause });
  }
}

// 7 that is shown as 007 is meant as 007; looking at styles costs a quarter more, so only where such a format exists.
function hasPaddedFormat({ name, content }: ArchivePart): boolean {
  return /styles\.xml$/i.test(name) && /formatCode="0{2,}"/.test(content.toString('latin1'));
}

function openedSheet({ name, rows, merges, cells, columns, rowDefs }: Sheet): OpenedSheet {
  return {
    name,
    rows: withPadding(rows, cells),
    merges: merges ?? [],
    unreckoned: new Set([...(cells ?? [])].filter(([, cell]) => cell.formula !== undefined && cell.value === null).map(([at]) => at)),
    widths: (columns ?? []).map(({ width }) => width),
    hiddenRows: [...(rowDefs ?? [])].filter(([, row]) => row.hidden === true).map(([index]) => index),
  };
}

function withPadding(rows: Sheet['rows'], cells: Sheet['cells']): Sheet['rows'] {
  const padded = new Map([...(cells ?? [])].flatMap(([at, { value, style }]) => (typeof value === 'number' && /^0{2,}$/.test(style?.numFmt ?? '') ? [[at, String(value).padStart(style?.numFmt?.length ?? 0, '0')] as const] : [])));
  return padded.size === 0 ? rows : rows.map((row, index) => row.map((value, at) => padded.get(`${index},${at}`) ?? value));
}

/** The bytes of a workbook; the same for the same content, as its moment is given. */
export async function saveWorkbook(content: WriteOptions, at: string): Promise<Uint8Array> {
  const moment = new Date(at);
  const sheets = content.sheets.map((sheet) => ({
    ...sheet,
    rows: (sheet.rows ?? []).map((row) => row.map(literal)),
    cells: new Map([...(sheet.cells ?? [])].map(([at, cell]) => [at, { ...cell, value: literal(cell.value ?? null) }])),
  }));
  return writeXlsx({ ...content, sheets, properties: { creator: 'zicha', created: moment, modified: moment } });
}

// `_x0041_` in a cell means A to a spreadsheet: where somebody typed it, it stands for itself.
function literal(value: SheetCell): SheetCell {
  return typeof value === 'string' && value.includes('_x') ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : value;
}
