import { Args, Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import type { Finding } from '#domain/finding.js';
import { verify } from '#workflows/finding-steps.js';

export default class FindingVerify extends DeskCommand<typeof FindingVerify> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = {
    by: Flags.string({ required: true }),
    result: Flags.option({ options: ['pass', 'fail'] as const, required: true })(),
    note: Flags.string(),
  };

  async run(): Promise<Finding> {
    const { by, result, note } = this.flags;
    const finding = await verify(this.desk, this.args.number, { result, ...(note === undefined ? {} : { note }) }, by);
    this.print(this.say('finding.moved', { number: finding.number, state: this.say(`finding-state.${finding.state}`) }));
    this.next('zicha finding list');
    return this.finish(finding);
  }
}
