import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const installErrors = {
  'install-path-impossible': 'badInput',
  'install-other-kind': 'notReady',
  'install-other-records': 'notReady',
  'install-foreign-file': 'notReady',
  'agent-elsewhere': 'notReady',
  'agent-not-stopping': 'notReady',
  'agent-not-starting': 'notReady',
} as const satisfies Record<string, ExitName>;
