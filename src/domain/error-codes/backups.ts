import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const backupsErrors = {
  'backup-of-damaged-records': 'damaged',
  'backup-inside-records': 'badInput',
  'backup-exists': 'notReady',
  'backup-copy-differs': 'verificationFailed',
  'backup-not-found': 'badInput',
  'backup-manifest-missing': 'verificationFailed',
  'backup-manifest-damaged': 'verificationFailed',
  'backup-file-missing': 'verificationFailed',
  'backup-file-extra': 'verificationFailed',
  'backup-file-differs': 'verificationFailed',
  'backup-chain-differs': 'verificationFailed',
  'backup-damaged': 'verificationFailed',
  'restore-not-empty': 'notReady',
  'restore-into-backup': 'badInput',
  'restore-differs': 'verificationFailed',
  'repair-not-needed': 'notReady',
  'repair-genesis-damaged': 'damaged',
  'repair-no-room': 'notReady',
  'repair-incomplete': 'damaged',
  'store-older-format': 'notReady',
  'store-migration-failed': 'notReady',
} as const satisfies Record<string, ExitName>;
