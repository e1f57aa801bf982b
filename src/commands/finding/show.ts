import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { findingPage } from '#cli/screens/finding-page.js';
import { AppError } from '#domain/app-error.js';
import { listFindings } from '#workflows/list-findings.js';
import type { FindingView } from '#workflows/view-findings.js';

export default class FindingShow extends DeskCommand<typeof FindingShow> {
  static override args = { number: Args.string({ required: true }) };

  async run(): Promise<FindingView> {
    const view = (await listFindings(this.desk)).find(({ finding }) => finding.number === this.args.number.toUpperCase());
    if (view === undefined) throw new AppError('finding-unknown', { number: this.args.number });
    this.print(...findingPage(view, this.say, this.width));
    this.next(view.finding.state === 'awaiting-verification' ? `zicha finding verify ${view.finding.number}` : `zicha finding rectify ${view.finding.number}`);
    return this.finish(view);
  }
}
