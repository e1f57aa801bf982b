import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes } from '#catalog/read-bytes.js';
import { AppError, type Problem } from '#domain/app-error.js';
import type { Item } from '#domain/checklist.js';
import type { Round } from '#domain/round.js';
import { itemTextDigest } from '#evaluation/evaluate-manual.js';
import { mergeQuestionnaires, type ConflictChoice, type KnownAnswer, type MergeConflict, type MergePlan } from '#registers/questionnaire/merge-questionnaires.js';
import { readQuestionnaire, type ReadQuestionnaire } from '#registers/questionnaire/read-questionnaire.js';
import { answerItems } from './answer-item.js';
import { readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { given } from './given.js';
import { isAsked, plainDeductions, sayingOf } from './questionnaire-of.js';
import type { Reply } from './reply.js';
import { answerableRound } from './round-named.js';
import { roundSheetsIn, type RoundSheet } from './show-rounds.js';

export interface SheetImport {
  readonly dryRun: boolean;
  readonly choice?: ConflictChoice;
  /** Who answered where a sheet names nobody. */
  readonly by?: string;
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
}

const limitBytes = 10 * 1024 * 1024;

/** Records what came back on sheets: everything, or nothing and a list of what is wrong or contradicts. */
export async function importRoundSheets(desk: Desk, path: string, request: SheetImport): Promise<SheetImportSummary> {
  const files = filesAt(path);
  const sheets: ReadQuestionnaire[] = [];
  for (const file of files) sheets.push(await readQuestionnaire(readBytes(file, limitBytes), file));
  const { summary, replies } = await readBooks(desk, (open) => survey(desk, open, sheets, request));
  const isClean = summary.problems.length === 0 && summary.conflicts.length === 0;
  if (request.dryRun || !isClean) return summary;
  if (replies.length > 0) await answerItems(desk, replies);
  return { ...summary, written: true };
}

function filesAt(path: string): readonly string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  // `~$` stands before the mark of a file that is open in a spreadsheet program.
  const files = isFolder ? readdirSync(path).filter((name) => name.toLowerCase().endsWith('.xlsx') && !name.startsWith('~$')).sort().map((name) => join(path, name)) : [path];
  if (files.length === 0) throw new AppError('questionnaire-none', { folder: path });
  return files;
}

function survey(desk: Desk, open: OpenBooks, sheets: readonly ReadQuestionnaire[], request: SheetImport): { readonly summary: SheetImportSummary; readonly replies: readonly Reply[] } {
  const round = roundOf(sheets, open);
  const keys = [...new Set(sheets.map(({ subjectKey }) => subjectKey))];
  const subjects = roundSheetsIn(desk, open, round, keys);
  const items = new Map(subjects.flatMap(({ lines }) => lines.filter(isAsked).map(({ item }) => [item.id, item] as const)));
  const problems = sheets.flatMap((sheet) => [...sheet.problems, ...staleProblems(sheet, items)].map((problem) => ({ ...problem, file: sheet.file })));
  const plan = mergeQuestionnaires(sheets.map((sheet) => spelt(sheet, items)), subjects.flatMap(knownAnswers), request.choice);
  const { answers, unchanged, kept, conflicts } = plan;
  const summary = { round: round.number, files: sheets.length, recorded: answers.length, unchanged: unchanged.length, kept: kept.length, conflicts, problems: problems.slice(0, 200), written: false };
  return { summary, replies: answers.map((merged) => replyOf(merged, round, sheets, request)) };
}

function roundOf(sheets: readonly ReadQuestionnaire[], open: OpenBooks): Round {
  const [first] = sheets;
  const round = Object.values(open.snapshot.rounds).find(({ id }) => id === first?.roundId);
  const other = sheets.find(({ roundId }) => roundId !== round?.id);
  if (round === undefined || other !== undefined) throw new AppError('questionnaire-other-round', { file: (other ?? first)?.file ?? '' });
  return answerableRound(round.number, open.snapshot);
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
