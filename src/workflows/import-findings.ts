import { readBytes } from '#catalog/read-bytes.js';
import type { Problem } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import { findingKinds, type Finding } from '#domain/finding.js';
import { severities } from '#domain/result-value.js';
import { assignFinding, type Assignment } from '#findings/assign-finding.js';
import { sayIn, type Say } from '#messages/say.js';
import { openBook, readBook, type OpenedBook, type ReadBook } from '#registers/read-book.js';
import { unknownProblems } from '#registers/sheet-header.js';
import type { Cells, ReadRow } from '#registers/sheet-row.js';
import { draftFinding, type FindingOrder, type ItemOf } from './add-finding.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { numberSource, type NumberSource } from './display-number.js';
import { itemFinder } from './find-item.js';
import { findingCells, reckonedColumns } from './findings-sheet.js';
import { exchangeForm } from './exchange-form.js';
import { given } from './given.js';
import { loadParameters } from './load-catalog.js';
import { cellOf, lineProblem } from './sheet-cells.js';
import { findingNumbered, viewFindings, type FindingView } from './view-findings.js';

/** What an import of problems did, or would do. */
export interface FindingsImport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** While there is one, nothing is written. */
  readonly problems: readonly Problem[];
  readonly written: boolean;
}

const limitBytes = 10 * 1024 * 1024;
const mostProblems = 200;

/** Reads problems from a workbook or CSV file: rows without a number are new ones, rows with a number change particulars; what happened to a problem is never taken from a sheet. */
export async function importFindings(desk: Desk, file: string, request: { readonly dryRun: boolean; readonly by?: string }): Promise<FindingsImport> {
  const book = await openBook(readBytes(file, limitBytes), file);
  const itemOf = itemFinder(desk);
  return changeBooks<FindingsImport>(desk, { kind: 'finding.imported', by: request.by }, (open) => {
    const { changes, ...summary } = surveyed(desk, open, book, itemOf);
    const written = !request.dryRun && summary.problems.length === 0;
    return { changes: written ? changes : [], result: { ...summary, written } };
  });
}

interface Survey extends Omit<FindingsImport, 'written'> {
  readonly changes: readonly Change[];
}

/** A row that the records take, or why not. */
type Taken = { readonly kind: 'added' | 'changed' | 'unchanged'; readonly finding: Finding } | { readonly kind: 'wrong'; readonly problem: Problem };

function surveyed(desk: Desk, open: OpenBooks, book: OpenedBook, itemOf: ItemOf): Survey {
  const template = exchangeForm(desk.program, 'findings');
  const read = readBook(book, template);
  const numbers = numberSource(open.snapshot, open.today.slice(0, 4));
  const views = new Map(viewFindings(open.snapshot, open.today).map((view) => [view.finding.number, view]));
  const parameters = loadParameters(desk.program);
  const shown = (view: FindingView): Cells => findingCells(view, parameters);
  const titleOf = (key: string): string => template.columns.find((column) => column.key === key)?.title.zh ?? key;
  const taken: Taken[] = [];
  for (const row of read.rows) taken.push(takenRow(row, { open, itemOf, numbers, views, shown, titleOf, say: desk.say, before: taken.flatMap((each) => (each.kind === 'wrong' ? [] : [each.finding])) }));
  const wrong = taken.flatMap((each) => (each.kind === 'wrong' ? [each.problem] : []));
  const moved = taken.flatMap((each) => (each.kind === 'added' || each.kind === 'changed' ? [each.finding] : []));
  const count = (kind: Taken['kind']): number => taken.filter((each) => each.kind === kind).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    problems: [...sheetProblems(read, template), ...wrong].slice(0, mostProblems),
    changes: [...moved.map((finding): Change => ({ collection: 'findings', id: finding.id, value: finding })), ...numbers.changes()],
  };
}

function sheetProblems(read: ReadBook, template: Parameters<typeof unknownProblems>[2]): readonly Problem[] {
  return [...unknownProblems(read.unknownHeaders, read.headerLine, template), ...read.problems];
}

interface Frame {
  readonly open: OpenBooks;
  readonly itemOf: ItemOf;
  readonly numbers: NumberSource;
  readonly views: ReadonlyMap<string, FindingView>;
  readonly shown: (view: FindingView) => Cells;
  /** Title of a column of the sheet. */
  readonly titleOf: (key: string) => string;
  readonly before: readonly Finding[];
  readonly say: Say;
}

function takenRow(row: ReadRow, frame: Frame): Taken {
  try {
    return row.cells['no'] === undefined ? newRow(row, frame) : knownRow(row, frame);
  } catch (cause) {
    return { kind: 'wrong', problem: lineProblem(row.line, cause, frame.say) };
  }
}

function newRow({ cells }: ReadRow, { open, itemOf, numbers, before }: Frame): Taken {
  const named = given({ item: cellOf(cells, 'item'), subject: cellOf(cells, 'subject') });
  return { kind: 'added', finding: draftFinding(open, { statement: cellOf(cells, 'problem') ?? '', ...named, ...particularsOf(cells) }, { itemOf, numbers, others: before }) };
}

function knownRow({ line, cells, columns }: ReadRow, { open, views, shown, titleOf, before }: Frame): Taken {
  const finding = findingNumbered(open.snapshot, cellOf(cells, 'no') ?? '', open.today);
  if (before.some(({ id }) => id === finding.id)) return { kind: 'wrong', problem: { code: 'finding-row-twice', params: { line, number: finding.number } } };
  const view = views.get(finding.number);
  const now = view === undefined ? {} : shown(view);
  const told = columns.filter((key) => cells[key] !== undefined && timeless(key, cells[key]) !== timeless(key, now[key]));
  const fixed = told.find((key) => ['problem', 'item', 'subject', ...reckonedColumns].includes(key));
  if (fixed !== undefined) return { kind: 'wrong', problem: { code: 'finding-row-fixed', params: { line, number: finding.number, column: titleOf(fixed), value: String(now[fixed] ?? '') } } };
  if (told.length === 0) return { kind: 'unchanged', finding };
  const particulars = particularsOf(Object.fromEntries(told.map((key) => [key, cells[key] as string])));
  const accountability = told.includes('account') ? cellOf(cells, 'account') : undefined;
  const assignment: Assignment = { ...particulars, ...given({ accountability }), by: open.by, at: open.at };
  return { kind: 'changed', finding: assignFinding(finding, assignment) };
}

// A problem that became late while its sheet was away has not been changed by anybody.
function timeless(key: string, cell: Cells[string] | undefined): Cells[string] | undefined {
  return key === 'state' ? String(cell).replace(sayIn('zh-CN')('finding.overdue-mark'), '') : cell;
}

function particularsOf(cells: Cells): Omit<FindingOrder, 'statement' | 'item' | 'subject'> {
  const say = sayIn('zh-CN');
  return given({
    department: cellOf(cells, 'dept'),
    severity: severities.find((each) => say(`severity.${each}`) === cells['risk']),
    cause: cellOf(cells, 'cause'),
    measure: cellOf(cells, 'measure'),
    kind: kindOf(cells['kind'], say),
    owner: cellOf(cells, 'owner'),
    leader: cellOf(cells, 'leader'),
    dueOn: cellOf(cells, 'due'),
  });
}

function kindOf(word: unknown, say: Say): Finding['kind'] {
  return findingKinds.find((each) => say(`finding-kind.${each}`) === word);
}
