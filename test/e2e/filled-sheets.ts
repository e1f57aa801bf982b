import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';

/** What somebody wrote into a row of a questionnaire, by title of the column. */
export type Written = Readonly<Record<string, string>>;

/** Fills in every questionnaire of a folder: `says` answers by subject and item. */
export async function fillSheets(folder: string, says: (subject: string, item: string) => Written): Promise<void> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const { sheets } = await readXlsx(readFileSync(path));
    const rows = (sheets[0]?.rows ?? []).map((row) => [...row]);
    const titles = rows[3] ?? [];
    const at = (title: string): number => titles.indexOf(title);
    for (const row of rows.slice(5)) {
      const item = row[at('检查项编号')];
      if (typeof item !== 'string' || item === '') continue;
      for (const [title, text] of Object.entries(says(String(row[at('对象标识')]), item))) row[at(title)] = text;
    }
    writeFileSync(path, await writeXlsx({ sheets: [{ name: '自查问卷', rows }] }));
  }
}

/** A workbook of plain rows under a line of titles. */
export function plainBook(titles: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '台账', rows: [[...titles], ...rows.map((row) => [...row])] }] });
}
