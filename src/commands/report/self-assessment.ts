import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { IssuedReport } from '#domain/issued-report.js';
import { renderReport } from '#workflows/render-report.js';

export default class ReportSelfAssessment extends DeskCommand<typeof ReportSelfAssessment> {
  static override flags = { assessment: Flags.string({ multiple: true }), by: Flags.string() };

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<IssuedReport & { readonly warnings: readonly string[] }> {
    const { assessment, output, by } = this.flags;
    const { issued, warnings, pages } = await renderReport(this.desk, {
      template: 'self-assessment',
      assessmentNumbers: assessment ?? [],
      ...(output === undefined ? {} : { output }),
      ...(by === undefined ? {} : { by }),
    });
    this.print(this.say('report.written', { number: issued.number, path: issued.path, pages, code: issued.checkCode }));
    for (const warning of warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(`zicha report verify "${issued.path}"`);
    return this.finish({ ...issued, warnings });
  }
}
