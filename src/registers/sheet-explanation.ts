import type { Column, RegisterTemplate } from '#domain/register.js';
import { bookWords, listJoiner, noWords, yesWords } from '#messages/spellings.js';
import { linesOf, looks } from './sheet-layout.js';
import type { CellStyle, SheetCell, WriteSheet } from './spreadsheet.js';

type StyledCells = Map<string, { readonly value: SheetCell; readonly style: CellStyle }>;

/** What may stand in a column that takes only certain words; undefined where anything may. */
export function choicesOf(column: Column): readonly string[] | undefined {
  if (column.type === 'bool') return [yesWords[0] ?? '', noWords[0] ?? ''];
  return column.type === 'enum' || column.type === 'multi' ? column.values : undefined;
}

/** The sheet that says, column by column, what is wanted. */
export function explanationSheet(template: RegisterTemplate, titles: Readonly<Record<string, string>>): WriteSheet {
  const cells: StyledCells = new Map();
  const heights = new Map<number, { readonly height: number }>();
  bookWords.general.forEach((sentence, index) => cells.set(`${index},0`, { value: `${index + 1}. ${sentence}`, style: looks.particulars }));
  const top = bookWords.general.length + 1;
  bookWords.explanationColumns.forEach((title, at) => cells.set(`${top},${at}`, { value: title, style: looks.header }));
  template.columns.forEach((column, index) => {
    const texts = explained(column, titles);
    texts.forEach((text, at) => cells.set(`${top + 1 + index},${at}`, { value: text === '' ? null : text, style: looks.plain }));
    heights.set(top + 1 + index, { height: 4 + 15 * Math.max(...texts.map((text, at) => linesOf(text, widths[at] ?? 10))) });
  });
  const merges = bookWords.general.map((_sentence, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: widths.length - 1 }));
  return { name: bookWords.explanation, rows: [], cells, merges, rowDefs: heights, columns: widths.map((width) => ({ width })), pageSetup: page };
}

const page = { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
const widths = [24, 10, 26, 48, 44];

function explained(column: Column, titles: Readonly<Record<string, string>>): readonly string[] {
  const { colon, required, optional, reckoned, reference, types } = bookWords;
  if (column.computed !== undefined) return [column.title.zh, '', reckoned, '', column.note ?? ''];
  const books = [column.register ?? []]
    .flat()
    .map((id) => titles[id] ?? id)
    .join(listJoiner);
  const how = books === '' ? types[column.type] : reference.replace('{register}', books);
  const also = column.synonyms.length === 0 ? '' : `${bookWords.alsoCalled}${colon}${column.synonyms.join(listJoiner)}`;
  const notes = [column.note ?? '', also].filter((part) => part !== '').join('\n');
  return [column.title.zh, column.required ? required : optional, how, (choicesOf(column) ?? []).join(listJoiner), notes];
}

/** The sheet that holds the lists to choose from: one column each. */
export function allowedSheet(template: RegisterTemplate): WriteSheet {
  const lists = listed(template);
  const cells: StyledCells = new Map();
  lists.forEach(({ column, choices }, at) => {
    cells.set(`0,${at}`, { value: column.title.zh, style: looks.header });
    choices.forEach((choice, index) => cells.set(`${index + 1},${at}`, { value: choice, style: looks.plain }));
  });
  return { name: bookWords.allowed, rows: [], cells, columns: lists.map(() => ({ width: 20 })), freezePane: { rows: 1 }, pageSetup: page };
}

/** Where the choices of each such column stand, as a drop-down refers to them. */
export function choiceRanges(template: RegisterTemplate): ReadonlyMap<string, string> {
  return new Map(listed(template).map(({ column, choices }, at) => [column.key, `'${bookWords.allowed}'!$${letters(at)}$2:$${letters(at)}$${choices.length + 1}`]));
}

function listed(template: RegisterTemplate): readonly { readonly column: Column; readonly choices: readonly string[] }[] {
  return template.columns.flatMap((column) => {
    const choices = column.computed === undefined ? choicesOf(column) : undefined;
    return choices === undefined ? [] : [{ column, choices }];
  });
}

/** A, B … Z, AA: the name of a column counted from 0. */
export function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`;
}
