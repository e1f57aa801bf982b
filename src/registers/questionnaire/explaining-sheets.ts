import { questionnaireWords as words } from '#messages/questionnaire-words.js';
import { bookWords } from '#messages/spellings.js';
import { linesOf, looks } from '../sheet-layout.js';
import type { CellStyle, SheetCell, WriteSheet } from '../spreadsheet.js';

type StyledCells = Map<string, { readonly value: SheetCell; readonly style: CellStyle }>;

const page = { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const;
const width = 130;

/** 填表说明: how to answer, in plain words. */
export function explaining(keys: readonly string[]): WriteSheet {
  const sentences = words.explain.filter((_sentence, index) => index !== 2 || keys.includes('deductions'));
  const cells: StyledCells = new Map(sentences.map((sentence, row) => [`${row},0`, { value: `${row + 1}. ${sentence}`, style: looks.particulars }]));
  const rowDefs = new Map(sentences.map((sentence, row) => [row, { height: 8 + 16 * linesOf(sentence, width) }]));
  return { name: bookWords.explanation, rows: [], cells, rowDefs, columns: [{ width }], pageSetup: page };
}

/** 允许值: conclusions in the first column, departments in the second. */
export function allowedChoices(departments: readonly string[]): WriteSheet {
  const lists = [
    { title: words.titles.value, choices: Object.values(words.conclusions) as readonly string[] },
    ...(departments.length === 0 ? [] : [{ title: words.titles.department, choices: departments }]),
  ];
  const cells: StyledCells = new Map();
  lists.forEach(({ title, choices }, at) => {
    cells.set(`0,${at}`, { value: title, style: looks.header });
    choices.forEach((choice, index) => cells.set(`${index + 1},${at}`, { value: choice, style: looks.plain }));
  });
  return { name: bookWords.allowed, rows: [], cells, columns: lists.map(() => ({ width: 24 })), freezePane: { rows: 1 }, pageSetup: page };
}
