import type { Problem } from '#domain/app-error.js';
import type { Column, RegisterTemplate } from '#domain/register.js';
import { annexPatterns } from '#messages/annex-spellings.js';
import { plain } from '../normalise-cell.js';
import { readBook, type OpenedBook } from '../read-book.js';
import type { Cells, ReadRow } from '../sheet-row.js';
import { unknownProblems } from '../sheet-header.js';

/** One item of the official annex as the unit's sheet has it. */
export interface AnnexItem {
  readonly number: number;
  readonly line: number;
  readonly category?: string;
  readonly content: string;
  /** null where the sheet gives none, as for items that aggravate. */
  readonly points: number | null;
  readonly rule: string;
  readonly short?: string;
}

export interface ReadAnnex {
  readonly items: readonly AnnexItem[];
  /** Places that cannot be read, with row, column and cure. */
  readonly problems: readonly Problem[];
}

/** Items 1 to 50 carry the points; 51 to 58 aggravate; 59 is the veto. */
export const annexSize = { scored: 50, all: 59 } as const;

/** Reads the items of an official annex; a cell merged over several scoring rules makes them one item. */
export function readAnnex(book: OpenedBook, template: RegisterTemplate): ReadAnnex {
  const read = readBook(book, template);
  const title = (key: string): string => template.columns.find((column: Column) => column.key === key)?.title.zh ?? key;
  const problems: Problem[] = [...read.problems, ...unknownProblems(read.unknownHeaders, read.headerLine, template)];
  const items: AnnexItem[] = [];
  for (const row of read.rows) {
    const item = itemOf(row, title);
    if ('code' in item) problems.push(item);
    else addTo(items, inCategory(item, items.at(-1)?.category), problems, title('no'));
  }
  return { items, problems: [...problems, ...pointProblems(items, title('points'))] };
}

function itemOf({ line, cells }: ReadRow, title: (key: string) => string): AnnexItem | Problem {
  const number = numberIn(textIn(cells, 'no'));
  if (number === undefined) return { code: 'annex-number-invalid', params: { line, column: title('no'), value: textIn(cells, 'no').slice(0, 30) } };
  const points = pointsIn(textIn(cells, 'points'));
  if (points === undefined) return { code: 'cell-not-a-number', params: { line, column: title('points'), value: textIn(cells, 'points').slice(0, 30) } };
  return { number, line, content: textIn(cells, 'content'), points, rule: textIn(cells, 'rule'), ...named('category', cells), ...named('short', cells) };
}

function numberIn(text: string): number | undefined {
  const number = Number(annexPatterns.number.exec(text)?.[1]);
  return number >= 1 && number <= annexSize.all ? number : undefined;
}

function pointsIn(text: string): number | null | undefined {
  const points = annexPatterns.points.exec(text)?.[1];
  if (points !== undefined) return Number(points);
  return annexPatterns.noPoints.test(text) ? null : undefined;
}

function named(key: 'category' | 'short', cells: Cells): Partial<Pick<AnnexItem, 'category' | 'short'>> {
  const text = textIn(cells, key);
  return text === '' ? {} : { [key]: text };
}

// A category stands once, before the first of its items.
function inCategory(item: AnnexItem, before: string | undefined): AnnexItem {
  return item.category !== undefined || before === undefined ? item : { ...item, category: before };
}

// Numbers may be typed wide; sentences stay as they are written.
function textIn(cells: Cells, key: 'no' | 'category' | 'content' | 'points' | 'rule' | 'short'): string {
  const text = String(cells[key] ?? '').trim();
  return key === 'no' || key === 'points' ? plain(text) : text;
}

function addTo(items: AnnexItem[], item: AnnexItem, problems: Problem[], column: string): void {
  const known = items.findIndex(({ number }) => number === item.number);
  const before = items[known];
  if (before === undefined) items.push(item);
  else if (known === items.length - 1 && before.content === item.content && before.points === item.points) items[known] = { ...before, rule: `${before.rule}\n${item.rule}` };
  else problems.push({ code: 'annex-number-twice', params: { line: item.line, column, number: item.number, first: before.line } });
}

function pointProblems(items: readonly AnnexItem[], column: string): Problem[] {
  const scored = items.filter(({ number }) => number <= annexSize.scored);
  return scored.flatMap(({ line, number, points }): Problem[] => {
    if (points === null || points === 0) return [{ code: 'annex-points-missing', params: { line, column, number } }];
    return points > 100 ? [{ code: 'cell-not-a-number', params: { line, column, value: points } }] : [];
  });
}
