import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes } from '#catalog/read-bytes.js';
import { AppError, type Problem } from '#domain/app-error.js';
import type { Change } from '#domain/change.js';
import type { Item } from '#domain/checklist.js';
import type { Round } from '#domain/round.js';
import type { WorkingSet } from '#domain/working-set.js';
import { itemTextDigest } from '#evaluation/evaluate-manual.js';
import { mergeQuestionnaires, type ConflictChoice, type KnownAnswer, type MergeConflict, type MergePlan } from '#registers/questionnaire/merge-questionnaires.js';
import { openBook, type OpenedBook } from '#registers/read-book.js';
import { readQuestionnaire, type ReadQuestionnaire } from '#registers/questionnaire/read-questionnaire.js';
import { annotateSheets } from './annotate-sheets.js';
import { answersIn } from './answer-item.js';
import { changeBooks, readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import type { FoundItem } from './find-item.js';
import { given } from './given.js';
import { isAsked, plainDeductions, sayingOf } from './questionnaire-of.js';
import type { Reply } from './reply.js';
import { roundChecklists, type RoundChecklists } from './round-checklists.js';
import { answerableRound } from './round-named.js';
import { withTraces } from './sheet-traces.js';
import { roundSheetsIn, type RoundSheet } from './show-rounds.js';

export interface SheetImport {
  readonly dryRun: boolean;
  readonly choice?: ConflictChoice;
  /** Who answered where a sheet names nobody. */
  readonly by?: string;
  /** Folder for copies of the wrong sheets, their wrong cells marked. */
  readonly annotateTo?: string;
}

/** What an import of sheets did, or would do. */
export interface SheetImportSummary {
  readonly round: string;
  readonly files: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly conflicts: readonly MergeConflict[];
  /** Places that cannot be used, with their file; while there is one, nothing is written. */
  readonly problems: readonly (Problem & { readonly file: string })[];
  readonly written: boolean;
  /** Copies with the wrong cells marked, if they were asked for. */
  readonly marked?: readonly string[];
}

const limitBytes = 10 * 1024 * 1024;

/** Records what came back on sheets: everything, or nothing and a list of what is wrong or contradicts. */
export async function importRoundSheets(desk: Desk, path: string, request: SheetImport): Promise<SheetImportSummary> {
  const books = await openSheets(filesAt(path));
  const sheets = books.map((book) => readQuestionnaire(book));
  const checklists = await readBooks(desk, ({ snapshot }) => openedFor(roundOf(sheets, snapshot), roundChecklists(desk, snapshot)));
  const summary = request.dryRun
    ? await readBooks(desk, (open) => survey(open, { sheets, checklists, request }).summary)
    : await changeBooks(desk, { kind: 'round.sheets-imported', by: request.by }, (open) => imported(desk, open, { sheets, checklists, request }));
  return request.annotateTo === undefined ? summary : { ...summary, marked: await annotateSheets(desk, books, summary.problems, request.annotateTo) };
}

// One after the other: many sheets at once would fill the memory.
async function openSheets(files: readonly string[]): Promise<readonly OpenedBook[]> {
  const books: OpenedBook[] = [];
  for (const file of files) books.push(await openBook(readBytes(file, limitBytes), file));
  return books;
}

interface Import {
  readonly sheets: readonly ReadQuestionnaire[];
  readonly checklists: RoundChecklists;
  readonly request: SheetImport;
}

// Decided on what is on file at this very moment: an answer given since the sheets were opened is seen.
function imported(desk: Desk, open: OpenBooks, asked: Import): { readonly changes: readonly Change[]; readonly result: SheetImportSummary } {
  const { summary, replies, round, plan } = survey(open, asked);
  const written = summary.problems.length === 0 && summary.conflicts.length === 0;
  const officer = open.identity.officer ?? desk.say('actor.unnamed');
  const { checklist } = asked.checklists.of(round);
  const items = new Map(checklist.sections.flatMap((section) => section.items.map((item) => [item.id, item] as const)));
  const find = (_checklistId: string, itemId: string): FoundItem => ({ checklist, item: items.get(itemId) as Item });
  const { changes } = answersIn({ ...open, officer, correction: desk.say('event.corrected'), find }, written ? replies : []);
  const traced = withTraces(roundAfter(changes, round), { sheets: asked.sheets, problems: summary.problems, plan, written, at: open.at, by: open.by });
  const others = changes.filter(({ collection, id }) => collection !== 'rounds' || id !== round.id);
  return { changes: [...others, { collection: 'rounds', id: round.id, value: traced }], result: { ...summary, written } };
}

// An answer to what was handed in takes it back.
function roundAfter(changes: readonly Change[], round: Round): Round {
  const change = changes.find(({ collection, id }) => collection === 'rounds' && id === round.id);
  return change === undefined ? round : (change.value as Round);
}

function filesAt(path: string): readonly string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  // `~$` stands before the mark of a file that is open in a spreadsheet program.
  const files = isFolder ? readdirSync(path).filter((name) => name.toLowerCase().endsWith('.xlsx') && !name.startsWith('~$')).sort().map((name) => join(path, name)) : [path];
  if (files.length === 0) throw new AppError('questionnaire-none', { folder: path });
  return files;
}

interface Survey {
  readonly summary: SheetImportSummary;
  readonly replies: readonly Reply[];
  readonly round: Round;
  readonly plan: MergePlan;
}

function survey(open: OpenBooks, { sheets, checklists, request }: Import): Survey {
  const round = roundOf(sheets, open.snapshot);
  const keys = [...new Set(sheets.map(({ subjectKey }) => subjectKey))];
  const subjects = roundSheetsIn(open, round, keys, checklists);
  const items = new Map(subjects.flatMap(({ lines }) => lines.filter(isAsked).map(({ item }) => [item.id, item] as const)));
  const problems = sheets.flatMap((sheet) => [...sheet.problems, ...staleProblems(sheet, items)].map((problem) => ({ ...problem, file: sheet.file })));
  const plan = mergeQuestionnaires(sheets.map((sheet) => spelt(sheet, items)), subjects.flatMap(knownAnswers), request.choice);
  const { answers, unchanged, kept, conflicts } = plan;
  const summary = { round: round.number, files: sheets.length, recorded: answers.length, unchanged: unchanged.length, kept: kept.length, conflicts, problems: problems.slice(0, 200), written: false };
  return { summary, round, plan, replies: answers.map((merged) => replyOf(merged, round, sheets, request)) };
}

function openedFor(round: Round, checklists: RoundChecklists): RoundChecklists {
  checklists.of(round);
  return checklists;
}

function roundOf(sheets: readonly ReadQuestionnaire[], { rounds }: WorkingSet): Round {
  const [first] = sheets;
  const round = Object.values(rounds).find(({ id }) => id === first?.roundId);
  const other = sheets.find(({ roundId }) => roundId !== round?.id);
  if (round === undefined || other !== undefined) throw new AppError('questionnaire-other-round', { file: (other ?? first)?.file ?? '' });
  return answerableRound(round.number, { rounds });
}

// An answer is to the words that were read: with other words it is asked again.
function staleProblems({ answers }: ReadQuestionnaire, items: ReadonlyMap<string, Item>): readonly Problem[] {
  return answers.flatMap(({ itemId, itemDigest, row }): Problem[] => {
    const item = items.get(itemId);
    return item !== undefined && itemTextDigest(item) === itemDigest ? [] : [{ code: 'questionnaire-item-changed', params: { line: row, item: itemId } }];
  });
}

// A fact alone, where the item only asks to know, is kept as an answer without fault.
function spelt(sheet: ReadQuestionnaire, items: ReadonlyMap<string, Item>): ReadQuestionnaire {
  const answers = sheet.answers.map((answer) => {
    const item = items.get(answer.itemId);
    return { ...answer, value: answer.value ?? ('pass' as const), deductions: item === undefined ? answer.deductions : plainDeductions(item, answer.deductions) };
  });
  return { ...sheet, answers };
}

function knownAnswers({ subject, lines }: RoundSheet): readonly KnownAnswer[] {
  return lines.flatMap(({ item, answer }): KnownAnswer[] => {
    if (answer === undefined) return [];
    const saying = sayingOf(item, answer);
    return [{ ...saying, subjectKey: subject.key, itemId: item.id, at: answer.at, on: saying.on ?? answer.at.slice(0, 10) }];
  });
}

function replyOf({ subjectKey, file, answer }: MergePlan['answers'][number], round: Round, sheets: readonly ReadQuestionnaire[], request: SheetImport): Reply {
  const { itemId, value = 'pass', partial, deductions, evidence, fact, department, dueOn, on } = answer;
  const by = answer.by ?? sheets.find((sheet) => sheet.file === file)?.filledBy ?? request.by;
  return { round: round.number, subject: subjectKey, itemId, value, deductions: deductions.map((each) => ({ id: each.id, ...given({ points: each.points, times: each.times }) })), evidence, ...given({ fact, department, dueOn, on, by, partial: partial ? true : undefined }) };
}
