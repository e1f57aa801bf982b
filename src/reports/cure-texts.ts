import type { CureFigures } from '#domain/management-figures.js';
import type { Say } from '#messages/say.js';

/** Rate and mean time in words; what cannot be said is a stroke, never 0. */
export function cureTexts({ rate, meanDays, closed, total }: CureFigures, say: Say): { readonly rate: string; readonly days: string; readonly closed: number; readonly total: number } {
  return { rate: rate === null ? '-' : `${oneDecimal(rate)}%`, days: meanDays === null ? '-' : say('cure.days', { days: oneDecimal(meanDays) }), closed, total };
}

// Cut, not rounded: 99.96 is not all.
function oneDecimal(value: number): string {
  return (Math.floor(value * 10) / 10).toFixed(1);
}
