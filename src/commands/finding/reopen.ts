import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { Finding } from '#domain/finding.js';
import { reopen } from '#workflows/finding-steps.js';

export default class FindingReopen extends DeskCommand<typeof FindingReopen> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    reason: Flags.string({ required: true }),
    by: Flags.string({ required: true }),
  };

  async run(): Promise<Finding> {
    const finding = await reopen(this.desk, this.args.number, this.flags.reason, this.flags.by);
    this.print(this.say('finding.moved', { number: finding.number, state: this.say(`finding-state.${finding.state}`) }));
    this.next(`zicha finding assign ${finding.number}`);
    return this.finish(finding);
  }
}
