import type { Column } from '#domain/register.js';
import { bookValues } from '#messages/book-values.js';
import { longFamilyNames, maskedName } from '#messages/spellings.js';

/** A person's name for paper and screen: the family name and one character, e.g. 张某. */
export function maskName(name: string): string {
  const text = name.trim();
  const family = longFamilyNames.find((each) => text.startsWith(each) && text.length > each.length) ?? [...text][0];
  return family === undefined ? '' : `${family}${maskedName}`;
}

/** An identity number with its middle hidden: first six, last two; a shorter one is hidden whole. */
export function maskIdNumber(number: string): string {
  return middleHidden(number, 6, 2);
}

/** A telephone number with its middle hidden: first three, last two. */
export function maskPhone(number: string): string {
  return middleHidden(number, 3, 2);
}

/** A cell as it may be shown; of personal details other than a name nothing remains. */
export function maskCell(column: Column, value: unknown): string {
  const text = Array.isArray(value) ? value.map(String).join('; ') : String(value);
  if (column.type === 'idno') return maskIdNumber(text);
  if (column.type === 'phone') return maskPhone(text);
  if (!column.personal) return text;
  return column.type === 'string' ? maskName(text) : '***';
}

/** A cell in words for paper and screen, masked: yes and no as people write them. */
export function shownCell(column: Column, value: unknown): string {
  return typeof value === 'boolean' ? (value ? bookValues.yes : bookValues.no) : maskCell(column, value);
}

/** True for what stands in a masked cell instead of the value. */
export function isMasked(column: Column, text: string): boolean {
  if (!column.personal && column.type !== 'idno' && column.type !== 'phone') return false;
  return text.includes('**') || (column.type === 'string' && text.endsWith(maskedName) && maskName(text) === text);
}

function middleHidden(number: string, first: number, last: number): string {
  const characters = [...number];
  const hidden = characters.length - first - last;
  // Of a passport number of nine characters eight would show: at least half is hidden, or all of it.
  if (hidden * 2 < characters.length) return '*'.repeat(characters.length);
  return `${characters.slice(0, first).join('')}${'*'.repeat(hidden)}${characters.slice(-last).join('')}`;
}
