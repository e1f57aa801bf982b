import type { Say } from '#messages/say.js';
import type { JobOutcome } from '#workflows/run-job-now.js';
import { runScreen } from './run-screen.js';

/** What a job did when it was run by hand. */
export function jobRunScreen(outcome: JobOutcome, say: Say, width: number, verbose: boolean): string[] {
  const { job, assessments, report, backup } = outcome;
  return [
    say('job.ran', { name: job.name }),
    ...(assessments.length === 0 ? [] : ['', ...runScreen({ assessments }, say, width, verbose)]),
    ...(report === undefined ? [] : ['', say('job.report', { number: report.number, path: report.path })]),
    ...(backup === undefined ? [] : [say('job.backed-up', { path: backup.path, files: backup.files, seq: backup.seq })]),
  ];
}
