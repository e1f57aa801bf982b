import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { given } from '#workflows/given.js';
import { annexLines } from '#cli/screens/annex-lines.js';
import { importAnnex, type AnnexSummary } from '#workflows/import-annex.js';

export default class ChecklistImport extends DeskCommand<typeof ChecklistImport> {
  static override args = { file: Args.string({ required: true }) };
  static override flags = { 'dry-run': Flags.boolean(), by: Flags.string() };

  async run(): Promise<AnnexSummary> {
    const summary = await importAnnex(this.desk, this.args.file, { dryRun: this.flags['dry-run'], ...given({ by: this.flags.by }) });
    this.print(...annexLines(summary, this.say, this.width));
    this.next(summary.written ? `zicha checklist show ${summary.checklistId}` : `zicha checklist import ${this.args.file}`);
    return this.finish(summary);
  }
}
