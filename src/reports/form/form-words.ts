import type { Cell, Column } from '#domain/register.js';
import { listJoiner } from '#messages/spellings.js';
import type { Say } from '#messages/say.js';

/** What stands in a cell of a table that is to be filled in by hand. */
export function blankText(column: Column, say: Say): string {
  return column.type === 'bool' ? say('form.yes-no') : '';
}

/** The same in a card, where there is room for the choices. */
export function blankChoices(column: Column, say: Say): string {
  const isChoice = column.type === 'enum' || column.type === 'multi';
  return isChoice ? (column.values ?? []).map((value) => say('form.choice', { value })).join('  ') : blankText(column, say);
}

/** A cell of a book as it is printed. */
export function filledText(value: Cell | undefined, say: Say): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return say(value ? 'form.yes' : 'form.no');
  if (typeof value === 'object') return value.join(listJoiner);
  return String(value).replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 ');
}

/** Width in ems, near enough to share out a page: Chinese is one wide, Latin a little over half. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.58 : 1;
  return ems;
}

/** The longest piece that a line cannot be broken in. */
export function longestWord(text: string): number {
  return Math.max(0, ...(text.match(/[A-Za-z0-9_./:@#&+=~$*-]+/g) ?? []).map(emsOf));
}
