import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { yearFlag } from '#cli/year-flag.js';
import type { IssuedReport } from '#domain/issued-report.js';
import { given } from '#workflows/given.js';
import { renderReadiness, type RenderedReadiness } from '#workflows/render-readiness.js';

export default class ReportReadiness extends DeskCommand<typeof ReportReadiness> {
  static override flags = { year: yearFlag(), to: Flags.string(), by: Flags.string() };

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<IssuedReport & Pick<RenderedReadiness, 'parts' | 'evidence' | 'gaps' | 'warnings'>> {
    const { year, to, by, output } = this.flags;
    const { issued, pages, parts, evidence, gaps, warnings } = await renderReadiness(this.desk, given({ year, recipient: to, by, output }));
    this.print(this.say('readiness.written', { number: issued.number, parts, pages, code: issued.checkCode, path: issued.path }), this.say('readiness.evidence-written', evidence), this.say('readiness.gaps-written', gaps));
    for (const warning of warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(`zicha report verify "${issued.path}"`);
    return this.finish({ ...issued, parts, evidence, gaps, warnings });
  }
}
