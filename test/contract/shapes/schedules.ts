import { z } from 'zod';
import { Assessment } from '#domain/assessment.js';
import { BackupEntry } from '#domain/backup-entry.js';
import { CalendarDay, CalendarYear } from '#domain/calendar-day.js';
import { IssuedReport } from '#domain/issued-report.js';
import { Job } from '#domain/job.js';
import { Slot } from '#domain/slot.js';

const DayKind = z.enum(['workday', 'day-off', 'unknown-weekday', 'unknown-weekend']);
const DueTime = z.strictObject({ at: z.string(), local: z.string(), dayKind: DayKind });
export const JobView = z.strictObject({ job: Job, next: z.array(DueTime), last: Slot.optional() });

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
  'calendar:show': z.strictObject({
    month: z.string(),
    known: z.boolean(),
    days: z.array(z.strictObject({ day: z.string(), kind: DayKind, name: z.string().optional() })),
  }),
  'calendar:holidays:import': z.strictObject({ years: z.array(CalendarYear) }),
  'calendar:holidays:list': z.strictObject({ years: z.array(CalendarYear), days: z.array(CalendarDay) }),
};
