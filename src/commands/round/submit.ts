import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { progressLine } from '#cli/progress-line.js';
import { handInPage } from '#cli/screens/hand-in-page.js';
import { submitRound, type HandInOutcome } from '#workflows/submit-round.js';
import { given } from '#workflows/given.js';

export default class RoundSubmit extends DeskCommand<typeof RoundSubmit> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = { subject: Flags.string({ multiple: true }), 'with-gaps': Flags.boolean(), by: Flags.string() };

  async run(): Promise<HandInOutcome> {
    const { subject = [], by } = this.flags;
    const progress = progressLine(this.say, this.flags.quiet || this.jsonEnabled());
    const outcome = await submitRound(this.desk, { number: this.args.number, subjects: subject, withGaps: this.flags['with-gaps'], onProgress: progress.show, ...given({ by }) });
    progress.end();
    this.print(...handInPage(outcome, this.say, this.width));
    this.next(outcome.out.length > 0 ? `zicha round status ${outcome.round.number}` : `zicha round signoff ${outcome.round.number}`);
    return this.finish(outcome, outcome.out.length > 0 ? 'incomplete' : 'done');
  }
}
