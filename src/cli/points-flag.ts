import { Flags } from '@oclif/core';
import { AppError } from '#domain/app-error.js';

/** A flag that takes points: a number with up to two decimals. */
export const pointsFlag = Flags.custom<number>({
  helpValue: 'POINTS',
  parse: (value) => {
    if (!/^\d{1,4}(\.\d{1,2})?$/.test(value)) throw new AppError('usage-not-a-number', { value });
    return Promise.resolve(Number(value));
  },
});
