/** The `count` months up to that of `today`, oldest first, as `YYYY-MM`. */
export function monthsUpTo(today: string, count: number): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7));
}
