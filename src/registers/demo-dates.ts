const dayMs = 86_400_000;
const offset = /(^|[\s,":])D([+-]\d{1,5})(?=$|[\s,"])/g;

/** Text of the demo office with each `D-30` or `D+90` as the day that many days from `today`, so that the demo never goes stale. */
export function resolveDayOffsets(text: string, today: string): string {
  return text.replace(offset, (_match, before: string, days: string) => `${before}${dayAt(today, Number(days))}`);
}

function dayAt(today: string, days: number): string {
  return new Date(Date.parse(today) + days * dayMs).toISOString().slice(0, 10);
}
