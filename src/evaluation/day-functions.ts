const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Whole days from `from` to `to` (negative when `to` is earlier); both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / dayMs);
}

/** The same day `months` later, or the last day of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const count = year * 12 + (month - 1) + months;
  // Half a month, or a year of five digits, would give text that compares wrongly.
  if (!Number.isInteger(count) || count < 12 || count >= 120_000) throw new RangeError('not a day of the calendar');
  const lastDate = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  return [String(Math.floor(count / 12)).padStart(4, '0'), two((count % 12) + 1), two(Math.min(date, lastDate))].join('-');
}

/** The day `days` later. */
export function addDays(day: string, days: number): string {
  return new Date(utc(day) + days * dayMs).toISOString().slice(0, 10);
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

function utc(day: string): number {
  const [year, month, date] = parts(day);
  return Date.UTC(year, month - 1, date);
}

function parts(day: string): [number, number, number] {
  const match = dayPattern.exec(day);
  if (match === null) throw new TypeError('not a day');
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
