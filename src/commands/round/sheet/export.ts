import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { exportRoundSheets, type ExportedSheets } from '#workflows/export-round-sheets.js';

export default class RoundSheetExport extends DeskCommand<typeof RoundSheetExport> {
  static override args = { number: Args.string({ required: true }), folder: Args.string({ default: '.' }) };
  static override flags = { subject: Flags.string({ multiple: true }) };

  async run(): Promise<ExportedSheets> {
    const { number, folder } = this.args;
    const exported = await exportRoundSheets(this.desk, number, folder, this.flags.subject ?? []);
    this.print(...exported.files.map(({ path, questions }) => this.say('sheet.exported', { path, questions })));
    this.next(`zicha round sheet import "${folder}" --dry-run`);
    return this.finish(exported);
  }
}
