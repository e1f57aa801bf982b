import { AppError } from '#domain/app-error.js';
import type { RegisterTemplate } from '#domain/register.js';
import { readBook } from '#registers/read-book.js';
import { gridOfCsv } from '#registers/read-csv.js';
import { unknownProblems } from '#registers/sheet-header.js';
import type { ReadRow } from '#registers/sheet-row.js';

const headerCodes: readonly string[] = ['csv-unknown-column', 'csv-column-twice', 'csv-column-missing'];

/** The rows of a CSV file as an import takes them: one thing wrong and there are none. */
export function readCsv(bytes: Uint8Array, template: RegisterTemplate, file: string): readonly ReadRow[] {
  const { rows, problems, unknownHeaders, headerLine } = readBook({ file, kind: 'csv', sheets: [gridOfCsv(bytes, file)] }, template);
  const all = [...unknownProblems(unknownHeaders, headerLine, template), ...problems];
  // With a wrong header the cells below it say nothing.
  const inHeader = all.filter((problem) => headerCodes.includes(problem.code));
  const wrong = inHeader.length > 0 ? inHeader : all;
  if (wrong.length > 0) throw new AppError('register-file-invalid', { file, count: wrong.length }, { problems: wrong.slice(0, 200) });
  return rows;
}
