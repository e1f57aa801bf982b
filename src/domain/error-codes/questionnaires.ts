import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const questionnairesErrors = {
  'questionnaire-not-ours': 'badInput',
  'questionnaire-mixed': 'badInput',
  'questionnaire-row-without-key': 'badInput',
  'questionnaire-item-twice': 'badInput',
  'questionnaire-conclusion-unknown': 'badInput',
  'questionnaire-conclusion-missing': 'badInput',
  'questionnaire-no-partial': 'badInput',
  'questionnaire-fact-missing': 'badInput',
  'questionnaire-deduction-idle': 'badInput',
  'questionnaire-deduction-missing': 'badInput',
  'questionnaire-deduction-twice': 'badInput',
  'questionnaire-deduction-unknown': 'badInput',
  'questionnaire-deduction-points': 'badInput',
  'questionnaire-none': 'badInput',
  'questionnaire-other-round': 'badInput',
  'questionnaire-item-changed': 'badInput',
  'questionnaire-marked-over': 'usage',
} as const satisfies Record<string, ExitName>;
