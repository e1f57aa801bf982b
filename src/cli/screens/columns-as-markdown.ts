import type { Language, Say } from '#messages/say.js';
import type { BlankForm } from '#workflows/blank-form.js';
import { columnTakes } from './column-takes.js';

/** The columns of a book as a page of documentation. */
export function columnsAsMarkdown(form: BlankForm, language: Language, say: Say): string[] {
  const rows = form.columns.map((column) => [
    `\`${column.key}\``,
    language === 'en' ? column.title.en : column.title.zh,
    column.required ? say('label.yes') : '',
    columnTakes(column, say, ' / '),
    column.note ?? '',
  ]);
  const heads = [say('column.id'), say('column.title'), say('column.required'), say('column.takes'), say('column.note')];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [`# ${form.title} (${form.register})`, '', form.source, ...(form.rhythm === undefined ? [] : ['', form.rhythm]), '', line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}
