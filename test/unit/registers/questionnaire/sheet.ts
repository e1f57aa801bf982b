import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { writeQuestionnaire } from '#registers/questionnaire/write-questionnaire.js';
import { openBook } from '#registers/read-book.js';
import { readQuestionnaire, type ReadQuestionnaire } from '#registers/questionnaire/read-questionnaire.js';
import type { Questionnaire } from '#domain/questionnaire.js';

export type Rows = (string | number | boolean | Date | null)[][];
/** First row of the questions. */
export const body = 5;

/** The sheet as somebody changed it by hand and saved it. */
export async function returned(questionnaire: Questionnaire, edit: (rows: Rows, at: (title: string) => number) => Rows | undefined): Promise<ReadQuestionnaire> {
  const { sheets } = await readXlsx(await writeQuestionnaire(questionnaire));
  const rows = (sheets[0]?.rows ?? []).map((row) => [...row]) as Rows;
  const at = (title: string): number => rows[3]?.indexOf(title) ?? -1;
  const edited = edit(rows, at) ?? rows;
  return readQuestionnaire(await openBook(await writeXlsx({ sheets: [{ name: '自查问卷', rows: edited }] }), 'back.xlsx'));
}
