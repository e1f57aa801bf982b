import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const booksErrors = {
  'override-invalid': 'badInput',
  'override-column-unknown': 'badInput',
  'override-column-needed': 'badInput',
  'override-column-no-list': 'badInput',
  'override-values': 'badInput',
  'override-computed': 'badInput',
  'override-column-twice': 'badInput',
  'override-reference': 'badInput',
  'override-title-twice': 'badInput',
  'override-none': 'badInput',
  'override-other-register': 'badInput',
  'register-undecided': 'badInput',
  'register-paper-only': 'badInput',
  'register-needs-no-decision': 'badInput',
  'row-not-found': 'badInput',
  'row-key-taken': 'badInput',
  'row-still-named': 'badInput',
  'row-named-here': 'badInput',
  'cell-masked': 'badInput',
  'column-reckoned': 'badInput',
  'header-map-invalid': 'badInput',
  'unmasked-needs-reason': 'usage',
  'book-format-unknown': 'usage',
} as const satisfies Record<string, ExitName>;
