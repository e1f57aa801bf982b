import { decideDue, slotId, type LedgerDecision } from '#calendar/due-slots.js';
import type { Holidays } from '#calendar/workday.js';
import type { Job, Rhythm } from '#domain/job.js';
import type { Slot } from '#domain/slot.js';

/** National Day 2026: eight days off, the Saturday after is worked. No other year has a table. */
export const holidays2026: Holidays = {
  days: Object.fromEntries([
    ...['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => [`2026-10-${day}`, { kind: 'holiday' as const }] as const),
    ['2026-10-10', { kind: 'workday' as const }],
  ]),
  years: { 2026: { year: '2026' } },
};
export const noTable: Holidays = { days: {}, years: {} };

/** The daily check at 12:30, since 1 October 2026. */
export const noonJob: Job = {
  id: '00000000-0000-4000-8000-00000000000a', name: '午检', rhythm: { kind: 'day', at: '12:30' }, zone: 'Asia/Shanghai',
  action: { kind: 'assess', checklistIds: [], report: false }, catchUp: true, jitterMinutes: 0, quietHours: null, maxRuntimeMinutes: 30, enabled: true,
  since: '2026-10-01T00:00:00.000Z',
};

export function jobOf(rhythm: Rhythm, more: Partial<Job> = {}): Job {
  return { ...noonJob, rhythm, ...more };
}

/** A moment on a clock in China, `2026-10-12 12:30`. */
export function china(text: string): string {
  return new Date(`${text.replace(' ', 'T')}${text.length === 16 ? ':00' : ''}+08:00`).toISOString();
}

/** The slot of a job at a local time in China; recorded a minute after it, unless told. */
export function slotAt(job: Job, local: string, state: Slot['state'], more: Partial<Slot> = {}): Slot {
  const dueAt = china(local);
  const recordedAt = new Date(Date.parse(dueAt) + 60_000).toISOString();
  const reason = state === 'missed' ? { reason: 'machine-off' as const } : {};
  return { id: slotId(job, local.replace(' ', 'T')), jobId: job.id, dueAt, state, late: false, attempts: state === 'missed' ? 0 : 1, recordedAt, clockSuspect: false, assessmentIds: [], ...reason, ...more };
}

export function ledgerOf(...slots: readonly Slot[]): Readonly<Record<string, Slot>> {
  return Object.fromEntries(slots.map((slot) => [slot.id, slot]));
}

/** What is decided at a moment in China. */
export function decideAt(now: string, job: Job, slots: Readonly<Record<string, Slot>> = {}, spread = 0): LedgerDecision {
  return decideDue({ jobs: [job], slots, holidays: holidays2026, now: china(now), spread: () => spread });
}

/** Local times of what is run, and of what is missed with the reason. */
export function told({ run, missed }: LedgerDecision): { readonly run: readonly string[]; readonly missed: readonly string[] } {
  const local = (id: string): string => id.slice(id.indexOf('@') + 1).replace('T', ' ');
  return { run: run.map(({ id, late }) => `${local(id)}${late ? ' late' : ''}`), missed: missed.map(({ id, reason }) => `${local(id)} ${reason}`) };
}
