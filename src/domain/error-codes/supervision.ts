import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const supervisionErrors = {
  'supervision-unknown': 'badInput',
  'supervision-closed': 'badInput',
  'supervision-score-range': 'badInput',
  'supervision-unanswered': 'badInput',
  'supervision-unfinished': 'badInput',
  'opinion-unknown': 'badInput',
  'opinion-known': 'badInput',
  'opinion-numbers-only': 'badInput',
  'opinion-text-missing': 'badInput',
  'opinion-reason-missing': 'badInput',
  'opinion-binding': 'badInput',
  'inspection-wrong-state': 'badInput',
  'inspection-no-departments': 'badInput',
  'day-ahead': 'badInput',
  'moment-ahead': 'badInput',
  'moment-form': 'badInput',
  'leak-unknown': 'badInput',
  'leak-closed': 'badInput',
  'leak-unreported': 'badInput',
  'leak-reported-before': 'badInput',
  'paper-no-problems': 'badInput',
  'notice-no-deadline': 'badInput',
  'inspection-not-held': 'badInput',
} as const satisfies Record<string, ExitName>;
