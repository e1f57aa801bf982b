import { Flags } from '@oclif/core';
import { AppError } from '#domain/app-error.js';
import { IsoDay } from '#domain/primitives.js';

/** A flag that takes a day, `2026-03-05`. */
export const dayFlag = Flags.custom<string>({
  helpValue: 'YYYY-MM-DD',
  parse: (value) => {
    if (!IsoDay.safeParse(value).success) throw new AppError('usage-not-a-day', { value });
    return Promise.resolve(value);
  },
});
