import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { findingRows } from '#cli/screens/finding-rows.js';
import { listFindings, type FindingView } from '#workflows/finding-steps.js';

export default class FindingList extends DeskCommand<typeof FindingList> {
  static override flags = { all: Flags.boolean(), overdue: Flags.boolean() };

  async run(): Promise<{ readonly findings: readonly FindingView[] }> {
    const views = await listFindings(this.desk);
    const shown = views
      .filter(({ finding }) => this.flags.all || (finding.state !== 'closed' && finding.state !== 'withdrawn'))
      .filter((view) => !this.flags.overdue || view.overdue);
    this.print(...findingRows(shown, this.say, this.width));
    this.next('zicha finding show W-…');
    return this.finish({ findings: shown });
  }
}
