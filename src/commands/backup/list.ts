import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { backupRows } from '#cli/screens/backup-page.js';
import { listBackups, type BackupLine } from '#workflows/list-backups.js';

export default class BackupList extends DeskCommand<typeof BackupList> {
  static override flags = { in: Flags.string({ helpValue: 'DIR' }) };

  async run(): Promise<{ readonly folder: string; readonly backups: readonly BackupLine[] }> {
    const listed = await listBackups(this.desk, this.flags.in);
    this.print(...backupRows(listed.backups, this.say, this.width));
    this.next(listed.backups.length === 0 ? 'zicha backup create' : 'zicha backup verify PATH');
    return this.finish(listed);
  }
}
