import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { formatFlag } from '#cli/format-flag.js';
import { yearFlag } from '#cli/year-flag.js';
import type { IssuedReport } from '#domain/issued-report.js';
import { given } from '#workflows/given.js';
import { renderLedger } from '#workflows/render-ledger.js';

export default class ReportLedger extends DeskCommand<typeof ReportLedger> {
  static override flags = { year: yearFlag(), format: formatFlag(), by: Flags.string() };

  protected override get keepsOutputFlag(): boolean {
    return true;
  }

  async run(): Promise<IssuedReport & { readonly books: number; readonly warnings: readonly string[] }> {
    const { year, format, by, output } = this.flags;
    const { issued, pages, warnings, books } = await renderLedger(this.desk, given({ year, format, by, output }));
    this.print(this.say('bound.written', { number: issued.number, path: issued.path, books, pages, code: issued.checkCode }));
    for (const warning of warnings) this.note(`${this.say('label.warning')}  ${warning}`);
    this.next(pages === 0 ? 'zicha report list' : `zicha report verify "${issued.path}"`);
    return this.finish({ ...issued, books, warnings });
  }
}
