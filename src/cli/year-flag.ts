import { Flags } from '@oclif/core';
import { AppError } from '#domain/app-error.js';

/** A flag that takes a year, `2026`. */
export const yearFlag = Flags.custom<string>({
  helpValue: 'YYYY',
  parse: (value) => {
    if (!/^(19|20|21)\d{2}$/.test(value)) throw new AppError('usage-not-a-year', { value });
    return Promise.resolve(value);
  },
});
