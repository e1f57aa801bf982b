import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const evaluationErrors = {
  'expression-syntax': 'badInput',
  'expression-too-long': 'badInput',
  'expression-unknown-name': 'badInput',
  'expression-unknown-field': 'badInput',
  'expression-types': 'badInput',
  'expression-not-bool': 'badInput',
  'expression-call-refused': 'badInput',
  'expression-enum-value': 'badInput',
  'expression-integer-division': 'badInput',
  'expression-nested-register': 'badInput',
  'expression-has-misuse': 'badInput',
  'expression-shows-personal': 'badInput',
  'expression-not-a-register': 'badInput',
} as const satisfies Record<string, ExitName>;
