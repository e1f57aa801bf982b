import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { exportFindings, type ExportedFindings } from '#workflows/export-findings.js';

export default class FindingExport extends DeskCommand<typeof FindingExport> {
  static override args = { file: Args.string({ required: true }) };
  static override flags = { all: Flags.boolean() };

  async run(): Promise<ExportedFindings> {
    const exported = await exportFindings(this.desk, this.args.file, { all: this.flags.all });
    this.print(this.say('finding.exported', { count: exported.findings, path: exported.path }));
    this.next(`zicha finding import ${this.args.file} --dry-run`);
    return this.finish(exported);
  }
}
