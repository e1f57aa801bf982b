import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { Finding } from '#domain/finding.js';
import { decideOnWithdrawal, withdraw } from '#workflows/finding-steps.js';

export default class FindingWithdraw extends DeskCommand<typeof FindingWithdraw> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    reason: Flags.string(),
    confirm: Flags.boolean({ exclusive: ['refuse'] }),
    refuse: Flags.boolean(),
    by: Flags.string({ required: true }),
  };

  async run(): Promise<Finding> {
    const { reason = '', confirm, refuse, by } = this.flags;
    const isDecision = confirm || refuse;
    const finding = isDecision ? await decideOnWithdrawal(this.desk, this.args.number, { agreed: confirm, ...(reason === '' ? {} : { note: reason }) }, by) : await withdraw(this.desk, this.args.number, reason, by);
    this.print(isDecision ? this.say('finding.moved', { number: finding.number, state: this.say(`finding-state.${finding.state}`) }) : this.say('finding.withdrawal-asked'));
    this.next(isDecision ? 'zicha finding list' : `zicha finding withdraw ${finding.number} --confirm`);
    return this.finish(finding);
  }
}
