import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { exportAssessment, exportFormats, type ExportedAssessment } from '#workflows/export-assessment.js';

export default class AssessExport extends DeskCommand<typeof AssessExport> {
  static override args = { number: Args.string() };
  static override flags = { format: Flags.option({ options: exportFormats })({ default: 'xlsx' }) };

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<ExportedAssessment> {
    const exported = await exportAssessment(this.desk, this.args.number, this.flags.format, this.flags.output);
    this.print(this.say('exchange.done', { number: exported.number, ...exported.counts }), this.say('exchange.file', { path: exported.path }));
    if (exported.withheld > 0) this.print(this.say('exchange.withheld', { count: exported.withheld }));
    this.next(`zicha assess show ${exported.number}`);
    return this.finish(exported);
  }
}
