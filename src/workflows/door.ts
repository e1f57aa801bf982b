/** Time and identity are made at the front door and handed down; days are counted in the office's time zone. */
export interface Door {
  now(): string;
  newId(): string;
}

/** The office's time zone: days, numbers and papers are dated by it; a job may have another. */
export const officeZone = 'Asia/Shanghai';

const officeDay = new Intl.DateTimeFormat('sv-SE', { timeZone: officeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
const officeMinute = new Intl.DateTimeFormat('sv-SE', { timeZone: officeZone, dateStyle: 'short', timeStyle: 'short' });

/** Calendar day (`YYYY-MM-DD`) of a moment in China. */
export function dayOf(instant: string): string {
  return officeDay.format(new Date(instant));
}

/** `YYYY-MM-DD HH:MM` of a moment in China. */
export function minuteOf(instant: string): string {
  return officeMinute.format(new Date(instant));
}
