import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const factsErrors = {
  'root-classified': 'notReady',
  'root-unreadable': 'badInput',
  'root-is-this-machine': 'badInput',
  'root-not-a-system': 'badInput',
  'root-checklist-not-terminal': 'badInput',
} as const satisfies Record<string, ExitName>;
