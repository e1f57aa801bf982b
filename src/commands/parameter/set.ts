import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { DeskCommand } from '#cli/desk-command.js';
import type { Parameter } from '#domain/parameter.js';
import { setParameters } from '#workflows/set-parameter.js';

export default class ParameterSet extends DeskCommand<typeof ParameterSet> {
  static override args = { id: Args.string({ required: true }), value: Args.string({ required: true }) };
  static override flags = {
    key: Flags.string(),
    source: Flags.string({ required: true }),
    'approved-by': Flags.string({ required: true }),
    since: dayFlag(),
    by: Flags.string(),
  };

  async run(): Promise<{ readonly parameters: readonly Parameter[] }> {
    const { key, source, since, by } = this.flags;
    const entry = { id: this.args.id, value: this.args.value, source, approvedBy: this.flags['approved-by'], ...(key && { key }), ...(since && { since }) };
    const parameters = await setParameters(this.desk, [entry], by);
    this.print(this.say('parameter.recorded', { count: parameters.length }));
    this.next('zicha parameter list');
    return this.finish({ parameters });
  }
}
