import { join } from 'node:path';
import { writeQuestionnaire } from '#registers/questionnaire/write-questionnaire.js';
import { readBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { questionnaireOf } from './questionnaire-of.js';
import { answerableRound } from './round-named.js';
import { roundSheetsIn } from './show-rounds.js';
import { writePaper } from './write-paper.js';

export interface ExportedSheets {
  readonly round: string;
  readonly files: readonly { readonly subject: string; readonly path: string; readonly questions: number }[];
}

/** Writes a workbook for each subject of a round, or for those that are named. */
export function exportRoundSheets(desk: Desk, number: string, folder: string, subjects: readonly string[]): Promise<ExportedSheets> {
  return readBooks(desk, async (open) => {
    const round = answerableRound(number, open.snapshot);
    const asked = roundSheetsIn(desk, open, round, subjects).map((sheet) => questionnaireOf(desk, open, sheet)).filter(({ questions }) => questions.length > 0);
    const files: ExportedSheets['files'][number][] = [];
    for (const questionnaire of asked) {
      const { key, label } = questionnaire.subject;
      const path = join(folder, `${fileName(`${round.number}-${key}-${label}`)}.xlsx`);
      writePaper(path, Buffer.from(await writeQuestionnaire(questionnaire)));
      files.push({ subject: key, path, questions: questionnaire.questions.length });
    }
    return { round: round.number, files };
  });
}

function fileName(text: string): string {
  return text.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 80);
}
