import { z } from 'zod';
import { Assessment } from '#domain/assessment.js';
import { BackupEntry } from '#domain/backup-entry.js';
import { CalendarDay, CalendarYear } from '#domain/calendar-day.js';
import { IssuedReport } from '#domain/issued-report.js';
import { dutySources } from '#domain/year-plan.js';
import { Job } from '#domain/job.js';
import { Slot } from '#domain/slot.js';

const DayKind = z.enum(['workday', 'day-off', 'unknown-weekday', 'unknown-weekend']);
const DueTime = z.strictObject({ at: z.string(), local: z.string(), dayKind: DayKind });
export const JobView = z.strictObject({ job: Job, next: z.array(DueTime), last: Slot.optional() });

export const YearEntryShape = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  remindFrom: z.string().optional(),
  what: z.string(),
  who: z.string().optional(),
  source: z.enum([...dutySources, 'register', 'finding', 'training', 'supervision', 'leak', 'round']),
  basis: z.string().optional(),
  command: z.string().optional(),
  sure: z.boolean(),
  overdue: z.boolean(),
});
const Dateless = z.strictObject({ name: z.string(), year: z.string(), reason: z.enum(['no-table', 'not-in-table']) });

/** What `--json` prints, by command. */
export const schedulesShapes: Readonly<Record<string, z.ZodType>> = {
  'schedule:list': z.strictObject({ jobs: z.array(JobView) }),
  'schedule:add': JobView,
  'schedule:edit': JobView,
  'schedule:enable': JobView,
  'schedule:disable': JobView,
  'schedule:remove': z.strictObject({ removed: Job }),
  'schedule:next': z.strictObject({ times: z.array(DueTime.extend({ job: z.string(), zone: z.string() })) }),
  'schedule:log': z.strictObject({ entries: z.array(z.strictObject({ slot: Slot, job: z.string().nullable(), assessmentNumbers: z.array(z.string()) })) }),
  'schedule:run': z.strictObject({ job: Job, assessments: z.array(Assessment), report: IssuedReport.optional(), backup: BackupEntry.optional(), clockBehind: z.boolean() }),
  calendar: z.strictObject({ year: z.string(), unit: z.string(), today: z.string(), known: z.boolean(), plan: z.enum(['program', 'office']), entries: z.array(YearEntryShape), dateless: z.array(Dateless) }),
  'calendar:export': z.strictObject({ year: z.string(), path: z.string(), events: z.int(), known: z.boolean(), dateless: z.array(Dateless) }),
  'calendar:show': z.strictObject({
    month: z.string(),
    known: z.boolean(),
    days: z.array(z.strictObject({ day: z.string(), kind: DayKind, name: z.string().optional() })),
  }),
  'calendar:holidays:import': z.strictObject({ years: z.array(CalendarYear) }),
  'calendar:holidays:list': z.strictObject({ years: z.array(CalendarYear), days: z.array(CalendarDay) }),
};
