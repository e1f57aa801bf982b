import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { FlowCommand } from '#cli/flow-command.js';
import { flowFlags, flowOptions } from '#cli/flow-flags.js';
import { clearCarriers, type FlowOutcome } from '#workflows/carrier-moves.js';
import { given } from '#workflows/given.js';

export default class CarrierClear extends FlowCommand<typeof CarrierClear> {
  static override args = { numbers: Args.string({ required: true, multiple: true }) };
  static override flags = { ...flowFlags, returner: Flags.string(), date: dayFlag() };

  async run(): Promise<FlowOutcome> {
    const { date } = this.flags;
    const returner = await this.need('returner');
    return this.tell(await clearCarriers(this.desk, { ...flowOptions(this.flags), nos: this.args.numbers, returner, ...given({ date }) }));
  }
}
