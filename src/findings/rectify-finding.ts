import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import { nextState } from './lifecycle.js';

/** What the responsible person reports: 整改措施. */
export interface Rectification {
  readonly measure: string;
  readonly cause?: string;
  readonly owner?: string;
  readonly department?: string;
  readonly dueOn?: string;
  readonly by: Actor;
  readonly at: string;
}

/** The finding with its rectification recorded; it is not closed by this. */
export function rectifyFinding(finding: Finding, rectification: Rectification): Finding {
  const to = nextState(finding, 'rectified');
  if (to === undefined) throw new AppError('finding-wrong-state', { number: finding.number, state: finding.state, action: 'rectified' });
  if (rectification.measure.trim() === '') throw new AppError('finding-measure-missing');
  const { measure, cause, department, dueOn, by, at } = rectification;
  return {
    ...finding,
    state: to,
    measure,
    owner: rectification.owner ?? finding.owner ?? by.person,
    ...(cause === undefined ? {} : { cause }),
    ...(department === undefined ? {} : { department }),
    ...(dueOn === undefined ? {} : { dueOn }),
    events: [...finding.events, { at, by, event: 'rectified', from: finding.state, to, note: measure }],
  };
}
