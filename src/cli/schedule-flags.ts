import { Flags } from '@oclif/core';
import { AppError } from '#domain/app-error.js';
import type { JobDetails } from '#workflows/schedule-jobs.js';
import { jobAction, quietHoursOf, rhythmOf } from './job-words.js';

const everyOptions = ['workday', 'day', 'week', 'month', 'quarter'] as const;

/** What can be said of a job, the same for a new one and for a changed one. */
export const scheduleFlags = {
  every: Flags.option({ options: everyOptions })(),
  at: Flags.string({ helpValue: 'HH:MM' }),
  on: Flags.integer({ min: 1, max: 31 }),
  cron: Flags.string({ helpValue: 'EXPR' }),
  do: Flags.string({ helpValue: 'COMMAND' }),
  'catch-up': Flags.boolean({ allowNo: true }),
  jitter: Flags.integer({ min: 0, max: 120, helpValue: 'MINUTES' }),
  'quiet-hours': Flags.string({ helpValue: 'HH:MM-HH:MM' }),
  'max-runtime': Flags.integer({ min: 1, max: 720, helpValue: 'MINUTES' }),
  zone: Flags.string({ helpValue: 'ZONE' }),
  by: Flags.string(),
};

interface GivenFlags {
  readonly every: string | undefined;
  readonly at: string | undefined;
  readonly on: number | undefined;
  readonly cron: string | undefined;
  readonly do: string | undefined;
  readonly 'catch-up': boolean | undefined;
  readonly jitter: number | undefined;
  readonly 'quiet-hours': string | undefined;
  readonly 'max-runtime': number | undefined;
  readonly zone: string | undefined;
}

/** The flags as details of a job; what was not said is absent. */
export function jobDetails(flags: GivenFlags): JobDetails {
  const rhythm = rhythmOf(flags);
  const quiet = flags['quiet-hours'];
  return {
    ...(rhythm && { rhythm }),
    ...(flags.do !== undefined && { action: jobAction(flags.do) }),
    ...(flags.zone !== undefined && { zone: flags.zone }),
    ...(flags['catch-up'] !== undefined && { catchUp: flags['catch-up'] }),
    ...(flags.jitter !== undefined && { jitterMinutes: flags.jitter }),
    ...(quiet !== undefined && { quietHours: quietHoursOf(quiet) }),
    ...(flags['max-runtime'] !== undefined && { maxRuntimeMinutes: flags['max-runtime'] }),
  };
}

/** The same for a new job, which must say when and what. */
export function newJobDetails(flags: GivenFlags): JobDetails & Required<Pick<JobDetails, 'rhythm' | 'action'>> {
  const { rhythm, action, ...details } = jobDetails(flags);
  if (rhythm === undefined) throw new AppError('job-rhythm-invalid');
  if (action === undefined) throw new AppError('usage-missing-flag', { name: '--do' });
  return { ...details, rhythm, action };
}
