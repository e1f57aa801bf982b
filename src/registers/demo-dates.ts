const dayMs = 86_400_000;
const offset = /(^|[\s,":])([DY])([+-]\d{1,5})(?=$|[\s,"])/g;

/** Text of the demo office with each `D-30` or `D+90` as a working day that many days from `today`, each `Y-1` as a year, so that the demo never goes stale. */
export function resolveDayOffsets(text: string, today: string): string {
  return text.replace(offset, (_match, before: string, unit: string, count: string) => {
    const distance = Number(count);
    return `${before}${unit === 'D' ? workdayAt(today, distance) : String(Number(today.slice(0, 4)) + distance)}`;
  });
}

// Nobody signs, meets or trains on a weekend: such a day becomes the Friday before it. Today stays today.
function workdayAt(today: string, days: number): string {
  const day = new Date(Date.parse(today) + days * dayMs);
  const pastFriday = days === 0 ? 0 : Math.max(0, ((day.getUTCDay() + 6) % 7) - 4);
  return new Date(day.getTime() - pastFriday * dayMs).toISOString().slice(0, 10);
}
