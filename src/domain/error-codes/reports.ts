import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const reportsErrors = {
  'font-missing': 'notReady',
  'report-section-unknown': 'badInput',
  'report-not-a-pdf': 'badInput',
  'report-not-ours': 'verificationFailed',
  'report-attachment-unreadable': 'verificationFailed',
  'report-is-blank-form': 'badInput',
  'form-rows-out-of-range': 'usage',
  'visit-no-questions': 'badInput',
  'report-wrong-round': 'badInput',
} as const satisfies Record<string, ExitName>;
