import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import type { Finding } from '#domain/finding.js';
import { given } from '#workflows/given.js';
import { rectify } from '#workflows/finding-steps.js';

export default class FindingRectify extends DeskCommand<typeof FindingRectify> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    measure: Flags.string({ required: true }),
    by: Flags.string({ required: true }),
    cause: Flags.string(),
    owner: Flags.string(),
    department: Flags.string(),
    due: dayFlag(),
    evidence: Flags.string({ multiple: true }),
  };

  async run(): Promise<Finding> {
    const { measure, by, cause, owner, department, due, evidence } = this.flags;
    const optional = given({ cause, owner, department, dueOn: due, evidence });
    const finding = await rectify(this.desk, this.args.number, { measure, ...optional }, by);
    this.print(this.say('finding.moved', { number: finding.number, state: this.say(`finding-state.${finding.state}`) }));
    this.next(finding.state === 'awaiting-verification' ? `zicha finding verify ${finding.number}` : `zicha assess run --checklist ${finding.checklistId}`);
    return this.finish(finding);
  }
}
