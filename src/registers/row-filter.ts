import type { Cell, RowFilter } from '#domain/register.js';

type Cells = Readonly<Record<string, Cell>>;

/** Whether a row passes; `year` is the year at hand, `counting` the row that counts. */
export function passes(filter: RowFilter, cells: Cells, year: string, counting: Cells): boolean {
  return Object.entries(filter).every(([column, wanted]) => {
    const cell = cells[column];
    if (Array.isArray(wanted)) return cell !== undefined && [cell].flat().some((each) => wanted.includes(each as string | boolean));
    if ('blank' in wanted) return (cell === undefined) === wanted.blank;
    const sought = wanted.year === 'this' ? year : counting[wanted.year.of];
    return typeof cell === 'string' && typeof sought === 'string' && cell.startsWith(sought.slice(0, 4));
  });
}
