import type { Cell } from '#domain/register.js';

export type Cells = Readonly<Record<string, Cell>>;
/** What is different in a row; null = blank. */
export type Changes = Readonly<Record<string, Cell | null>>;
/** Item → what is wrong in the one row that it finds. */
export type Faults = Readonly<Record<string, Changes>>;

/** The row with other cells. */
export function but(row: Cells, changes: Changes): Cells {
  return Object.fromEntries(Object.entries({ ...row, ...changes }).filter((entry): entry is [string, Cell] => entry[1] !== null));
}

/** One row for each fault, in good order otherwise; its number is the id of the item that must find it. */
export function faultyRows(row: Cells, key: string, faults: Faults): readonly Cells[] {
  return Object.entries(faults).map(([item, changes]) => but({ ...row, [key]: item }, changes));
}

/** Each item fails by the row that bears its id. */
export function byOwnRow(...books: readonly Faults[]): Readonly<Record<string, string>> {
  return Object.fromEntries(books.flatMap((faults) => Object.keys(faults)).map((item) => [item, item]));
}
