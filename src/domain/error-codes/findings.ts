import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const findingsErrors = {
  'finding-unknown': 'badInput',
  'finding-wrong-state': 'badInput',
  'finding-verifier-is-owner': 'badInput',
  'finding-measure-missing': 'badInput',
  'finding-reason-missing': 'badInput',
  'finding-nothing-given': 'badInput',
  'finding-owner-missing': 'badInput',
  'finding-no-deadline': 'badInput',
  'finding-extension-earlier': 'badInput',
  'finding-deviation-forbidden': 'badInput',
  'finding-deviation-past': 'badInput',
  'finding-deviation-too-long': 'badInput',
  'finding-second-person': 'badInput',
  'finding-withdrawal-pending': 'badInput',
  'finding-withdrawal-not-asked': 'badInput',
  'finding-known': 'badInput',
  'finding-statement-missing': 'badInput',
  'finding-severity-missing': 'badInput',
  'finding-item-form': 'badInput',
  'finding-row': 'badInput',
  'finding-row-twice': 'badInput',
  'finding-row-fixed': 'badInput',
  'inspection-unknown': 'badInput',
} as const satisfies Record<string, ExitName>;
