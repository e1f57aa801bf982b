import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const roundsErrors = {
  'round-unknown': 'badInput',
  'round-wrong-level': 'badInput',
  'round-no-subjects': 'badInput',
  'round-deadline-past': 'badInput',
  'round-exists': 'badInput',
  'round-exists-signed': 'badInput',
  'round-not-signed-off': 'badInput',
  'round-signed-off': 'badInput',
  'round-discarded': 'badInput',
  'round-subject-unknown': 'badInput',
  'round-incomplete': 'incomplete',
  'round-all-in': 'badInput',
  'round-nothing-in': 'incomplete',
  'round-subjects-out': 'incomplete',
  'round-same-signer': 'badInput',
  'round-no-questions': 'badInput',
  'department-unknown': 'badInput',
  'answer-partial-unscored': 'badInput',
  'answer-carry-none': 'badInput',
  'event-outside-period': 'badInput',
  'event-in-future': 'badInput',
  'event-unknown': 'badInput',
  'usage-not-a-period': 'usage',
} as const satisfies Record<string, ExitName>;
