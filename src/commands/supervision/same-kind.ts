import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { given } from '#workflows/given.js';
import { searchSameKind, type SupervisionChange } from '#workflows/record-opinion.js';

export default class SupervisionSameKind extends DeskCommand<typeof SupervisionSameKind> {
  static override args = { number: Args.string({ required: true }), opinion: Args.string({ required: true }) };
  static override flags = {
    scope: Flags.string({ required: true }),
    problem: Flags.string({ multiple: true }),
    department: Flags.string(),
    by: Flags.string({ required: true }),
  };

  async run(): Promise<SupervisionChange> {
    const { scope, problem = [], department, by } = this.flags;
    const change = await searchSameKind(this.desk, this.args.number, this.args.opinion, { scope, problems: problem, ...given({ department }) }, by);
    this.print(this.say('supervision.searched', { opinion: this.args.opinion, scope, found: change.findings.length }));
    this.next(`zicha supervision show ${change.supervision.number}`);
    return this.finish(change);
  }
}
