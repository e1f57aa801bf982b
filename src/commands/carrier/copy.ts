import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { FlowCommand } from '#cli/flow-command.js';
import { flowFlags, flowOptions } from '#cli/flow-flags.js';
import { copyCarrier, type FlowOutcome } from '#workflows/carrier-moves.js';
import { given } from '#workflows/given.js';

export default class CarrierCopy extends FlowCommand<typeof CarrierCopy> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = { ...flowFlags, applicant: Flags.string(), operator: Flags.string(), receiver: Flags.string(), copy: Flags.string({ multiple: true }), date: dayFlag() };

  async run(): Promise<FlowOutcome> {
    const { date } = this.flags;
    const applicant = await this.need('applicant');
    const operator = await this.need('operator');
    const receiver = await this.need('receiver');
    const copies = await this.needSeveral('copy');
    return this.tell(await copyCarrier(this.desk, { ...flowOptions(this.flags), no: this.args.number, applicant, operator, receiver, copies, ...given({ date }) }));
  }
}
