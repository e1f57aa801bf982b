import type { DueSlot } from '#calendar/due-slots.js';
import type { Actor } from '#domain/actor.js';
import type { Slot } from '#domain/slot.js';
import type { Store } from '#store/store.js';
import { beginSlot, failAttempt, interruptSlot, type Recording } from '#workflows/slot-ledger.js';
import { diskPolicy } from '#workflows/disk-policy.js';
import { spreadOf } from './spread.js';
import type { ChildEnd, World } from './world.js';

interface Runner {
  readonly store: Store;
  readonly world: World;
  readonly actor: Actor;
}

/** Runs one due slot in a program of its own and settles the ledger; undefined when nothing was begun. */
export async function runDue(runner: Runner, due: DueSlot): Promise<Slot | undefined> {
  const { store, world } = runner;
  const disk = diskPolicy(world.diskFree());
  if (disk === 'full') {
    world.log('disk-full', due.id);
    return undefined;
  }
  const attemptId = world.newId();
  const begun = await beginSlot(store, due, attemptId, store.isClockBehind(world.now()), recordingOf(runner));
  if (begun === undefined) return undefined;
  world.log('slot-begun', due.id);
  const end = await world.runChild({ slotId: due.id, attemptId, limitMs: due.job.maxRuntimeMinutes * 60_000, paper: disk === 'ample' });
  await settle(runner, due.id, attemptId, end);
  const slot = store.read().slots[due.id];
  world.log('slot-ended', [due.id, slot?.state, slot?.reason].join(' ').trimEnd());
  return slot;
}

// The ledger has the last word: a child that said "done" without a durable result has done nothing.
async function settle(runner: Runner, slotId: string, attemptId: string, end: ChildEnd): Promise<void> {
  const { store } = runner;
  if (store.read().slots[slotId]?.state !== 'running') return;
  if (end.kind === 'stopped') return interruptSlot(store, slotId, attemptId, recordingOf(runner));
  const spread = spreadOf(store.identity.deviceId)(`${slotId} ${attemptId}`);
  await failAttempt(store, slotId, attemptId, end.kind === 'failed' ? end.reason : 'crashed', spread, recordingOf(runner));
}

function recordingOf({ actor, world }: Runner): Recording {
  return { actor, at: world.now() };
}
