import type { Question, Questionnaire } from '#domain/questionnaire.js';
import { questionnaireWords as words } from '#messages/questionnaire-words.js';
import { bookWords, listJoiner } from '#messages/spellings.js';
import { letters } from '../sheet-explanation.js';
import { linesOf, looks } from '../sheet-layout.js';
import { saveWorkbook, type CellStyle, type SheetCell, type WriteSheet } from '../spreadsheet.js';
import { conclusionText, deductionsText, rulesText } from './cell-words.js';
import { allowedChoices, explaining } from './explaining-sheets.js';
import { colours } from './sheet-colours.js';
import { machineKeys, openKeys, shownKeys } from './sheet-columns.js';

/** Rows of the sheet, counted from 0. */
const place = { title: 0, particulars: 1, counter: 2, header: 3, keys: 4, body: 5 };
const widths: Readonly<Record<(typeof shownKeys)[number], number>> = { section: 13, objective: 30, how: 34, points: 6, value: 10, fact: 26, deductions: 13, department: 11, due_on: 12, evidence: 13, answered_by: 9, answered_on: 12 };

/** The questions of one subject as a workbook to be filled in by hand: grey cells are locked, white ones are open. */
export function writeQuestionnaire(questionnaire: Questionnaire): Promise<Uint8Array> {
  const keys = shownKeys.filter((key) => key !== 'deductions' || questionnaire.questions.some(({ deductions }) => deductions.length > 0));
  const titles = [bookWords.runningNumber, ...keys.map((key) => words.titles[key])];
  const pages = { name: '_xlnm.Print_Titles', range: `'${words.sheet}'!$${place.header + 1}:$${place.header + 1}`, scope: words.sheet };
  const area = { name: '_xlnm.Print_Area', range: `'${words.sheet}'!$A$1:$${letters(keys.length)}$${place.body + questionnaire.questions.length + 1}`, scope: words.sheet };
  const sheets = [questionSheet(questionnaire, keys, titles), explaining(keys), allowedChoices(questionnaire.departments)];
  return saveWorkbook({ sheets, namedRanges: [pages, area], defaultFont: { name: bookWords.font, size: 11 } }, questionnaire.exportedAt);
}

type ShownKey = (typeof shownKeys)[number];
interface Drawn {
  readonly value: SheetCell;
  readonly style: CellStyle;
  readonly formula?: string;
}

function questionSheet(questionnaire: Questionnaire, keys: readonly ShownKey[], titles: readonly string[]): WriteSheet {
  const { questions } = questionnaire;
  const cells = new Map<string, Drawn>();
  const last = keys.length;
  const heights = new Map<number, { height?: number; hidden?: boolean }>([[place.title, { height: 32 }], [place.particulars, { height: 24 }], [place.counter, { height: 20 }], [place.header, { height: 34 }], [place.keys, { hidden: true }]]);
  const merges = drawHead(cells, questionnaire, keys);
  const columns = [...keys, ...machineKeys];
  titles.forEach((title, at) => cells.set(`${place.header},${at}`, { value: title, style: looks.header }));
  machineKeys.forEach((key, index) => cells.set(`${place.header},${last + 1 + index}`, { value: words.titles[key], style: looks.key }));
  ['row_no', ...columns].forEach((key, at) => cells.set(`${place.keys},${at}`, { value: key, style: looks.key }));
  questions.forEach((question, index) => {
    const row = place.body + index;
    drawQuestion(cells, row, index, question, keys);
    machineTexts(questionnaire, question).forEach((text, at) => cells.set(`${row},${last + 1 + at}`, { value: text, style: looks.key }));
    heights.set(row, { height: heightOf(question, keys) });
  });
  const foot = place.body + questions.length;
  merges.push(...drawSigners(cells, foot, last));
  heights.set(foot, { height: 30 });
  return {
    name: words.sheet,
    rows: [],
    cells,
    merges,
    rowDefs: heights,
    columns: [{ width: 5 }, ...keys.map((key) => ({ width: widths[key] })), ...machineKeys.map(() => ({ width: 10, hidden: true }))],
    dataValidations: dropDowns(keys, questions.length, questionnaire.departments.length),
    conditionalRules: colours(keys, place.body + 1, place.body + questions.length),
    freezePane: { rows: place.body, columns: 1 },
    // No password: it keeps hands from slipping, nothing else. Rows and columns may be sized.
    protection: { sheet: true, formatCells: true, formatColumns: true, formatRows: true, selectLockedCells: true, selectUnlockedCells: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: `&L${questionnaire.roundNumber}&C${bookWords.pages}` },
  };
}

function drawHead(cells: Map<string, Drawn>, questionnaire: Questionnaire, keys: readonly ShownKey[]): NonNullable<WriteSheet['merges']> {
  const { colon } = bookWords;
  const { subject, roundTitle, roundNumber, unit, periodText, deadline, watermark, questions } = questionnaire;
  const last = keys.length;
  cells.set(`${place.title},0`, { value: `${roundTitle}${watermark === undefined ? '' : `（${watermark}）`}`, style: looks.title });
  const parts = [`${bookWords.unit}${colon}${unit}`, `${words.subject}${colon}${subject.label}`, `${words.round}${colon}${roundNumber}`, `${words.period}${colon}${periodText}`, ...(deadline === undefined ? [] : [`${words.deadline}${colon}${deadline}`])];
  const split = keys.indexOf('fact') + 1;
  cells.set(`${place.particulars},0`, { value: parts.join('    '), style: looks.particulars });
  cells.set(`${place.particulars},${split + 1}`, { value: `${bookWords.by}${colon}`, style: { ...looks.particulars, border: { bottom: looks.plain.border.bottom }, protection: { locked: false } } });
  const answered = questions.filter(({ previous, isInformation }) => previous?.value !== undefined || (isInformation && previous?.fact !== undefined)).length;
  cells.set(`${place.counter},0`, { formula: `"${words.answered}"&${countFormula(questions, keys)}&"/${questions.length}"`, value: `${words.answered}${answered}/${questions.length}`, style: { font: { name: bookWords.font, size: 12, bold: true }, alignment: { vertical: 'center' } } });
  cells.set(`${place.counter},3`, { value: words.legend, style: { font: { name: bookWords.font, size: 10, color: { rgb: '606060' } }, alignment: { vertical: 'center' } } });
  return [across(place.title, 0, last), across(place.particulars, 0, split), across(place.particulars, split + 1, last), across(place.counter, 0, 2), across(place.counter, 3, last)];
}

// What only asks to know is answered by its fact alone; the hidden rules say which items these are.
function countFormula(questions: readonly Question[], keys: readonly ShownKey[]): string {
  const range = (column: number): string => rangeOf(letters(column), questions.length);
  const value = range(keys.indexOf('value') + 1);
  if (!questions.some(({ isInformation }) => isInformation)) return `COUNTA(${value})`;
  const rules = range(keys.length + machineKeys.indexOf('item_rules') + 1);
  return `SUMPRODUCT(--(((${value}<>"")+(${range(keys.indexOf('fact') + 1)}<>"")*ISNUMBER(SEARCH("information",${rules})))>0))`;
}

function rangeOf(column: string, count: number): string {
  return `${column}${place.body + 1}:${column}${place.body + count}`;
}

function across(row: number, startCol: number, endCol: number): NonNullable<WriteSheet['merges']>[number] {
  return { startRow: row, endRow: row, startCol, endCol };
}

const grey = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } } as const;
const centred: readonly string[] = ['section', 'points', 'value', 'department', 'due_on', 'answered_by', 'answered_on'];

function drawQuestion(cells: Map<string, Drawn>, row: number, index: number, question: Question, keys: readonly ShownKey[]): void {
  cells.set(`${row},0`, { value: index + 1, style: { ...looks.runningNumber, fill: grey } });
  keys.forEach((key, at) => cells.set(`${row},${at + 1}`, { value: valueAt(key, question), style: styleOf(key) }));
}

function styleOf(key: ShownKey): CellStyle {
  const { border, alignment } = looks.plain;
  const isDay = key === 'due_on' || key === 'answered_on';
  const base = { border, alignment: { ...alignment, ...(centred.includes(key) && { horizontal: 'center' as const }) }, numFmt: isDay ? 'yyyy-mm-dd' : '@' };
  return openKeys.includes(key) ? { ...base, protection: { locked: false } } : { ...base, fill: grey };
}

function valueAt(key: ShownKey, question: Question): SheetCell {
  const { previous } = question;
  const texts: Readonly<Record<ShownKey, () => string | undefined>> = {
    section: () => question.section,
    objective: () => question.objective,
    how: () => howText(question),
    points: () => question.points,
    value: () => previous && conclusionText(previous),
    fact: () => previous?.fact,
    deductions: () => previous && deductionsText(previous.deductions),
    department: () => previous?.department,
    due_on: () => previous?.dueOn,
    evidence: () => previous?.evidence.join(listJoiner),
    answered_by: () => previous?.by,
    answered_on: () => previous?.on,
  };
  const text = texts[key]() ?? '';
  if (text === '') return null;
  return key === 'due_on' || key === 'answered_on' ? new Date(`${text}T00:00:00.000Z`) : text;
}

function howText({ how, deductions }: Question): string {
  const options = deductions.map(({ id, when, points: [low, high], perOccurrence }) => `${id} ${when}（${perOccurrence ? words.each : ''}${low === high ? String(low) : `${String(low)}${words.to}${String(high)}`}${words.points}）`);
  return [how, ...(options.length === 0 ? [] : [words.options, ...options])].filter((line) => line !== '').join('\n');
}

function machineTexts({ roundId, subject, checklistDigest, exportedAt }: Questionnaire, question: Question): readonly string[] {
  return [roundId, subject.key, checklistDigest, exportedAt, question.itemId, question.itemDigest, rulesText(question)];
}

// Excel shows no row higher than 409 points.
function heightOf(question: Question, keys: readonly ShownKey[]): number {
  const lines = keys.map((key) => {
    const value = valueAt(key, question);
    return typeof value === 'string' ? linesOf(value, widths[key]) : 1;
  });
  return Math.min(409, Math.max(30, 12 + 16 * Math.max(...lines)));
}

function drawSigners(cells: Map<string, Drawn>, row: number, last: number): NonNullable<WriteSheet['merges']> {
  const ends = [3, 6, last];
  return bookWords.signers.map((name, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    cells.set(`${row},${from}`, { value: `${name}${bookWords.colon}`, style: { ...looks.particulars, protection: { locked: false } } });
    return across(row, from, ends[index] ?? last);
  });
}

function dropDowns(keys: readonly ShownKey[], count: number, departments: number): NonNullable<WriteSheet['dataValidations']> {
  const range = (key: ShownKey): string => rangeOf(letters(keys.indexOf(key) + 1), count);
  const list = (at: string, length: number): string => `'${bookWords.allowed}'!$${at}$2:$${at}$${length + 1}`;
  // Ticks are read too, so another word is a warning and no stop.
  const conclusion = { type: 'list' as const, formula1: list('A', 4), range: range('value'), allowBlank: true, showErrorMessage: true, errorStyle: 'warning' as const, errorTitle: bookWords.notAllowed, errorMessage: words.prompt };
  const department = { type: 'list' as const, formula1: list('B', departments), range: range('department'), allowBlank: true, showErrorMessage: false, showInputMessage: true, inputTitle: words.titles.department, inputMessage: words.departmentPrompt };
  return departments === 0 ? [conclusion] : [conclusion, department];
}
