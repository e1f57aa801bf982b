import { Flags } from '@oclif/core';
import { AppError } from '#domain/app-error.js';
import { IsoDay } from '#domain/primitives.js';

/** A flag that takes a moment in China, `2026-03-05 09:30`; handed on as an instant. */
export const momentFlag = Flags.custom<string>({
  helpValue: 'YYYY-MM-DD HH:MM',
  parse: (value) => {
    const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})[ T]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(value.trim()) ?? [];
    if (!IsoDay.safeParse(day).success) throw new AppError('moment-form', { value });
    return Promise.resolve(new Date(`${day}T${time}:00+08:00`).toISOString());
  },
});
