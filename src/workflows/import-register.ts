import { AppError, type Problem } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import type { HeaderMemory, RegisterTemplate, Row } from '#domain/register.js';
import { readBytes } from '#catalog/read-bytes.js';
import { annotateBook } from '#registers/annotate-book.js';
import { columnNamed, headerName, type HeaderKnowledge } from '#registers/match-header.js';
import { readTypedCells } from '#registers/read-typed-row.js';
import type { SkippedLine } from '#registers/sheet-table.js';
import { unknownProblems } from '#registers/sheet-header.js';
import { surveyImport, type ImportPlan } from '#registers/plan-import.js';
import { openBook, readBook, type OpenedBook } from '#registers/read-book.js';
import { changeBooks, originOf, readBooks, type OpenBooks, type WriteOptions } from './change-books.js';
import type { Desk } from './desk.js';
import { errorText } from './error-text.js';
import { keptBook, keyText } from './open-books.js';
import { writePaper } from './write-paper.js';

/** What an import did, or would do. */
export interface ImportSummary {
  readonly register: string;
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Places that cannot be read; while there is one, nothing is written. */
  readonly wrong: number;
  readonly problems: readonly Problem[];
  /** Rows on file that the sheet does not name: they stay. */
  readonly missing: readonly string[];
  /** Columns of the sheet that this machine must not hold: their cells were left out. */
  readonly dropped: readonly string[];
  /** Headers that were passed over: running numbers, reckoned columns, and what the officer told to leave out. */
  readonly ignored: readonly string[];
  /** Headers that no column answers to: said with `map` what they mean, or nothing is written. */
  readonly unknownHeaders: readonly string[];
  /** Lines that are no rows of the book, and what they were taken for. */
  readonly skipped: readonly SkippedLine[];
  /** Further sheets that look like the same book; they were not read. */
  readonly otherSheets: readonly string[];
  /** False for a dry run, and where something is wrong: nothing was stored. */
  readonly written: boolean;
}

export interface ImportRequest extends WriteOptions {
  readonly dryRun?: boolean;
  /** Header → column as the officer answered; an empty column leaves the header out. */
  readonly map?: Readonly<Record<string, string>>;
  /** Cells that every row gets, for columns that the sheet does not have, e.g. the batch of a platform's export. */
  readonly fill?: Readonly<Record<string, string>>;
  /** Where the copy with the wrong cells marked goes. */
  readonly annotateTo?: string;
}

const limitBytes = 10 * 1024 * 1024;

/** Imports a workbook or CSV file into a book: every row, or none and a list of what is wrong where. */
export async function importRegister(desk: Desk, register: string, file: string, request: ImportRequest): Promise<ImportSummary> {
  const book = await openBook(readBytes(file, limitBytes), file);
  if (request.dryRun === true || request.annotateTo !== undefined) {
    const survey = await readBooks(desk, (open) => surveyed(open, register, book, request));
    if (request.annotateTo !== undefined) await annotate(desk, book, survey, request.annotateTo);
    if (request.dryRun === true || survey.summary.wrong > 0) return survey.summary;
  }
  return changeBooks<ImportSummary>(desk, { kind: 'register.imported', by: request.by }, (open) => {
    const { summary, plan, memory } = surveyed(open, register, book, request);
    return summary.wrong > 0 ? { changes: [], result: summary } : { changes: [...plan.changes, ...memory], result: { ...summary, written: true } };
  });
}

/** A sheet that is already at hand as text. */
export interface SheetText {
  readonly register: string;
  readonly text: string;
  readonly file: string;
}

/** Imports sheets that belong together in one transaction: their rows may name each other; anything wrong is an error. */
export async function importSheets(desk: Desk, sheets: readonly SheetText[]): Promise<readonly ImportSummary[]> {
  const opened = await Promise.all(sheets.map(async ({ register, text, file }) => ({ register, book: await openBook(Buffer.from(text), file) })));
  return changeBooks(desk, { kind: 'register.imported', by: undefined }, (open) => {
    const stored = Object.values(open.snapshot.rows);
    const drafts = opened.flatMap(({ register, book }) => surveyed(open, register, book, {}, stored).plan.changes.map(({ value }) => value as Row));
    const surveys = opened.map(({ register, book }) => surveyed(open, register, book, {}, [...stored, ...drafts.filter((row) => row.register !== register)]));
    const wrong = surveys.find(({ summary }) => summary.wrong > 0)?.summary;
    if (wrong !== undefined) throw new AppError('register-file-invalid', { file: wrong.title, count: wrong.wrong }, { problems: wrong.problems });
    return { changes: surveys.flatMap(({ plan }) => plan.changes), result: surveys.map(({ summary }) => ({ ...summary, written: true })) };
  });
}

interface Survey {
  readonly summary: ImportSummary;
  readonly plan: ImportPlan;
  readonly knowledge: HeaderKnowledge;
  readonly template: RegisterTemplate;
  readonly memory: readonly Change[];
}

const mostProblems = 200;

function surveyed(open: OpenBooks, register: string, book: OpenedBook, request: ImportRequest, onFile: readonly Row[] = Object.values(open.snapshot.rows)): Survey {
  const { template, left } = keptBook(register, open.books);
  const headers = mappedHeaders(open.snapshot.headers[register], request.map ?? {}, template);
  const filled = readTypedCells(request.fill ?? {}, template);
  const asked = { ...template, columns: template.columns.filter((column) => !filled.columns.includes(column.key)) };
  const read = readBook(book, asked, { headers, left });
  const rows = read.rows.map((row) => ({ ...row, columns: [...row.columns, ...filled.columns], cells: { ...row.cells, ...filled.cells } }));
  const plan = surveyImport(template, rows, onFile, originOf(open, book.file, request));
  const problems = [...unknownProblems(read.unknownHeaders, read.headerLine, asked), ...read.problems, ...plan.problems];
  const { added, changed, unchanged } = plan;
  const summary: ImportSummary = {
    register,
    title: template.title.zh,
    added,
    changed,
    unchanged,
    wrong: problems.length,
    problems: problems.slice(0, mostProblems),
    missing: plan.missing.map((row) => keyText(template, row)),
    dropped: read.dropped,
    ignored: read.ignored,
    unknownHeaders: read.unknownHeaders,
    skipped: read.skipped,
    otherSheets: read.otherSheets,
    written: false,
  };
  return { summary, plan, knowledge: { headers, left }, template, memory: memoryOf(register, headers, open) };
}

// What was asked once is not asked again.
function mappedHeaders(memory: HeaderMemory | undefined, given: Readonly<Record<string, string>>, template: RegisterTemplate): Record<string, string> {
  const said = Object.entries(given).map(([header, name]) => {
    const column = name === '' ? undefined : columnNamed(name, template);
    if (name !== '' && column === undefined) throw new AppError('header-map-invalid', { given: `${header}=${name}`, allowed: template.columns.map((each) => each.title.zh).join(', ') });
    return [headerName(header), column?.key ?? ''] as const;
  });
  return { ...memory?.headers, ...Object.fromEntries(said) };
}

function memoryOf(register: string, headers: Readonly<Record<string, string>>, open: OpenBooks): Change[] {
  const before = open.snapshot.headers[register]?.headers ?? {};
  const isNew = Object.entries(headers).some(([header, column]) => before[header] !== column);
  return isNew ? [{ collection: 'headers', id: register, value: { register, headers } }] : [];
}

async function annotate(desk: Desk, book: OpenedBook, { summary, template, knowledge }: Survey, path: string): Promise<void> {
  const faults = summary.problems.map((problem) => ({ line: Number(problem.params['line'] ?? 0), column: String(problem.params['column'] ?? ''), text: errorText(problem, desk.say) }));
  writePaper(path, Buffer.from(await annotateBook(book, template, faults, { ...knowledge, at: desk.door.now() })));
}
