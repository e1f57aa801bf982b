import { Args } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { roundStatusPage } from '#cli/screens/round-status-page.js';
import { roundStatus, type RoundStatus as Status } from '#workflows/show-rounds.js';

export default class RoundStatus extends DeskCommand<typeof RoundStatus> {
  static override args = { number: Args.string({ required: true }) };

  async run(): Promise<Status> {
    const status = await roundStatus(this.desk, this.args.number);
    this.print(...roundStatusPage(status, this.say, this.width, this.flags.verbose));
    const { number, state } = status.round;
    this.next(state === 'submitted' ? `zicha round signoff ${number}` : `zicha round submit ${number}`);
    return this.finish(status);
  }
}
