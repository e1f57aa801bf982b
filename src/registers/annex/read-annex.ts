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
  const number = Number(annexPatterns.number.exec(textIn(cells, 'no'))?.[1] ?? Number.NaN);
  if (!(number >= 1 && number <= annexSize.all)) return { code: 'annex-number-invalid', params: { line, column: title('no'), value: textIn(cells, 'no').slice(0, 30) } };
  const said = textIn(cells, 'points');
  const points = annexPatterns.points.exec(said)?.[1];
  if (points === undefined && !annexPatterns.noPoints.test(said)) return { code: 'cell-not-a-number', params: { line, column: title('points'), value: said.slice(0, 30) } };
  const [category, short] = [textIn(cells, 'category'), textIn(cells, 'short')];
  return {
    number,
    line,
    content: String(cells['content'] ?? '').trim(),
    points: points === undefined ? null : Number(points),
    rule: String(cells['rule'] ?? '').trim(),
    ...(category === '' ? {} : { category }),
    ...(short === '' ? {} : { short }),
  };
}

// A category stands once, before the first of its items.
function inCategory(item: AnnexItem, before: string | undefined): AnnexItem {
  return item.category !== undefined || before === undefined ? item : { ...item, category: before };
}

function textIn(cells: Cells, key: string): string {
  return plain(String(cells[key] ?? ''));
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
