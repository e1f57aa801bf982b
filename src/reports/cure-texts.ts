import type { CureFigures } from '#domain/management-figures.js';
import { oneDecimal, rateText } from '#messages/figure-text.js';
import type { Say } from '#messages/say.js';

/** Rate and mean time in words; what cannot be said is a stroke, never 0. */
export function cureTexts({ meanDays, closed, total }: CureFigures, say: Say): { readonly rate: string; readonly days: string; readonly closed: number; readonly total: number } {
  return { rate: total === 0 ? '-' : rateText(closed, total), days: meanDays === null ? '-' : say('cure.days', { days: oneDecimal(meanDays) }), closed, total };
}
