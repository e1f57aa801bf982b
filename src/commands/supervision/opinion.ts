import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { severities } from '#domain/result-value.js';
import { opinionNatures } from '#domain/supervision.js';
import { given } from '#workflows/given.js';
import { recordOpinion, type SupervisionChange } from '#workflows/record-opinion.js';

export default class SupervisionOpinion extends DeskCommand<typeof SupervisionOpinion> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    number: Flags.string({ required: true }),
    nature: Flags.option({ options: opinionNatures, required: true })(),
    text: Flags.string(),
    clause: Flags.string(),
    deadline: dayFlag(),
    department: Flags.string(),
    severity: Flags.option({ options: severities })(),
    by: Flags.string(),
  };

  async run(): Promise<SupervisionChange> {
    const { number, nature, text, clause, deadline, department, severity, by } = this.flags;
    const change = await recordOpinion(this.desk, this.args.number, { originalNumber: number, nature, ...given({ text, clause, deadline, department, severity }) }, by);
    this.print(this.say('supervision.opinion-recorded', { opinion: number, finding: change.findings.map((each) => each.number).join(' ') }));
    this.next(`zicha supervision respond ${change.supervision.number} ${number}`);
    return this.finish(change);
  }
}
