import { AppError } from '#domain/app-error.js';
import type { Disclosure } from '#domain/disclosure.js';
import type { Store } from '#store/store.js';
import { claimed, type Desk } from './desk.js';

/** What a person asks for when personal details are to be shown. */
export interface Unmasking {
  readonly unmasked: boolean;
  readonly reason?: string;
  readonly by?: string;
}

/** True where personal details are shown; who asked for them, and why, is on record before they are. */
export async function recordDisclosure(desk: Desk, store: Store, asked: Unmasking, what: Pick<Disclosure, 'register' | 'output' | 'rows'>): Promise<boolean> {
  if (!asked.unmasked) return false;
  const reason = asked.reason?.trim() ?? '';
  if (reason === '') throw new AppError('unmasked-needs-reason');
  const at = desk.door.now();
  const by = claimed(asked.by ?? store.identity.officer ?? desk.say('actor.unnamed'));
  const value: Disclosure = { id: desk.door.newId(), ...what, reason, at, by };
  await store.transact({ actor: by, at }, () => ({ kind: 'register.disclosed', changes: [{ collection: 'disclosures', id: value.id, value }], result: undefined }));
  return true;
}
