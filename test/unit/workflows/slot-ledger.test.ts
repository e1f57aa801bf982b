import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DueSlot } from '#calendar/due-slots.js';
import { AppError } from '#domain/app-error.js';
import type { Slot } from '#domain/slot.js';
import { openStore, type Store } from '#store/store.js';
import type { Desk } from '#workflows/desk.js';
import { InitAnswers, initUnit } from '#workflows/init-unit.js';
import { addJob, enableJob, removeJob } from '#workflows/schedule-jobs.js';
import { beginSlot, completion, failAttempt, interruptSlot, mostAttempts, reclaimSlots, recordMissed, type Recording } from '#workflows/slot-ledger.js';
import { quietDesk } from '../../fixtures/desks/quiet-desk.js';

const actor = { person: '定时任务', role: 'scheduler', proof: 'claimed' } as const;
const at = (clock: string): Recording => ({ actor, at: `2026-11-24T${clock}:00.000Z` });
const attempt = (n: number): string => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`;
const minutesAfter = (slot: Slot | undefined): number => (Date.parse(slot?.notBefore ?? '') - Date.parse(slot?.recordedAt ?? '')) / 60_000;

let desk: Desk;
let store: Store;
let due: DueSlot;

beforeEach(async () => {
  desk = quietDesk('2026-11-24T00:00:00.000Z');
  await initUnit(desk, InitAnswers.parse({ unit: '东湖区示例局' }));
  const { job } = await addJob(desk, '午检', { rhythm: { kind: 'day', at: '12:30' }, action: { kind: 'assess', checklistIds: [], report: false } });
  due = { job, id: `${job.id}@2026-11-24T12:30`, dueAt: '2026-11-24T04:30:00.000Z', late: false, attempts: 0 };
  store = await openStore(desk.folder);
});

afterEach(() => store.close());

const slot = (): Slot | undefined => store.read().slots[due.id];
const begin = (n: number, clock: string, suspect = false): Promise<Slot | undefined> => beginSlot(store, due, attempt(n), suspect, at(clock));
const fail = (n: number, clock: string, spread = 0.5): Promise<Slot | undefined> => failAttempt(store, due.id, attempt(n), 'crashed', spread, at(clock));
const complete = (n: number, clock: string): Promise<void> =>
  store.transact(at(clock), (snapshot) => ({ kind: 'assessment.recorded', changes: [completion(snapshot, due.id, attempt(n), at(clock).at, { assessmentIds: [] })], result: undefined }));
const refusal = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', (error: unknown) => (error instanceof AppError ? error.code : String(error)));

describe('a slot that is begun', () => {
  it('is on record before the work starts, under its attempt', async () => {
    expect(await begin(1, '04:30')).toEqual(slot());
    expect(slot()).toMatchObject({ state: 'running', attempts: 1, attemptId: attempt(1), startedAt: at('04:30').at, late: false, clockSuspect: false });
  });

  it('is done once; nobody begins or ends it again', async () => {
    await begin(1, '04:30');
    await complete(1, '04:31');
    expect(slot()).toMatchObject({ state: 'done', attempts: 1 });
    expect(slot()).not.toHaveProperty('attemptId');
    expect(await begin(2, '04:40')).toBeUndefined();
    expect(await refusal(complete(1, '04:41'))).toBe('slot-given-up');
    await fail(1, '04:42');
    await interruptSlot(store, due.id, attempt(1), at('04:43'));
    expect(await reclaimSlots(store, at('04:44'))).toBe(0);
    expect(await recordMissed(store, [{ ...due, reason: 'machine-off' }], at('04:45'))).toBe(0);
    expect(slot()).toMatchObject({ state: 'done', recordedAt: at('04:31').at });
  });

  it('is fenced: a run that was given up keeps nothing, even when it ends well after all', async () => {
    await begin(1, '04:30');
    await fail(1, '04:40');
    await begin(2, '04:45');
    expect(await refusal(complete(1, '04:46'))).toBe('slot-given-up');
    await fail(1, '04:46');
    await interruptSlot(store, due.id, attempt(1), at('04:46'));
    expect(slot()).toMatchObject({ state: 'running', attemptId: attempt(2), attempts: 2 });
    await complete(2, '04:47');
    expect(slot()?.state).toBe('done');
  });

  it('keeps that its clock was suspect', async () => {
    await begin(1, '04:30', true);
    await fail(1, '04:31');
    await begin(2, '04:40');
    expect(slot()?.clockSuspect).toBe(true);
  });

  it('is not begun for a job that was disabled or removed in between', async () => {
    await enableJob(desk, '午检', false);
    expect(await begin(1, '04:30')).toBeUndefined();
    await removeJob(desk, '午检');
    expect(await begin(1, '04:31')).toBeUndefined();
    expect(slot()).toBeUndefined();
  });

  it('writes nothing when there is nothing to write', async () => {
    await begin(1, '04:30');
    await complete(1, '04:31');
    const frames = store.frames().length;
    await begin(2, '04:32');
    await fail(2, '04:33');
    await interruptSlot(store, due.id, attempt(2), at('04:34'));
    await reclaimSlots(store, at('04:35'));
    expect(store.frames()).toHaveLength(frames);
  });
});

describe('a run that fails', () => {
  it.each([[0, 0.8, 4], [0.5, 1, 5], [1, 1.2, 6]])('with a spread of %f is tried again after %f and %f minutes, then never', async (spread, first, second) => {
    await begin(1, '04:30');
    const once = await fail(1, '04:31', spread);
    expect(once).toMatchObject({ state: 'waiting', attempts: 1, reason: 'crashed' });
    expect(minutesAfter(once)).toBeCloseTo(first, 6);
    await begin(2, '04:40');
    expect(slot()).not.toHaveProperty('reason');
    const twice = await fail(2, '04:41', spread);
    expect(minutesAfter(twice)).toBeCloseTo(second, 6);
    await begin(3, '04:50');
    expect(await fail(3, '04:51', spread)).toMatchObject({ state: 'failed', attempts: mostAttempts, reason: 'crashed' });
    expect(await begin(4, '05:00')).toBeUndefined();
    expect(slot()?.state).toBe('failed');
  });

  it('because it was refused is not tried again: the same input is refused again', async () => {
    await begin(1, '04:30');
    expect(await failAttempt(store, due.id, attempt(1), 'refused', 0, at('04:31'))).toMatchObject({ state: 'failed', reason: 'refused', attempts: 1 });
  });

  it('of a job that was removed meanwhile is not left waiting', async () => {
    await begin(1, '04:30');
    await removeJob(desk, '午检');
    expect(await fail(1, '04:31')).toMatchObject({ state: 'failed', reason: 'crashed' });
  });
});

describe('a run that is told to stop', () => {
  it('did nothing wrong: its try does not count, and it may begin at once', async () => {
    await begin(1, '04:30');
    await interruptSlot(store, due.id, attempt(1), at('04:31'));
    expect(slot()).toMatchObject({ state: 'waiting', attempts: 0, notBefore: at('04:31').at });
    expect(await begin(2, '04:31')).toMatchObject({ state: 'running', attempts: 1 });
  });

  it('and whose job was disabled meanwhile counts as missed', async () => {
    await begin(1, '04:30');
    await enableJob(desk, '午检', false);
    await interruptSlot(store, due.id, attempt(1), at('04:31'));
    expect(slot()).toMatchObject({ state: 'missed', reason: 'machine-off', attempts: 0 });
  });
});

describe('what a program that is gone left running', () => {
  it('waits for another try, at once, and says why', async () => {
    await begin(1, '04:30');
    expect(await reclaimSlots(store, at('05:00'))).toBe(1);
    expect(slot()).toMatchObject({ state: 'waiting', attempts: 1, reason: 'crashed', notBefore: at('05:00').at });
    expect(slot()).not.toHaveProperty('attemptId');
    expect(await refusal(complete(1, '05:01'))).toBe('slot-given-up');
  });

  it('of a job that was disabled meanwhile has failed: nobody would try again', async () => {
    await begin(1, '04:30');
    await enableJob(desk, '午检', false);
    await reclaimSlots(store, at('05:00'));
    expect(slot()).toMatchObject({ state: 'failed', attempts: 1, reason: 'crashed' });
  });

  it('for the third time has failed', async () => {
    for (const n of [1, 2, 3]) {
      await begin(n, `04:3${String(n)}`);
      await reclaimSlots(store, at(`04:4${String(n)}`));
    }
    expect(slot()).toMatchObject({ state: 'failed', attempts: 3, reason: 'crashed' });
  });

  it('without anybody taking it back is begun at most three times too', async () => {
    for (const n of [1, 2, 3]) expect(await begin(n, `04:3${String(n)}`)).toMatchObject({ attempts: n });
    expect(await begin(4, '04:40')).toBeUndefined();
    expect(slot()).toMatchObject({ state: 'failed', reason: 'crashed', attempts: 3 });
  });
});

describe('a time that passed', () => {
  const missed = (clock: string): Promise<number> => recordMissed(store, [{ ...due, reason: 'machine-off' }], at(clock));

  it('while nothing could run is recorded as missed, once', async () => {
    expect(await missed('08:00')).toBe(1);
    expect(slot()).toMatchObject({ state: 'missed', reason: 'machine-off', attempts: 0, recordedAt: at('08:00').at });
    expect(await missed('09:00')).toBe(0);
    expect(await begin(1, '09:00')).toBeUndefined();
  });

  it('but was recorded by a clock ahead of time may still be done', async () => {
    await missed('08:00');
    expect(await begin(1, '04:30')).toMatchObject({ state: 'running' });
    await complete(1, '04:31');
    expect(await missed('09:00')).toBe(0);
    expect(slot()?.state).toBe('done');
  });

  it('after it had been begun is failed, for the reason it waited', async () => {
    await begin(1, '04:30');
    await failAttempt(store, due.id, attempt(1), 'timed-out', 0, at('05:00'));
    await missed('23:00');
    expect(slot()).toMatchObject({ state: 'failed', reason: 'timed-out', attempts: 1 });
  });
});
