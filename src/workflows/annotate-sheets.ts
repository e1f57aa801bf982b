import { basename, join, resolve } from 'node:path';
import { AppError, type Problem } from '#domain/app-error.js';
import { annotateBook } from '#registers/annotate-book.js';
import { machineKeys, sheetTemplate } from '#registers/questionnaire/sheet-columns.js';
import type { OpenedBook } from '#registers/read-book.js';
import type { Desk } from './desk.js';
import { errorText } from './error-text.js';
import { writePaper } from './write-paper.js';

/** Copies of the sheets that are wrong, under their names in another folder: each wrong cell coloured, with its reason. Mended there, they can be imported. */
export async function annotateSheets(desk: Desk, books: readonly OpenedBook[], problems: readonly (Problem & { readonly file: string })[], folder: string): Promise<readonly string[]> {
  const wrong = books.filter(({ file }) => problems.some((problem) => problem.file === file));
  const copies = wrong.map((book) => ({ book, path: join(folder, basename(book.file)) }));
  const own = copies.find(({ book, path }) => resolve(path) === resolve(book.file));
  if (own !== undefined) throw new AppError('questionnaire-marked-over', { file: own.path });
  for (const { book, path } of copies) {
    const faults = problems.filter(({ file }) => file === book.file).map((problem) => ({ line: Number(problem.params['line'] ?? 0), column: String(problem.params['column'] ?? ''), text: errorText(problem, desk.say) }));
    writePaper(path, Buffer.from(await annotateBook(book, sheetTemplate, faults, { at: desk.door.now(), hidden: machineKeys })));
  }
  return copies.map(({ path }) => path);
}
