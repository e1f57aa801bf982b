import { z } from 'zod';

const Month = z.int().min(1).max(12);
/** `MM-DD`; 29 February would be missing in most years. */
const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/).refine((day) => !['02-29', '02-30', '02-31', '04-31', '06-31', '09-31', '11-31'].includes(day));

/** When a duty of the year falls due. */
export const DutyTime = z.discriminatedUnion('kind', [
  /** Last workday of the month, of all months unless some are named; `remindFrom`: day of the month. */
  z.strictObject({ kind: z.literal('month-end'), months: z.array(Month).min(1).optional(), remindFrom: z.int().min(1).max(27).optional() }),
  /** From the first day of these months to the last workday of the last one. Months that do not follow each other are times of their own. */
  z.strictObject({ kind: z.literal('months'), months: z.array(Month).min(1) }),
  z.strictObject({ kind: z.literal('between'), from: MonthDay, to: MonthDay }).refine(({ from, to }) => from <= to),
  /** Last workday before each holiday, by a part of its name in the imported table. */
  z.strictObject({ kind: z.literal('before-holidays'), names: z.array(z.string().min(2).max(20)).min(1) }),
]);

export const dutySources = ['practice', 'rule', 'law'] as const;

/** One thing that an office does every year: 例行事项. */
export const Duty = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  what: z.string().min(2).max(80),
  who: z.string().min(1).max(40),
  when: DutyTime,
  /** Kind of business without which the unit does not have this duty, e.g. hasCryptography. */
  needs: z.string().optional(),
  /** Common practice, the unit's own rule, or an article that itself states the duty. */
  source: z.enum(dutySources),
  basis: z.string().min(2).max(120).optional(),
  command: z.string().regex(/^zicha /).max(120).optional(),
}).refine(({ source, basis }) => source !== 'law' || basis !== undefined, { path: ['basis'], message: 'basis' });

/** `templates/calendar.yaml`, or the unit's own in its place: 保密工作年历. */
export const YearPlan = z.strictObject({ duties: z.array(Duty).min(1).max(100) })
  .refine(({ duties }) => new Set(duties.map(({ id }) => id)).size === duties.length, { path: ['duties'], message: 'id' });
export type DutyTime = z.infer<typeof DutyTime>;
export type Duty = z.infer<typeof Duty>;
export type YearPlan = z.infer<typeof YearPlan>;
