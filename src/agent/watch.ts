import { decideDue } from '#calendar/due-slots.js';
import { AppError } from '#domain/app-error.js';
import type { Actor } from '#domain/actor.js';
import type { AgentState } from '#domain/agent-state.js';
import type { Slot } from '#domain/slot.js';
import { holidaysOf } from '#workflows/holidays.js';
import { reclaimSlots, recordMissed, type Recording } from '#workflows/slot-ledger.js';
import type { Store } from '#store/store.js';
import { clockStep, type ClockReading } from './clock-guard.js';
import { runDue } from './run-due.js';
import { spreadOf } from './spread.js';
import type { World } from './world.js';

/** The night watch over one store. Changed in place by the functions below. */
export interface Watch {
  readonly store: Store;
  readonly world: World;
  readonly actor: Actor;
  /** Slots that ended in this watch, oldest first. */
  readonly ended: Slot[];
  /** Told after each slot that ended. */
  readonly onEnded: (slot: Slot) => void;
  /** Told after each step of the clock, in seconds. */
  readonly onClockStep: (seconds: number) => void;
  isBusy: boolean;
  isEnding: boolean;
  reading: ClockReading;
  state: AgentState | undefined;
}

export function newWatch(given: Pick<Watch, 'store' | 'world' | 'actor'> & Partial<Pick<Watch, 'onEnded' | 'onClockStep'>>): Watch {
  const quiet = (): void => undefined;
  return { onEnded: quiet, onClockStep: quiet, ...given, ended: [], isBusy: false, isEnding: false, reading: readClock(given.world), state: undefined };
}

/** Takes back what a program that is gone left behind, and says in the journal that the watch has begun. */
export async function beginWatch(watch: Watch, startedBy: AgentState['startedBy']): Promise<void> {
  const { at } = recording(watch);
  const left = await reclaimSlots(watch.store, recording(watch));
  if (left > 0) watch.world.log('slots-reclaimed', String(left));
  await note(watch, 'agent.started', { state: 'running', startedBy, startedAt: at, clockSteps: 0, lastStepSeconds: 0 });
}

/** Compares the clock with the ledger once; while a job runs it only returns. Never throws. */
export async function tick(watch: Watch): Promise<void> {
  if (watch.isBusy || watch.isEnding) return;
  watch.isBusy = true;
  try {
    await guardClock(watch);
    await look(watch);
  } catch (error) {
    // A tick that fails is tried again in half a minute; the watch itself goes on.
    watch.world.log('tick-failed', codeOf(error));
  } finally {
    watch.isBusy = false;
  }
}

/** Writes into the journal that the watch is alive; true when that write is durable. */
export async function heartbeat(watch: Watch): Promise<boolean> {
  try {
    await note(watch, 'agent.heartbeat', {});
    return true;
  } catch (error) {
    watch.world.log('heartbeat-failed', codeOf(error));
    return false;
  }
}

/** No new job is begun from now on; says in the journal that the watch has ended. */
export async function endWatch(watch: Watch): Promise<void> {
  watch.isEnding = true;
  await note(watch, 'agent.stopped', { state: 'stopped' });
}

async function guardClock(watch: Watch): Promise<void> {
  const now = readClock(watch.world);
  const step = clockStep(watch.reading, now);
  watch.reading = now;
  if (step === 0) return;
  watch.world.log('clock-stepped', `${String(step)} s`);
  watch.onClockStep(step);
  await note(watch, 'agent.clock-stepped', { clockSteps: (watch.state?.clockSteps ?? 0) + 1, lastStepSeconds: step });
}

async function look(watch: Watch): Promise<void> {
  const { store, world } = watch;
  const { jobs, slots, calendarDays, calendarYears } = store.read();
  const holidays = holidaysOf({ calendarDays, calendarYears });
  const { run, missed } = decideDue({ jobs: Object.values(jobs), slots, holidays, now: world.now(), spread: spreadOf(store.identity.deviceId) });
  if (missed.length > 0) world.log('slots-missed', String(await recordMissed(store, missed, recording(watch))));
  for (const due of [...run].sort((left, right) => (left.dueAt < right.dueAt ? -1 : 1))) {
    if (watch.isEnding) return;
    const slot = await runDue(watch, due);
    if (slot === undefined) continue;
    watch.ended.push(slot);
    watch.onEnded(slot);
  }
}

async function note(watch: Watch, kind: string, change: Partial<AgentState>): Promise<void> {
  const { actor, at } = recording(watch);
  const base = watch.state ?? { state: 'running', startedBy: 'once', startedAt: at, at, clockSteps: 0, lastStepSeconds: 0 };
  const next: AgentState = { ...base, ...change, at };
  await watch.store.transact({ actor, at }, () => ({ kind, changes: [{ collection: 'agentStates', id: 'agent', value: next }], result: undefined }));
  watch.state = next;
}

function recording({ actor, world }: Pick<Watch, 'actor' | 'world'>): Recording {
  return { actor, at: world.now() };
}

function readClock(world: World): ClockReading {
  return { wallMs: Date.parse(world.now()), uptimeMs: world.uptime() };
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
