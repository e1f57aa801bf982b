import type { Say } from '#messages/say.js';

/** A day as official papers write it: 2026年3月5日, no leading zeros. */
export function dateText(day: string, say: Say): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return say('form.date', { year, month: Number(month), day: Number(date) });
}
