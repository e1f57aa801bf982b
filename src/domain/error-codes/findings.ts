import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const findingsErrors = {
  'finding-unknown': 'badInput',
  'finding-wrong-state': 'badInput',
  'finding-verifier-is-owner': 'badInput',
  'finding-measure-missing': 'badInput',
} as const satisfies Record<string, ExitName>;
