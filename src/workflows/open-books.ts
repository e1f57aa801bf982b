import { AppError } from '#domain/app-error.js';
import type { RegisterTemplate, Row } from '#domain/register.js';
import type { WorkingSet } from '#domain/working-set.js';
import { fitTemplates, type FittedBook } from '#registers/fit-template.js';
import type { Office } from './books-on-file.js';

/** The books as this unit and this machine may hold them. */
export function openBooks(templates: readonly RegisterTemplate[], { mode }: Office, snapshot: Pick<WorkingSet, 'overrides' | 'allowances'>): readonly FittedBook[] {
  return fitTemplates(templates, { mode, overrides: snapshot.overrides, allowances: snapshot.allowances });
}

/** The book of that name, or an error that names those there are. */
export function bookNamed(register: string, books: readonly FittedBook[]): FittedBook {
  const found = books.find(({ template }) => template.id === register);
  if (found === undefined) throw new AppError('register-unknown', { register, known: books.map(({ template }) => template.id).join(', ') });
  return found;
}

/** The same where rows may be kept here: not a form that exists on paper only, nor a classified book without its decision. */
export function keptBook(register: string, books: readonly FittedBook[]): FittedBook {
  const book = bookNamed(register, books);
  const { id, title } = book.template;
  if (book.standing === 'paper-only') throw new AppError('register-paper-only', { register: id, title: title.zh });
  if (book.standing === 'undecided') throw new AppError('register-undecided', { register: id, title: title.zh });
  return book;
}

/** Rows of a book that are in use. */
export function rowsInUse(register: string, snapshot: Pick<WorkingSet, 'rows'>): readonly Row[] {
  return Object.values(snapshot.rows).filter((row) => row.register === register && !row.retired);
}

/** The row whose key is `key`; several key columns are written with `/` between. */
export function rowByKey(template: RegisterTemplate, key: string, snapshot: Pick<WorkingSet, 'rows'>): Row {
  const found = rowsInUse(template.id, snapshot).filter((row) => keyText(template, row) === key);
  const [row] = found;
  if (row === undefined) throw new AppError('row-not-found', { register: template.id, key, columns: template.key.map((each) => template.columns.find((column) => column.key === each)?.title.zh ?? each).join('/') });
  return row;
}

/** How a row is called on the command line. */
export function keyText(template: RegisterTemplate, row: Pick<Row, 'cells'>): string {
  return template.key.map((column) => String(row.cells[column] ?? '')).join('/');
}
