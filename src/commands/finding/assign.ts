import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import { findingKinds, type Finding } from '#domain/finding.js';
import { assign } from '#workflows/finding-steps.js';
import { given } from '#workflows/given.js';

export default class FindingAssign extends DeskCommand<typeof FindingAssign> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    owner: Flags.string(),
    leader: Flags.string(),
    department: Flags.string(),
    kind: Flags.option({ options: findingKinds })(),
    due: dayFlag(),
    cause: Flags.string(),
    measure: Flags.string(),
    accountability: Flags.string(),
    by: Flags.string(),
  };

  async run(): Promise<Finding> {
    const { owner, leader, department, kind, due, cause, measure, accountability, by } = this.flags;
    const finding = await assign(this.desk, this.args.number, given({ owner, leader, department, kind, dueOn: due, cause, measure, accountability }), by);
    this.print(this.say('finding.moved', { number: finding.number, state: this.say(`finding-state.${finding.state}`) }));
    this.next(finding.state === 'closed' ? `zicha finding show ${finding.number}` : `zicha finding rectify ${finding.number}`);
    return this.finish(finding);
  }
}
