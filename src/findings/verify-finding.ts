import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import { nextState } from './lifecycle.js';

/** A second person's look at the cure: `pass` closes (销号), `fail` sends it back. */
export interface Verification {
  readonly result: 'pass' | 'fail';
  readonly note?: string;
  readonly by: Actor;
  readonly at: string;
}

export function verifyFinding(finding: Finding, verification: Verification): Finding {
  const name = verification.result === 'pass' ? 'verified' : 'rejected';
  const to = nextState(finding, name);
  if (to === undefined) throw new AppError('finding-wrong-state', { number: finding.number, state: finding.state, action: name });
  const { person } = verification.by;
  if (peopleOf(finding).includes(spelt(person))) throw new AppError('finding-verifier-is-owner', { number: finding.number, person });
  const { by, at, note } = verification;
  return { ...finding, state: to, events: [...finding.events, { at, by, event: name, from: finding.state, to, ...(note === undefined ? {} : { note }) }] };
}

// The owner, and everyone who ever reported a rectification of it.
function peopleOf(finding: Finding): readonly string[] {
  const rectifiers = finding.events.filter((each) => each.event === 'rectified').map((each) => each.by.person);
  return [finding.owner ?? '', ...rectifiers].map(spelt).filter((name) => name !== '');
}

// Names of two characters are often spaced out to the width of three: that is no second person.
function spelt(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}
