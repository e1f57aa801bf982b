import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const storeErrors = {
  'store-not-initialised': 'notReady',
  'store-exists': 'notReady',
  'store-folder-not-empty': 'notReady',
  'store-folder-unsafe': 'notReady',
  'store-folder-unwritable': 'notReady',
  'store-network-folder': 'notReady',
  'store-busy': 'notReady',
  'store-disk-full': 'notReady',
  'store-read-only-disk': 'notReady',
  'store-write-failed': 'notReady',
  'store-poisoned': 'notReady',
  'store-newer-format': 'notReady',
  'store-read-only': 'notReady',
  'store-invalid-change': 'internal',
  'store-damaged': 'damaged',
  'store-document-missing': 'damaged',
  'store-document-damaged': 'damaged',
  'store-forged-tombstone': 'damaged',
  'store-truncated': 'damaged',
} as const satisfies Record<string, ExitName>;
