import type { Finding } from '#domain/finding.js';
import { nextState } from './lifecycle.js';
import { refuseOwnWork } from './second-person.js';
import { stepped, type Taken } from './step.js';

/** A second person's look at the cure: `pass` closes (销号), `fail` sends it back. */
export interface Verification extends Taken {
  readonly result: 'pass' | 'fail';
  readonly note?: string;
}

export function verifyFinding(finding: Finding, { result, note, by, at }: Verification): Finding {
  const event = result === 'pass' ? 'verified' : 'rejected';
  if (nextState(finding, event) !== undefined) refuseOwnWork(finding, by.person);
  return stepped(finding, { event, by, at, note });
}
