import { Args, Flags } from '@oclif/core';
import { dayFlag } from '#cli/day-flag.js';
import { FlowCommand } from '#cli/flow-command.js';
import { flowFlags, flowOptions } from '#cli/flow-flags.js';
import { lendCarrier, type FlowOutcome } from '#workflows/carrier-moves.js';
import { given } from '#workflows/given.js';

export default class CarrierLend extends FlowCommand<typeof CarrierLend> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = { ...flowFlags, borrower: Flags.string(), 'due-at': dayFlag(), approver: Flags.string(), date: dayFlag() };

  async run(): Promise<FlowOutcome> {
    const { date } = this.flags;
    const borrower = await this.need('borrower');
    const due = await this.needDay('due-at');
    const approver = await this.need('approver');
    return this.tell(await lendCarrier(this.desk, { ...flowOptions(this.flags), no: this.args.number, borrower, due, approver, ...given({ date }) }));
  }
}
