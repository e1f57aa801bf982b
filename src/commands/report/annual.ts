import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { formatFlag } from '#cli/format-flag.js';
import { yearFlag } from '#cli/year-flag.js';
import type { IssuedReport } from '#domain/issued-report.js';
import { given } from '#workflows/given.js';
import { renderAnnual } from '#workflows/render-annual.js';

export default class ReportAnnual extends DeskCommand<typeof ReportAnnual> {
  static override flags = { year: yearFlag(), format: formatFlag(), by: Flags.string() };

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<IssuedReport & { readonly warnings: readonly string[] }> {
    const { year, format, by, output } = this.flags;
    const { issued, pages, warnings } = await renderAnnual(this.desk, given({ year, format, by, output }));
    this.print(this.say(pages === 0 ? 'report.written-file' : 'report.written', { number: issued.number, path: issued.path, pages, code: issued.checkCode }));
    for (const warning of warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(`zicha stats annual --explain self_score`);
    return this.finish({ ...issued, warnings });
  }
}
