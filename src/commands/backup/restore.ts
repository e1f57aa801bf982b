import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { backupLines } from '#cli/screens/backup-page.js';
import { restoreRecords, type RestoredRecords } from '#workflows/restore-records.js';

export default class BackupRestore extends DeskCommand<typeof BackupRestore> {
  static override args = { path: Args.string({ required: true }) };
  static override flags = { by: Flags.string() };

  async run(): Promise<RestoredRecords> {
    const restored = await restoreRecords(this.desk, this.args.path, this.flags.by);
    const { entry, folder } = restored;
    this.print(this.say('backup.restored', { path: entry.path, folder }), ...backupLines(entry, this.say), this.say('backup.restored-limit'));
    this.next('zicha status');
    return this.finish(restored);
  }
}
