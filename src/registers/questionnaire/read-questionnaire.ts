import { AppError, type Problem } from '#domain/app-error.js';
import { questionnaireWords as words } from '#messages/questionnaire-words.js';
import { bookWords } from '#messages/spellings.js';
import { plain } from '../normalise-cell.js';
import { readBook, type OpenedBook, type ReadBook } from '../read-book.js';
import { textOf } from '../sheet-grid.js';
import type { ReadRow } from '../sheet-row.js';
import { readAnswer, type SheetAnswer } from './read-answer.js';
import { neededKeys, sheetTemplate } from './sheet-columns.js';

/** What a filled-in sheet says. Nothing is decided here: the problems are for who plans the import. */
export interface ReadQuestionnaire {
  readonly file: string;
  readonly roundId: string;
  readonly subjectKey: string;
  readonly checklistDigest: string;
  /** When the sheet was handed out. */
  readonly exportedAt: string;
  /** Who is named above the table. */
  readonly filledBy?: string;
  /** Items that were answered, also those with a problem; what stayed blank is not among them. */
  readonly answers: readonly SheetAnswer[];
  /** With `line` and `column` where a cell is to blame. */
  readonly problems: readonly Problem[];
}

/** Reads a questionnaire that came back, however its rows and columns were moved; a file that is none is refused. */
export function readQuestionnaire(book: OpenedBook): ReadQuestionnaire {
  const { file } = book;
  const read = readOurs(book);
  const keyed = read.rows.filter(isKeyed);
  const [first] = keyed;
  if (first === undefined) throw new AppError('questionnaire-not-ours', { file });
  const readings = keyed.map((row) => readAnswer(row, problemsAt(read, row.line)));
  const filledBy = filler(book);
  return {
    file,
    roundId: textAt(first, 'round_id'),
    subjectKey: textAt(first, 'subject_key'),
    checklistDigest: textAt(first, 'sheet_digest'),
    exportedAt: textAt(first, 'exported_at'),
    ...(filledBy !== '' && { filledBy }),
    answers: readings.flatMap(({ answer }) => answer ?? []),
    problems: [...strayProblems(read, keyed), ...mixedProblems(keyed), ...twiceProblems(keyed), ...readings.flatMap(({ problems }) => problems)],
  };
}

function readOurs(book: OpenedBook): ReadBook {
  if (book.kind !== 'xlsx') throw new AppError('questionnaire-not-ours', { file: book.file });
  try {
    const read = readBook(book, sheetTemplate);
    const missing = read.problems.filter(({ code, params }) => code === 'csv-column-missing' && neededTitles.includes(String(params['column'])));
    if (missing.length > 0) throw new AppError('questionnaire-not-ours', { file: book.file });
    return read;
  } catch (error) {
    if (error instanceof AppError && error.code === 'workbook-no-header') throw new AppError('questionnaire-not-ours', { file: book.file }, { cause: error });
    throw error;
  }
}

const neededTitles: readonly string[] = neededKeys.map((key) => words.titles[key]);

function isKeyed(row: ReadRow): boolean {
  return neededKeys.every((key) => textAt(row, key) !== '');
}

function textAt({ cells }: ReadRow, key: string): string {
  const cell = cells[key];
  return typeof cell === 'string' ? cell : '';
}

// A missing key cell is told once, as a row that cannot be known.
function problemsAt({ problems }: ReadBook, line: number): readonly Problem[] {
  return problems.filter(({ code, params }) => params['line'] === line && code !== 'cell-required');
}

function strayProblems({ rows }: ReadBook, keyed: readonly ReadRow[]): readonly Problem[] {
  return rows.filter((row) => !keyed.includes(row) && Object.keys(row.cells).length > 0).map(({ line }) => ({ code: 'questionnaire-row-without-key', params: { line } }));
}

function mixedProblems(keyed: readonly ReadRow[]): readonly Problem[] {
  const keyOf = (row: ReadRow): string => ['round_id', 'subject_key', 'sheet_digest'].map((key) => textAt(row, key)).join(' ');
  const [first] = keyed;
  return keyed.filter((row) => first !== undefined && keyOf(row) !== keyOf(first)).slice(0, 1).map(({ line }) => ({ code: 'questionnaire-mixed', params: { line } }));
}

function twiceProblems(keyed: readonly ReadRow[]): readonly Problem[] {
  const items = keyed.map((row) => textAt(row, 'item_id'));
  return keyed.flatMap(({ line }, index): Problem[] => {
    const item = items[index] ?? '';
    return items.indexOf(item) === index ? [] : [{ code: 'questionnaire-item-twice', params: { line, item } }];
  });
}

// 填表人：赵敏, or the name in the next cell. Only above the table: below it people sign.
function filler({ sheets }: OpenedBook): string {
  const label = new RegExp(`^${bookWords.by}\\s*[:${bookWords.colon}]?\\s*(.*)$`);
  const cells = sheets.flatMap(({ rows }) => rows.slice(0, 4).map(({ cells: row }) => row.map(textOf)));
  for (const row of cells) {
    const at = row.findIndex((text) => label.test(text));
    if (at < 0) continue;
    const name = label.exec(row[at] ?? '')?.[1] ?? '';
    return plain(name === '' ? (row.slice(at + 1).find((text) => text !== '') ?? '') : name).slice(0, 60);
  }
  return '';
}
