import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { backupCheckPage } from '#cli/screens/backup-page.js';
import { checkBackupFolder, type BackupCheck } from '#workflows/check-backup.js';

export default class BackupVerify extends DeskCommand<typeof BackupVerify> {
  static override args = { path: Args.string({ required: true }) };

  run(): Promise<BackupCheck> {
    const check = checkBackupFolder(this.desk, this.args.path);
    this.print(...backupCheckPage(check, this.say));
    this.next(check.problems.length === 0 ? 'zicha backup restore PATH' : 'zicha backup list');
    return Promise.resolve(this.finish(check, check.problems.length === 0 ? 'done' : 'verificationFailed'));
  }
}
