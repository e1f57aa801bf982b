import { Flags } from '@oclif/core';
import { AppError } from '#domain/app-error.js';
import type { Age } from '#workflows/purge-evidence.js';

/** A flag that takes an age: `3y`, `36m` or `90d`. */
export const ageFlag = Flags.custom<Age>({
  helpValue: '3y|36m|90d',
  parse: (value) => {
    const [, digits, unit] = /^([1-9]\d{0,3})([ymd])$/.exec(value) ?? [];
    const count = Number(digits);
    if (digits === undefined || (unit === 'y' && count > 100)) throw new AppError('usage-not-an-age', { value });
    if (unit === 'd') return Promise.resolve({ count, unit: 'days' });
    return Promise.resolve({ count: unit === 'y' ? count * 12 : count, unit: 'months' });
  },
});
