import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const statsErrors = {
  'statistics-cell-unknown': 'badInput',
  'statistics-year-ahead': 'badInput',
  'statistics-format-unknown': 'usage',
  'usage-not-a-year': 'usage',
} as const satisfies Record<string, ExitName>;
