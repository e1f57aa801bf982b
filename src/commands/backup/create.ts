import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { backupLines } from '#cli/screens/backup-page.js';
import { createBackup, type CreatedBackup } from '#workflows/create-backup.js';

export default class BackupCreate extends DeskCommand<typeof BackupCreate> {
  static override flags = { to: Flags.string({ helpValue: 'DIR' }), by: Flags.string() };

  async run(): Promise<CreatedBackup> {
    const created = await createBackup(this.desk, this.flags.to, this.flags.by);
    this.print(this.say('backup.done', { path: created.path }), ...backupLines(created.entry, this.say));
    this.next(`zicha backup verify ${created.path}`);
    return this.finish(created);
  }
}
