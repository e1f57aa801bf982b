import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDue, slotId, type LedgerDecision } from '#calendar/due-slots.js';
import { dueTimesBetween } from '#calendar/due-times.js';
import type { Job } from '#domain/job.js';
import type { Slot } from '#domain/slot.js';
import { china, noonJob, noTable } from '../unit/calendar/office-jobs.js';

const minute = 60_000;
const start = Date.parse(china('2026-10-12 08:00'));

type Step =
  | { readonly kind: 'on'; readonly minutes: number; readonly fate: 'done' | 'waits' | 'crashes' }
  | { readonly kind: 'off'; readonly minutes: number }
  | { readonly kind: 'clock'; readonly minutes: number }
  | { readonly kind: 'switch' };

const forward = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 600, max: 5000 }));
const onOff: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('on' as const), minutes: forward, fate: fc.constantFrom('done' as const, 'done' as const, 'waits' as const, 'crashes' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('off' as const), minutes: forward }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('switch' as const) }) },
);
const clockStep: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('clock' as const), minutes: fc.oneof(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -9000, max: 9000 }), fc.constantFrom(-525_600, 525_600)) });
const anyStep = fc.oneof({ weight: 4, arbitrary: onOff }, { weight: 1, arbitrary: clockStep });

const jobs: fc.Arbitrary<Job> = fc.record({ catchUp: fc.boolean(), hour: fc.integer({ min: 0, max: 23 }), jitterMinutes: fc.constantFrom(0, 15), quiet: fc.boolean(), often: fc.boolean() }).map(({ catchUp, hour, jitterMinutes, quiet, often }): Job => ({
  ...noonJob, catchUp, jitterMinutes, since: new Date(start).toISOString(),
  rhythm: often ? { kind: 'cron', expression: `${String(hour)} */6 * * *` } : { kind: 'day', at: `${String(hour).padStart(2, '0')}:30` },
  quietHours: quiet ? { from: '08:30', to: '18:00' } : null,
}));

/** A ledger that is kept by the same rules as the store's, and counts what was completed. */
class ModelLedger {
  now = start;
  job: Job;
  readonly slots = new Map<string, Slot>();
  readonly completions = new Map<string, number>();

  constructor(job: Job) {
    this.job = job;
  }

  get at(): string {
    return new Date(this.now).toISOString();
  }

  decide(): LedgerDecision {
    return decideDue({ jobs: [this.job], slots: Object.fromEntries(this.slots), holidays: noTable, now: this.at, spread: () => 0.5 });
  }

  take(step: Step): void {
    if (step.kind === 'switch') this.#switch();
    else if (step.kind === 'on') this.#stayOn(step);
    else this.now += step.minutes * minute;
  }

  // The last look is at the very end, so that what lies behind it can be asked about.
  #stayOn({ minutes, fate }: Extract<Step, { kind: 'on' }>): void {
    const end = this.now + minutes * minute;
    this.tick(fate);
    const stride = Math.max(30, minutes / 15) * minute;
    while (this.now + stride < end) {
      this.now += stride;
      this.tick(fate);
    }
    this.now = end;
    this.tick(fate);
  }

  tick(fate: 'done' | 'waits' | 'crashes'): void {
    const { run, missed } = this.decide();
    for (const { id, dueAt, reason } of missed) {
      const known = this.slots.get(id);
      this.#put({ ...this.#blank(id, dueAt), attempts: known?.attempts ?? 0, state: (known?.attempts ?? 0) > 0 ? 'failed' : 'missed', reason });
    }
    for (const { id, dueAt, attempts } of run) {
      const tried = { ...this.#blank(id, dueAt), attempts: attempts + 1 };
      if (fate === 'done') this.completions.set(id, (this.completions.get(id) ?? 0) + 1);
      const unfinished = attempts + 1 >= 3 ? 'failed' : 'waiting';
      this.#put(fate === 'done' ? { ...tried, state: 'done' } : fate === 'waits' ? { ...tried, state: unfinished, notBefore: new Date(this.now + 5 * minute).toISOString() } : { ...tried, state: 'running' });
    }
  }

  #switch(): void {
    this.job = { ...this.job, enabled: !this.job.enabled, since: this.job.enabled ? this.job.since : this.at };
  }

  #blank(id: string, dueAt: string): Slot {
    return { id, jobId: this.job.id, dueAt, state: 'missed', late: false, attempts: 0, recordedAt: this.at, clockSuspect: false, assessmentIds: [] };
  }

  #put(slot: Slot): void {
    this.slots.set(slot.id, slot);
  }
}

function lived(job: Job, steps: readonly Step[]): ModelLedger {
  const ledger = new ModelLedger(job);
  for (const step of steps) ledger.take(step);
  return ledger;
}

const runs = { numRuns: 150 };
const anyLife = fc.array(anyStep, { minLength: 1, maxLength: 15 });

describe('whatever happens to the machine and its clock', () => {
  it('no due time is completed twice', () => {
    fc.assert(
      fc.property(jobs, anyLife, (job, steps) => {
        expect([...lived(job, steps).completions.values()].filter((count) => count !== 1)).toEqual([]);
      }),
      runs,
    );
  });

  it('at the same moment nothing is decided twice', () => {
    fc.assert(
      fc.property(jobs, anyLife, (job, steps) => {
        const ledger = lived(job, steps);
        ledger.tick('done');
        expect(ledger.decide()).toEqual({ run: [], missed: [] });
      }),
      runs,
    );
  });

  it('at most one time of a job is run at once, and it is never a time that lies ahead', () => {
    fc.assert(
      fc.property(jobs, anyLife, (job, steps) => {
        const ledger = lived(job, steps);
        const { run, missed } = ledger.decide();
        expect(run.length).toBeLessThanOrEqual(1);
        for (const { dueAt } of [...run, ...missed]) expect(dueAt <= ledger.at).toBe(true);
      }),
      runs,
    );
  });

  it('a clock that was wrong and is right again stops nothing: the next time that is new is run', () => {
    fc.assert(
      fc.property(jobs, fc.array(anyStep, { maxLength: 12 }), (job, steps) => {
        const ledger = lived({ ...job, quietHours: null }, steps);
        if (!ledger.job.enabled) ledger.take({ kind: 'switch' });
        const before = ledger.completions.size;
        const newest = Math.max(ledger.now, ...[...ledger.slots.values()].map(({ dueAt, recordedAt }) => Math.max(Date.parse(dueAt), Date.parse(recordedAt))));
        ledger.now = newest + 48 * 60 * minute;
        for (let hour = 0; hour < 30; hour += 1) {
          ledger.now += 60 * minute;
          ledger.tick('done');
        }
        expect(ledger.completions.size).toBeGreaterThan(job.catchUp ? before : before - 1);
      }),
      runs,
    );
  });
});

describe('with a clock that is right', () => {
  it('every due time of an enabled job that lies behind the last look is settled; only the newest may be pending', () => {
    fc.assert(
      fc.property(jobs, fc.array(onOff, { minLength: 1, maxLength: 15 }), (job, steps) => {
        const ledger = lived(job, steps);
        ledger.tick('done');
        if (!ledger.job.enabled) return;
        const times = dueTimesBetween(ledger.job, ledger.job.since, ledger.at, noTable, 10_000);
        const open = times.filter((time) => !['done', 'failed', 'missed'].includes(ledger.slots.get(slotId(ledger.job, time.local))?.state ?? 'none'));
        // Held back by its delay, its pause or quiet hours: the newest only.
        expect(open.map((time) => time.local)).toEqual(open.length === 0 ? [] : [times.at(-1)?.local]);
      }),
      runs,
    );
  });

  it('a machine that is on all day and finishes its work misses nothing and is never late', () => {
    fc.assert(
      fc.property(jobs, fc.integer({ min: 1440, max: 4000 }), (job, minutes) => {
        const ledger = new ModelLedger({ ...job, quietHours: null, jitterMinutes: 0, catchUp: true });
        for (let passed = 0; passed < minutes; passed += 1) {
          ledger.now += minute;
          for (const due of ledger.decide().run) expect(due.late).toBe(false);
          ledger.tick('done');
        }
        expect([...ledger.slots.values()].every((slot) => slot.state === 'done')).toBe(true);
        expect(ledger.slots.size).toBe(dueTimesBetween(ledger.job, ledger.job.since, ledger.at, noTable).length);
      }),
      { numRuns: 5 },
    );
  });
});
