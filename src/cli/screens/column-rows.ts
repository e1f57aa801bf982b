import type { Language, Say } from '#messages/say.js';
import type { BlankForm } from '#workflows/blank-form.js';
import { columnTakes } from './column-takes.js';
import { tableLines } from '../table.js';

/** The columns of a book: what each takes, and which must be filled in. */
export function columnRows(columns: BlankForm['columns'], language: Language, say: Say, width: number): string[] {
  const heads = [{ title: say('column.id') }, { title: say('column.title'), wide: true }, { title: say('column.required') }, { title: say('column.takes'), wide: true }];
  const rows = columns.map((column) => [
    column.key,
    language === 'en' ? column.title.en : column.title.zh,
    column.required ? say('label.yes') : '',
    columnTakes(column, say, ' '),
  ]);
  return tableLines(heads, rows, width);
}
