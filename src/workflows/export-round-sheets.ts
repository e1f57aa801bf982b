import { join } from 'node:path';
import { writeQuestionnaire } from '#registers/questionnaire/write-questionnaire.js';
import { changeBooks, readBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { questionnaireOf } from './questionnaire-of.js';
import { roundChecklists } from './round-checklists.js';
import { answerableRound } from './round-named.js';
import { withExports } from './sheet-traces.js';
import { roundSheetsIn } from './show-rounds.js';
import { writePaper } from './write-paper.js';

export interface ExportedSheets {
  readonly round: string;
  readonly files: readonly { readonly subject: string; readonly path: string; readonly questions: number }[];
}

/** Writes a workbook for each subject of a round, or for those that are named, and notes in the round when they went out. */
export async function exportRoundSheets(desk: Desk, number: string, folder: string, subjects: readonly string[]): Promise<ExportedSheets> {
  const exported = await readBooks(desk, async (open) => {
    const round = answerableRound(number, open.snapshot);
    const sheets = roundSheetsIn(open, round, subjects, roundChecklists(desk, open.snapshot));
    const asked = sheets.map((sheet) => questionnaireOf(desk, open, sheet)).filter(({ questions }) => questions.length > 0);
    const files: ExportedSheets['files'][number][] = [];
    for (const questionnaire of asked) {
      const { key, label } = questionnaire.subject;
      const path = join(folder, `${fileName(`${round.number}-${key}-${label}`)}.xlsx`);
      writePaper(path, Buffer.from(await writeQuestionnaire(questionnaire)));
      files.push({ subject: key, path, questions: questionnaire.questions.length });
    }
    return { round: round.number, files, at: open.at };
  });
  await noteExport(desk, exported);
  return { round: exported.round, files: exported.files };
}

function noteExport(desk: Desk, { round: number, files, at }: ExportedSheets & { readonly at: string }): Promise<void> {
  return changeBooks(desk, { kind: 'round.sheets-exported', by: undefined }, ({ snapshot }) => {
    const round = answerableRound(number, snapshot);
    return { changes: [{ collection: 'rounds', id: round.id, value: withExports(round, files.map(({ subject }) => subject), at) }], result: undefined };
  });
}

function fileName(text: string): string {
  return text.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 80);
}
