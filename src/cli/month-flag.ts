import { Flags } from '@oclif/core';
import { AppError } from '#domain/app-error.js';

/** A flag that takes a month, `2026-03`. */
export const monthFlag = Flags.custom<string>({
  helpValue: 'YYYY-MM',
  parse: (value) => {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) throw new AppError('usage-not-a-month', { value });
    return Promise.resolve(value);
  },
});
