import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { FlowCommand } from '#cli/flow-command.js';
import { flowFlags, flowOptions } from '#cli/flow-flags.js';
import { carryOut, type FlowOutcome } from '#workflows/carrier-moves.js';

export default class CarrierCarryOut extends FlowCommand<typeof CarrierCarryOut> {
  static override args = { numbers: Args.string({ required: true, multiple: true }) };
  static override flags = { ...flowFlags, person: Flags.string(), 'out-at': dayFlag(), 'back-by': dayFlag() };

  async run(): Promise<FlowOutcome> {
    const person = await this.need('person');
    const from = await this.needDay('out-at');
    const to = await this.needDay('back-by');
    return this.tell(await carryOut(this.desk, { ...flowOptions(this.flags), nos: this.args.numbers, person, from, to }));
  }
}
