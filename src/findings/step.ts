import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import { nextState, type LifecycleEvent } from './lifecycle.js';

/** Who takes a step in the life of a finding, and when. */
export interface Taken {
  readonly by: Actor;
  readonly at: string;
}

/** The step itself: what happened, why, and the day it set. */
export interface Step extends Taken {
  readonly event: LifecycleEvent;
  readonly note?: string | undefined;
  readonly day?: string | undefined;
}

/** The finding one step on, with the step in its history; a step that the table does not know is refused. */
export function stepped(finding: Finding, { event, by, at, note, day }: Step, changes: Partial<Finding> = {}): Finding {
  const to = nextState(finding, event);
  if (to === undefined) throw new AppError('finding-wrong-state', { number: finding.number, state: finding.state, action: event });
  const entry = { at, by, event, from: finding.state, to, ...(note === undefined ? {} : { note }), ...(day === undefined ? {} : { day }) };
  return { ...finding, ...changes, state: to, events: [...finding.events, entry] };
}

/** A reason is more than blanks. */
export function withReason(reason: string): string {
  const said = reason.trim();
  if (said === '') throw new AppError('finding-reason-missing');
  return said;
}
