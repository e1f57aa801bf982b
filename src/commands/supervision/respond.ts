import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { wrap } from '#cli/wrap.js';
import { opinionResponses } from '#domain/supervision.js';
import { given } from '#workflows/given.js';
import { respondToOpinion, type SupervisionChange } from '#workflows/record-opinion.js';

export default class SupervisionRespond extends DeskCommand<typeof SupervisionRespond> {
  static override args = { number: Args.string({ required: true }), opinion: Args.string({ required: true }) };
  static override flags = {
    response: Flags.option({ options: opinionResponses, required: true })(),
    reason: Flags.string(),
    by: Flags.string({ required: true }),
  };

  async run(): Promise<SupervisionChange> {
    const { response, reason, by } = this.flags;
    const change = await respondToOpinion(this.desk, this.args.number, this.args.opinion, { response, ...given({ reason }) }, by);
    this.print(this.say('supervision.answered', { opinion: this.args.opinion, response: this.say(`opinion-response.${response}`) }));
    const [asked] = change.findings;
    if (asked !== undefined) this.print(...wrap(this.say('supervision.declined', { findings: change.findings.map((each) => each.number).join(' ') }), this.width));
    this.next(asked === undefined ? `zicha supervision show ${change.supervision.number}` : `zicha finding withdraw ${asked.number} --confirm`);
    return this.finish(change);
  }
}
