import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { FlowCommand } from '#cli/flow-command.js';
import { flowFlags, flowOptions } from '#cli/flow-flags.js';
import { returnCarrier, type FlowOutcome } from '#workflows/carrier-moves.js';
import { given } from '#workflows/given.js';

export default class CarrierReturn extends FlowCommand<typeof CarrierReturn> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = { ...flowFlags, receiver: Flags.string(), intact: Flags.boolean({ allowNo: true }), date: dayFlag() };

  async run(): Promise<FlowOutcome> {
    const { date } = this.flags;
    const receiver = await this.need('receiver');
    const intact = await this.needAnswer('intact');
    return this.tell(await returnCarrier(this.desk, { ...flowOptions(this.flags), no: this.args.number, receiver, intact, ...given({ date }) }));
  }
}
