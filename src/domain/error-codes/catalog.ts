import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const catalogErrors = {
  'file-not-found': 'badInput',
  'file-unreadable': 'badInput',
  'file-too-large': 'badInput',
  'file-not-utf8': 'badInput',
  'yaml-invalid': 'badInput',
  'yaml-syntax': 'badInput',
  'yaml-alias': 'badInput',
  'yaml-tag': 'badInput',
  'yaml-duplicate-key': 'badInput',
  'yaml-too-deep': 'badInput',
  'yaml-several-documents': 'badInput',
  'shape-unknown-key': 'badInput',
  'shape-missing-key': 'badInput',
  'shape-wrong-type': 'badInput',
  'shape-not-allowed': 'badInput',
  'shape-invalid': 'badInput',
  'checklist-unknown': 'badInput',
  'checklist-invalid': 'badInput',
  'checklist-duplicate-id': 'badInput',
  'checklist-points-sum': 'badInput',
  'checklist-method-keys': 'badInput',
  'checklist-missing-finding': 'badInput',
  'checklist-needs-round': 'badInput',
  'catalog-wrong-name': 'badInput',
} as const satisfies Record<string, ExitName>;
