import { Args, Flags } from '@oclif/core';
import { askToDestroy } from '#cli/ask-to-destroy.js';
import { dayFlag } from '#cli/day-flag.js';
import { FlowCommand } from '#cli/flow-command.js';
import { flowFlags, flowOptions } from '#cli/flow-flags.js';
import type { FlowOutcome } from '#workflows/carrier-moves.js';
import { destroyCarriers, listToDestroy } from '#workflows/destroy-carriers.js';
import { given } from '#workflows/given.js';

export default class CarrierDestroy extends FlowCommand<typeof CarrierDestroy> {
  static override args = { numbers: Args.string({ multiple: true }) };
  static override flags = { ...flowFlags, 'made-by': Flags.string(), 'checked-by': Flags.string(), method: Flags.string(), place: Flags.string(), witness: Flags.string({ multiple: true }), date: dayFlag() };

  async run(): Promise<FlowOutcome> {
    const { place, date } = this.flags;
    const named = this.args.numbers ?? [];
    const nos = named.length === 0 && this.mayAsk ? await askToDestroy(await listToDestroy(this.desk), this.say) : named;
    const madeBy = await this.need('made-by');
    const method = await this.need('method');
    const witnesses = await this.needSeveral('witness');
    return this.tell(await destroyCarriers(this.desk, { ...flowOptions(this.flags), nos, madeBy, method, witnesses, ...given({ place, date, checkedBy: this.flags['checked-by'] }) }));
  }
}
