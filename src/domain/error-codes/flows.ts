import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const flowsErrors = {
  'days-out-of-order': 'badInput',
  'row-wrong-state': 'badInput',
  'carrier-not-out': 'badInput',
  'nothing-to-destroy': 'badInput',
  'witnesses-two': 'badInput',
  'person-unknown': 'badInput',
  'waste-is-classified': 'badInput',
  'waste-found-count': 'badInput',
  'step-too-early': 'badInput',
  'offboard-needs-kind': 'badInput',
  'talk-needs-two': 'badInput',
  'offboard-still-holds': 'badInput',
  'still-held-here': 'badInput',
  'offboard-steps-open': 'badInput',
  'step-open-here': 'badInput',
} as const satisfies Record<string, ExitName>;
