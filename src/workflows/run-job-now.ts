import type { Assessment } from '#domain/assessment.js';
import type { BackupEntry } from '#domain/backup-entry.js';
import type { IssuedReport } from '#domain/issued-report.js';
import type { Job } from '#domain/job.js';
import { openStore } from '#store/store.js';
import { createBackup } from './create-backup.js';
import type { Desk } from './desk.js';
import { renderReport } from './render-report.js';
import { runAssessment } from './run-assessment.js';
import { jobNamed } from './schedule-jobs.js';

/** What a job did when a person asked for it. */
export interface JobOutcome {
  readonly job: Job;
  readonly assessments: readonly Assessment[];
  readonly report?: IssuedReport;
  readonly backup?: BackupEntry;
  readonly clockBehind: boolean;
}

/** Does what a job says at once, outside its times: the due ledger is left alone. */
export async function runJobNow(desk: Desk, name: string, by?: string): Promise<JobOutcome> {
  const job = await jobOnFile(desk, name);
  const person = by === undefined ? {} : { by };
  if (job.action.kind === 'backup') {
    const { entry } = await createBackup(desk, job.action.to, by);
    return { job, assessments: [], backup: entry, clockBehind: false };
  }
  const { assessments, clockBehind } = await runAssessment(desk, { checklistIds: job.action.checklistIds, trigger: 'person', ...person });
  if (!job.action.report) return { job, assessments, clockBehind };
  const { issued } = await renderReport(desk, { template: 'self-assessment', assessmentNumbers: assessments.map(({ number }) => number), ...person });
  return { job, assessments, report: issued, clockBehind };
}

async function jobOnFile(desk: Desk, name: string): Promise<Job> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return jobNamed(store.read(), name);
  } finally {
    await store.close();
  }
}
