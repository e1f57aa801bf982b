import { rmSync } from 'node:fs';
import { AppError } from '#domain/app-error.js';
import { usualAgentSettings } from '#domain/agent-settings.js';
import type { Job } from '#domain/job.js';
import type { Slot } from '#domain/slot.js';
import type { WorkingSet } from '#domain/working-set.js';
import { openStore } from '#store/store.js';
import { createBackup } from './create-backup.js';
import { claimed, type Desk } from './desk.js';
import { renderReport } from './render-report.js';
import { runAssessment } from './run-assessment.js';
import { completion } from './slot-ledger.js';

/** Does what a job says for one due time that was begun under `attemptId`; the result and the completed slot are one transaction. */
export async function runSlot(desk: Desk, slotId: string, attemptId: string, paper = true): Promise<Slot> {
  const job = await jobOf(desk, slotId);
  const slot = { id: slotId, attemptId };
  if (job.action.kind === 'assess') await runAssessment(desk, { checklistIds: job.action.checklistIds, trigger: 'schedule', slot });
  else await backUp(desk, job.action.to, slotId, attemptId);
  if (job.action.kind === 'assess' && job.action.report && paper) await printFor(desk, slotId);
  return inStore(desk, (snapshot) => slotNamed(snapshot, slotId));
}

async function backUp(desk: Desk, to: string | undefined, slotId: string, attemptId: string): Promise<void> {
  const { path } = await createBackup(desk, to, desk.say('actor.scheduler'));
  await change(desk, (snapshot, at) => completion(snapshot, slotId, attemptId, at, { assessmentIds: [], backup: path }).value as Slot);
}

// The check is done and kept before it is printed: a paper that fails takes nothing back.
async function printFor(desk: Desk, slotId: string): Promise<void> {
  const assessments = await inStore(desk, (snapshot) => {
    const ids = slotNamed(snapshot, slotId).assessmentIds;
    return Object.values(snapshot.assessments).filter((entry) => ids.includes(entry.id)).map((entry) => entry.number);
  });
  const { issued } = await renderReport(desk, { template: 'overview', assessmentNumbers: assessments, by: desk.say('actor.scheduler') });
  await change(desk, (snapshot) => ({ ...slotNamed(snapshot, slotId), reportNumber: issued.number }));
  await removeOldPapers(desk);
}

// Only papers of scheduled runs, and only the files: number, code and digest stay on record.
async function removeOldPapers(desk: Desk): Promise<void> {
  const old = await inStore(desk, (snapshot) => {
    const { keepReports } = snapshot.agentSettings['agent'] ?? usualAgentSettings;
    const numbers = Object.values(snapshot.slots).flatMap((slot) => (slot.reportNumber === undefined ? [] : [slot.reportNumber]));
    const papers = Object.values(snapshot.reports).filter((report) => numbers.includes(report.number));
    return papers.sort((left, right) => (left.number > right.number ? -1 : 1)).slice(keepReports);
  });
  for (const { path } of old) rmSync(path, { force: true });
}

async function jobOf(desk: Desk, slotId: string): Promise<Job> {
  return inStore(desk, (snapshot) => {
    const job = snapshot.jobs[slotId.slice(0, 36)];
    if (job === undefined) throw new AppError('slot-given-up', { slot: slotId });
    return job;
  });
}

function slotNamed(snapshot: Pick<WorkingSet, 'slots'>, id: string): Slot {
  const slot = snapshot.slots[id];
  if (slot === undefined) throw new AppError('slot-given-up', { slot: id });
  return slot;
}

async function inStore<T>(desk: Desk, read: (snapshot: WorkingSet) => T): Promise<T> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    return read(store.read());
  } finally {
    await store.close();
  }
}

async function change(desk: Desk, decide: (snapshot: WorkingSet, at: string) => Slot): Promise<void> {
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    await store.transact({ actor: claimed(desk.say('actor.scheduler'), 'scheduler'), at }, (snapshot) => {
      const value = decide(snapshot, at);
      return { kind: 'slot.completed', changes: [{ collection: 'slots', id: value.id, value }], result: value };
    });
  } finally {
    await store.close();
  }
}
