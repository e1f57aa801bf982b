import { z } from 'zod';
import { IsoDay } from './primitives.js';

/** A day that is not what its weekday says: a public holiday, or a weekend day that is worked (调休). */
export const CalendarDay = z.strictObject({
  day: IsoDay,
  kind: z.enum(['holiday', 'workday']),
  name: z.string().max(40),
  /** The notice it was taken from. */
  source: z.string().max(200),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** A year whose table was imported: other days of it are what their weekday says; days of other years are unknown. */
export const CalendarYear = z.strictObject({ year: z.string().regex(/^\d{4}$/), days: z.int(), source: z.string().max(200) });
export type CalendarYear = z.infer<typeof CalendarYear>;
