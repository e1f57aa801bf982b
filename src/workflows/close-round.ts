import { AppError } from '#domain/app-error.js';
import type { Actor } from '#domain/actor.js';
import type { Round } from '#domain/round.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { roundNumbered } from './round-named.js';

export interface SignOffRequest {
  readonly number: string;
  readonly filledBy: string;
  readonly reviewedBy: string;
  readonly head: string;
  /** Why it is signed though some never handed in. */
  readonly withoutMissing?: string;
  readonly by?: string;
}

/** Signs a round off: from here on nothing in it changes; only a new round can replace it. */
export function signOffRound(desk: Desk, request: SignOffRequest): Promise<Round> {
  return closeRound(desk, request, 'round.signed-off', (round, by, at) => {
    const { filledBy, reviewedBy, head, withoutMissing } = request;
    const missing = round.subjects.map(({ key }) => key).filter((key) => round.handedIn[key] === undefined);
    if (missing.length === round.subjects.length) throw new AppError('round-nothing-in', { number: round.number });
    if (missing.length > 0 && withoutMissing === undefined) throw new AppError('round-subjects-out', { number: round.number, count: missing.length, subjects: missing.slice(0, 10).join(', ') });
    if (filledBy === reviewedBy) throw new AppError('round-same-signer', { person: filledBy });
    const signOff = { at, by, filledBy, reviewedBy, head, ...(missing.length > 0 && withoutMissing !== undefined ? { missing: { keys: missing, reason: withoutMissing } } : {}) };
    return { ...round, state: 'signed-off', signOff };
  });
}

/** Gives a round up: its answers count nowhere any more, but stay on record. */
export function discardRound(desk: Desk, request: { readonly number: string; readonly reason: string; readonly by?: string }): Promise<Round> {
  return closeRound(desk, request, 'round.discarded', (round, by, at) => ({ ...round, state: 'discarded', discarded: { at, by, reason: request.reason } }));
}

async function closeRound(desk: Desk, asked: { readonly number: string; readonly by?: string }, kind: string, decide: (round: Round, by: Actor, at: string) => Round): Promise<Round> {
  const store = await openStore(desk.folder);
  try {
    const at = desk.door.now();
    const by = claimed(asked.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
    return await store.transact({ actor: by, at }, (snapshot) => {
      const round = roundNumbered(asked.number, snapshot);
      if (round.state === 'signed-off') throw new AppError('round-signed-off', { number: round.number });
      if (round.state === 'discarded') throw new AppError('round-discarded', { number: round.number });
      const closed = decide(round, by, at);
      return { kind, changes: [{ collection: 'rounds', id: closed.id, value: closed }], result: closed };
    });
  } finally {
    await store.close();
  }
}
