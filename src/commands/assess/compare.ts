import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { comparisonPage } from '#cli/screens/comparison-page.js';
import { compareRuns, type ComparedRuns } from '#workflows/compare-runs.js';

export default class AssessCompare extends DeskCommand<typeof AssessCompare> {
  static override args = { before: Args.string(), after: Args.string() };

  async run(): Promise<ComparedRuns> {
    const compared = await compareRuns(this.desk, this.args.before, this.args.after);
    this.print(...comparisonPage(compared, this.say, this.width));
    this.next('zicha finding list');
    return this.finish(compared);
  }
}
