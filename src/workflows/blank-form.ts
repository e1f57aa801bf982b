import { z } from 'zod';
import type { Column, RegisterTemplate } from '#domain/register.js';
import { rowSchema } from '#registers/register-schemas.js';
import { fitTemplates } from '#registers/fit-template.js';
import { booksOpenIn, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { loadTemplates } from './load-catalog.js';
import { bookNamed } from './open-books.js';
import { openIfThere } from './open-if-there.js';

/** A book as it is to be filled in: what each column takes, and the shape of a row. */
export interface BlankForm {
  readonly register: string;
  readonly title: string;
  readonly source: string;
  readonly rhythm?: string;
  readonly columns: readonly Pick<Column, 'key' | 'title' | 'type' | 'required' | 'values' | 'register' | 'note'>[];
  /** JSON Schema of a row. */
  readonly schema: unknown;
}

export interface BlankSheet {
  readonly form: BlankForm;
  readonly template: RegisterTemplate;
  readonly open: OpenBooks | undefined;
}

/** The columns of a book as this unit and machine have them; before `init`, as shipped for a non-classified machine. */
export async function blankForm(desk: Desk, register: string): Promise<BlankSheet> {
  const store = await openIfThere(desk.folder);
  if (store === undefined) {
    const books = fitTemplates(loadTemplates(desk.program), { mode: 'non-classified', overrides: {}, allowances: {} });
    return sheetOf(bookNamed(register, books).template, undefined);
  }
  try {
    const open = booksOpenIn(desk, store);
    return sheetOf(bookNamed(register, open.books).template, open);
  } finally {
    await store.close();
  }
}

function sheetOf(template: RegisterTemplate, open: OpenBooks | undefined): BlankSheet {
  const columns = template.columns.filter((column) => column.computed === undefined);
  const form: BlankForm = {
    register: template.id,
    title: template.title.zh,
    source: template.source,
    ...(template.rhythm === undefined ? {} : { rhythm: template.rhythm }),
    columns: columns.map(({ key, title, type, required, values, register, note }) => ({ key, title, type, required, ...(values === undefined ? {} : { values }), ...(register === undefined ? {} : { register }), ...(note === undefined ? {} : { note }) })),
    schema: z.toJSONSchema(rowSchema(template)),
  };
  return { form, template, open };
}
