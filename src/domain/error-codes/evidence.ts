import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const evidenceErrors = {
  'evidence-marked': 'badInput',
  'evidence-not-a-file': 'badInput',
  'evidence-empty': 'badInput',
  'evidence-too-large': 'badInput',
  'evidence-unknown': 'badInput',
  'evidence-for-unknown': 'badInput',
  'evidence-of-leak': 'badInput',
  'evidence-belongs-to-many': 'badInput',
  'evidence-purged': 'badInput',
  'evidence-inside-records': 'badInput',
  'evidence-copy-exists': 'badInput',
  'evidence-purge-blocked': 'notReady',
  'usage-not-an-age': 'usage',
} as const satisfies Record<string, ExitName>;
