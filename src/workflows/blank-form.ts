import type { Column } from '#domain/register.js';
import { writeCsv } from '#registers/write-csv.js';
import type { Desk } from './desk.js';
import { loadTemplates } from './load-catalog.js';
import { templateNamed } from './write-register.js';

/** An empty book to fill in with a spreadsheet program, and what each column takes. */
export interface BlankForm {
  readonly register: string;
  readonly columns: readonly Pick<Column, 'key' | 'title' | 'type' | 'required' | 'values'>[];
  readonly csv: string;
}

export function blankForm(desk: Desk, register: string): BlankForm {
  const template = templateNamed(register, loadTemplates(desk.program));
  const columns = template.columns.map(({ key, title, type, required, values }) => ({ key, title, type, required, ...(values === undefined ? {} : { values }) }));
  return { register: template.id, columns, csv: writeCsv([], template) };
}
