import type { Cell } from '#domain/register.js';

export type Cells = Readonly<Record<string, Cell>>;

/** The row with some of its cells left blank. */
export function without(cells: Cells, ...keys: readonly string[]): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([key]) => !keys.includes(key)));
}
