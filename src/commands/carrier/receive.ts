import { Args, Flags } from '@oclif/core';
import { cellsOf } from '#cli/cell-flags.js';
import { dayFlag } from '#cli/day-flag.js';
import { FlowCommand } from '#cli/flow-command.js';
import { flowFlags, flowOptions } from '#cli/flow-flags.js';
import { receiveCarrier, type FlowOutcome } from '#workflows/carrier-moves.js';
import { given } from '#workflows/given.js';

export default class CarrierReceive extends FlowCommand<typeof CarrierReceive> {
  static override args = { number: Args.string({ required: true }) };
  static override flags = { ...flowFlags, keeper: Flags.string(), dept: Flags.string(), copies: Flags.string(), place: Flags.string(), date: dayFlag(), ledger: Flags.string({ multiple: true, helpValue: 'COLUMN=VALUE' }) };

  async run(): Promise<FlowOutcome> {
    const { dept, place, date, ledger } = this.flags;
    const keeper = await this.need('keeper');
    const copies = await this.need('copies');
    return this.tell(await receiveCarrier(this.desk, { ...flowOptions(this.flags), no: this.args.number, keeper, copies, ledger: cellsOf(ledger ?? []), ...given({ dept, place, date }) }));
  }
}
