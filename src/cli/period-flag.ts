import { Flags } from '@oclif/core';
import { AppError } from '#domain/app-error.js';
import { parsePeriod, type Period } from '#messages/period-text.js';

/** A flag that takes a period: `2026`, `2026-H1`, `2026-Q3`, `2026-09` or `2026-09-01..2026-09-15`. */
export const periodFlag = Flags.custom<Period>({
  helpValue: 'YYYY[-Qn]',
  parse: (value) => {
    const period = parsePeriod(value);
    if (period === undefined) throw new AppError('usage-not-a-period', { value });
    return Promise.resolve(period);
  },
});
